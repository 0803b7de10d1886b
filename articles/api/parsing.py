"""JSON and texts in: everything is bounded before it is believed.

A parser of the standard library recurses on nested brackets, lets NUL and halves of surrogate
pairs through to the database, and takes any charset that Python has a codec for. These do not.
"""

from __future__ import annotations

from typing import IO, Any

import orjson
from django.conf import settings
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.parsers import BaseParser

from articles.api.problems import Problem

MAX_DEPTH = 32


class StrictJSONParser(BaseParser):
    """Strict UTF-8 JSON: at most 32 levels deep, no NUL, no lone surrogate, no NaN."""

    media_type = "application/json"

    def parse(self, stream: IO[Any], *_: Any, **__: Any) -> Any:
        """Return the value of the body. Raises Problem (malformed, too-large)."""
        raw = read_capped(stream)
        try:
            value = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            message = f"The body is not JSON: {error}."
            raise Problem("malformed", message) from error
        refuse_hostile(value)
        return value


class TextParser(BaseParser):
    """The bytes of a text, as they came. What is readable is for the engine to say."""

    media_type = "text/*"

    def parse(self, stream: IO[Any], *_: Any, **__: Any) -> Any:
        """Return the body. Raises Problem (too-large)."""
        return read_capped(stream)


class MarkdownParser(TextParser):
    """Markdown with or without front matter."""

    media_type = "text/markdown"


class HTMLParser(TextParser):
    """A saved page."""

    media_type = "text/html"


class PlainTextParser(TextParser):
    """Plain text."""

    media_type = "text/plain"


def read_capped(stream: IO[Any]) -> bytes:
    """Return all of a body, or stop at the cap. Raises Problem (too-large)."""
    cap: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    raw: bytes = stream.read(cap + 1)
    if len(raw) > cap:
        message = f"The body has more than {cap} bytes."
        raise Problem("too-large", message)
    return raw


def refuse_hostile(value: Any) -> None:
    """Raise Problem (malformed) for a value too deep to be meant, or with NUL in a string."""
    level = [value]
    for _depth in range(MAX_DEPTH):
        if any("\x00" in string for string in level if isinstance(string, str)):
            message = "The body holds a NUL character."
            raise Problem("malformed", message)
        level = [inner for outer in level for inner in _members(outer)]
        if not level:
            return
    message = f"The body is nested more than {MAX_DEPTH} levels deep."
    raise Problem("malformed", message)


def require_utf8(content_type: str) -> None:
    """Raise UnsupportedMediaType where a charset other than UTF-8 is declared.

    Django hands a declared charset to Python's codecs, and some of those do not decode text.
    """
    for parameter in content_type.split(";")[1:]:
        name, _, charset = parameter.partition("=")
        if name.strip().lower() == "charset" and charset.strip(" \"'").lower() not in {
            "utf-8",
            "utf8",
            "us-ascii",
        }:
            raise UnsupportedMediaType(content_type, detail="The only charset here is UTF-8.")


def _members(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list) else []
