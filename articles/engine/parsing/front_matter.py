"""Front matter as it is written: every scalar is a string, so that dates keep their printed form."""

from __future__ import annotations

import re
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from articles.engine.errors import TooLarge, UnreadablePost

LONGEST = 64_000
"""Front matter beyond this is no front matter; YAML readers are slow on hostile text."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_FIELD = "front matter"
_handler = YAMLHandler()


class FrontMatter:
    """A table of front matter; asking for a field of another shape raises UnreadablePost."""

    def __init__(self, values: dict[str, Any], name: str = "") -> None:
        """Keep the values, with keys in lower case, and the name of the table for messages."""
        self._values = {str(key).lower(): value for key, value in values.items()}
        self._name = name

    def line(self, *keys: str) -> str:
        """Return the first of the fields that is filled, as one string; empty if none is."""
        key, value = self._first(keys)
        if isinstance(value, dict | list):
            raise UnreadablePost(_FIELD, f"{self._name}{key} must be words")
        return value or ""

    def required(self, key: str) -> str:
        """Return a field that must be filled."""
        words = self.line(key)
        if not words:
            raise UnreadablePost(_FIELD, f"{self._name}{key} is missing")
        return words

    def lines(self, *keys: str) -> tuple[str, ...]:
        """Return a list of words: written as a list, as tables with a name, or as one string."""
        key, value = self._first(keys)
        entries = value if isinstance(value, list) else [value]
        words = [
            FrontMatter(entry, f"{key}: ").required("name") if isinstance(entry, dict) else entry
            for entry in entries
        ]
        if any(isinstance(entry, list) for entry in words):
            raise UnreadablePost(_FIELD, f"{self._name}{key} must be a list of words")
        return tuple(entry for entry in words if entry)

    def table(self, key: str) -> FrontMatter | None:
        """Return a field that is itself a table, or None."""
        value = self._values.get(key)
        return FrontMatter(value, f"{key}: ") if isinstance(value, dict) else None

    def tables(self, *keys: str) -> list[FrontMatter]:
        """Return a field that is a list of tables; empty if it is not there."""
        key, value = self._first(keys)
        entries = value if isinstance(value, list) else [value] if value else []
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, dict):
                raise UnreadablePost(_FIELD, f"{key}: entry {number} must be a table")
        return [
            FrontMatter(entry, f"{key}: entry {number}: ")
            for number, entry in enumerate(entries, 1)
        ]

    def _first(self, keys: tuple[str, ...]) -> tuple[str, Any]:
        return next(
            ((key, self._values[key]) for key in keys if self._values.get(key)), (keys[0], None)
        )


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of a Markdown text, empty if it has none, and the text after it.

    Raises UnreadablePost with the line on which the YAML goes wrong.
    """
    if not _OPENING.match(text):
        return FrontMatter({}), text
    try:
        written, body = _handler.split(text)
    except ValueError as error:
        reason = "it is opened with --- on line 1 and never closed"
        raise UnreadablePost(_FIELD, reason) from error
    if len(written) > LONGEST:
        raise TooLarge(_FIELD, f"it is longer than {LONGEST:,} characters")
    return FrontMatter(_load(written)), body


def _load(written: str) -> dict[str, Any]:
    try:
        values = _handler.load(written, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadablePost(_FIELD, f"line {line}: {error.problem}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadablePost(_FIELD, "it is not YAML") from error
    if values and not isinstance(values, dict):
        raise UnreadablePost(_FIELD, "it must be fields with values")
    return values or {}
