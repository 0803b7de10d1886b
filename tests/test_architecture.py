"""The house rules that a machine can check."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_point_down():
    assert lint_imports(no_cache=True) == 0


def test_the_engine_brings_no_framework():
    code = (
        "import sys, articles.engine.extraction, articles.engine.parsing;"
        "print(sorted({'django', 'celery', 'psycopg'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", sorted((ROOT / "articles" / "actions").glob("[a-z]*.py")), ids=str)
def test_an_action_module_exports_one_verb_of_its_own_name(path):
    public = [
        line.split("(")[0].removeprefix("def ")
        for line in path.read_text().splitlines()
        if line.startswith("def ") and not line.startswith("def _")
    ]

    assert public == [path.stem]


def test_no_module_is_longer_than_four_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("articles", "corpus", "newsroom", "tests", "bench")
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > 400
    }

    assert long == {}
