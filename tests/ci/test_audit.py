"""The audit sees what must not run in production."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "audit.py"
HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def audit():
    spec = importlib.util.spec_from_file_location("audit", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def lock(audit, tmp_path, monkeypatch):
    path = tmp_path / "requirements.lock"
    monkeypatch.setattr(audit, "LOCKS", (path,))
    return path


@pytest.mark.parametrize(
    ("metadata", "refused"),
    [
        ({"License-Expression": "MIT"}, False),
        ({"License-Expression": "GPL-3.0-or-later"}, True),
        ({"License-Expression": "AGPL-3.0-only"}, True),
        ({"License-Expression": "LGPL-3.0-only"}, False),  # others may link to it
        ({"License-Expression": "GPL-2.0-only OR MIT"}, False),  # a choice
        ({"License": "GNU General Public License v3"}, True),
        ({"License": "BSD\nwith the GPL mentioned below"}, False),
        ({}, False),
    ],
)
def test_it_refuses_copyleft_that_leaves_no_choice(metadata, refused, audit, lock, monkeypatch):
    lock.write_text(f"package==1 {HASH}\n")
    monkeypatch.setattr(audit, "metadata", lambda _name: Metadata(metadata))

    assert bool(audit._licence_failures()) == refused


class Metadata(dict):
    def get_all(self, _name, default):
        return default


@pytest.mark.parametrize(
    ("text", "failures"),
    [
        (f"one==1 \\\n    {HASH}\ntwo==2 \\\n    {HASH}\n", 0),
        ("one==1\n", 1),  # no hash
        (f"one==1 \\\n    {HASH}\ntwo==2\n", 1),
        (f"--index-url https://packages.example/simple\none==1 {HASH}\n", 2),
    ],
)
def test_it_wants_every_package_pinned_by_hash_from_nowhere_in_particular(
    text, failures, audit, lock
):
    lock.write_text(text)

    assert len(audit._lock_failures()) == failures


def test_the_locks_of_this_project_are_whole(audit, monkeypatch):
    monkeypatch.chdir(SCRIPT.parents[1])

    assert audit._lock_failures() == []
