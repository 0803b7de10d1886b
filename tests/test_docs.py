"""What the documents promise exists."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def ids(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_its_links_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:|/)([^)#\s]+)", document.read_text())
    broken = [link for link in links if not (document.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_its_commands_exist(document):
    text = document.read_text()
    named = set(re.findall(r"manage\.py ([a-z][a-z_]+)", text))

    assert named <= set(get_commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_its_make_targets_exist(document):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    named = set(
        re.findall(r"^make ([a-z]+)|`make ([a-z]+)", document.read_text(), flags=re.MULTILINE)
    )

    assert {one or other for one, other in named} <= targets


def test_the_variables_of_the_tables_are_read():
    """Every variable that operations.md and deployment.md name is read somewhere in the code."""
    documents = [ROOT / "docs" / name for name in ("operations.md", "deployment.md")]
    named = {
        name
        for document in documents
        if document.exists()
        for name in re.findall(r"^\| `([A-Z][A-Z_]+)`", document.read_text(), flags=re.MULTILINE)
    }
    code = "".join(path.read_text() for path in ROOT.glob("*/**/*.py") if ".venv" not in path.parts)
    other = (
        (ROOT / "docker-compose.yml").read_text() if (ROOT / "docker-compose.yml").exists() else ""
    )

    assert {name for name in named if name not in code + other} == set()
