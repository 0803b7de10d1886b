"""A file is there whole or not at all."""

import os

import pytest

from articles.gateways import files

pytestmark = pytest.mark.usefixtures("media")


def test_what_was_stored_is_read_back(media):
    files.store("images/abc/full-320.avif", b"pixels")

    assert files.is_stored("images/abc/full-320.avif")
    assert files.read("images/abc/full-320.avif") == b"pixels"
    assert (media / "images/abc/full-320.avif").stat().st_mode & 0o777 == 0o644


def test_a_name_keeps_its_first_bytes():
    files.store("images/a", b"first")
    files.store("images/a", b"second")

    assert files.read("images/a") == b"first"


def test_half_a_write_leaves_nothing(media, monkeypatch):
    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        files.store("images/a", b"pixels")

    assert not files.is_stored("images/a")
    assert list((media / "images").iterdir()) == []


@pytest.mark.parametrize("name", ["../secret", "images/../../secret", "/etc/passwd"])
def test_no_name_leads_out_of_the_folder(name):
    with pytest.raises(ValueError, match="outside"):
        files.is_stored(name)
