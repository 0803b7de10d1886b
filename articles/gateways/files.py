"""The folder of pictures. A file is there whole or not at all, and never changes.

Names are made of the content, so that whoever writes a name writes the same bytes. Files without
a row are nobody's: an upload that was undone leaves one, and nothing ever leads to it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

ORIGINALS = "originals"
"""Clean originals: what renditions are made of, and never served themselves."""
IMAGES = "images"
"""Renditions, a folder for each original."""


def image_file(content_hash: str, name: str) -> str:
    """Return the name of a rendition's file, below the folder of its picture."""
    return f"{IMAGES}/{content_hash}/{name}"


def place_of(name: str) -> Path:
    """Return where the file called `name` lies. Raises ValueError for a name that leads elsewhere."""
    root = Path(settings.MEDIA_ROOT)
    place = root / name
    if ".." in place.parts or not place.is_relative_to(root):
        message = f"{name!r} lies outside the folder of pictures."
        raise ValueError(message)
    return place


def is_stored(name: str) -> bool:
    """Return whether there is a file of this name."""
    return place_of(name).is_file()


def read(name: str) -> bytes:
    """Return the bytes of a file. Raises OSError where there is none."""
    return place_of(name).read_bytes()


def store(name: str, data: bytes) -> None:
    """Put a file under its name in one step; what is there already stays."""
    place = place_of(name)
    if place.is_file():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=place.parent, prefix=".draft-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(draft).chmod(0o644)  # nginx reads it as another user
        Path(draft).replace(place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
