"""The demo is loaded once, and again when it changed."""

import pytest

from newsroom.embedded.account import Account
from newsroom.embedded.place import Place
from newsroom.supervision.demo_note import DemoNote


@pytest.fixture
def demo(tmp_path, monkeypatch):
    account = Account(uid=0, gid=0, is_other=False)
    place = Place(data=tmp_path, state=tmp_path, sockets=tmp_path, account=account)
    monkeypatch.setattr("newsroom.supervision.demo_note.find_place", lambda _data: place)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "one.md").write_text("first")
    return folder


@pytest.fixture
def note(tmp_path, demo):
    return DemoNote(tmp_path, demo=demo)


def test_it_knows_nothing_at_first(note):
    assert not note.says_loaded()


def test_it_remembers(note):
    note.write()

    assert note.says_loaded()


def test_a_changed_or_new_post_is_loaded(note, demo):
    note.write()
    (demo / "one.md").write_text("second")
    assert not note.says_loaded()

    note.write()
    (demo / "two.md").write_text("")
    assert not note.says_loaded()


def test_it_says_nothing_of_a_database_that_is_not_ours(note, tmp_path, demo, monkeypatch):
    note.write()
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@db.example/news")
    theirs = DemoNote(tmp_path, demo=demo)

    theirs.write()

    assert not theirs.says_loaded()
