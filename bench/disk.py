"""Whether there is room for what is to be loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.db import connection

BYTES_AN_ARTICLE = 70_000
"""What a database takes for a synthetic article, its indexes and the log of changes included."""
_TO_SPARE = 1.2


class NoRoom(Exception):
    """The disk of the database has too little space left."""


def require_room(articles: int) -> str:
    """Return a sentence on the room that this takes. Raises NoRoom where there is too little."""
    needed = articles * BYTES_AN_ARTICLE
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        [folder] = cursor.fetchone()
    if not Path(folder).exists():
        return f"About {needed / 1e9:.1f} GB are needed where PostgreSQL runs."
    free = shutil.disk_usage(folder).free
    sentence = f"About {needed / 1e9:.1f} GB are needed, {free / 1e9:.1f} GB are free."
    if free < needed * _TO_SPARE:
        raise NoRoom(sentence)
    return sentence
