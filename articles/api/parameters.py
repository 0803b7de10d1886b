"""The query parameters that several addresses share."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from articles.api.cursors import Reader
from articles.api.examples import ARTICLE_ID
from articles.api.queries import Parameter, one_of, text, whole_number

DEFAULT_LIMIT = 20
LARGEST_LIMIT = 100
COUNTS = ("exact", "estimate")


def paging(read_cursor: Reader) -> tuple[Parameter, Parameter]:
    """Return `limit` and `cursor` for a list whose cursors `read_cursor` reads."""
    return (
        Parameter(
            "limit",
            f"How many at most: 1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} if not given.",
            whole_number(low=1, high=LARGEST_LIMIT),
            {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
            example=DEFAULT_LIMIT,
        ),
        Parameter(
            "cursor",
            "Where the page begins. Take it from `next` or `previous`; do not build it.",
            read_cursor,
            {"type": "string"},
        ),
    )


def words(
    name: str, description: str, maximum: int, *, example: str | None = None, repeats: bool = False
) -> Parameter:
    """Return a parameter that takes at most `maximum` characters."""
    return Parameter(
        name,
        description,
        text(maximum),
        {"type": "string", "maxLength": maximum},
        example=example,
        repeats=repeats,
    )


def choice(
    name: str, description: str, known: Iterable[str], *, example: str, default: str | None = None
) -> Parameter:
    """Return a parameter that takes one of some words, or a value of an enumeration."""
    schema: dict[str, Any] = {"type": "string", "enum": [str(word) for word in known]}
    if default:
        schema["default"] = default
    return Parameter(name, description, one_of(known), schema, example=example)


COUNT = choice(
    "count",
    "Adds how many there are in all: counted, which may take too long, or as the database expects.",
    COUNTS,
    example="estimate",
)
SECTION = words("section", "The section, by slug.", 80, example="technology")


def slug_or_id(name: str, description: str, example: str, *, repeats: bool = False) -> Parameter:
    """Return a parameter that names a record by its slug or its id."""
    description += ", by slug or id. An unknown one gives an empty list."
    return words(name, description, 200, example=example, repeats=repeats)


def read_uuid(raw: str) -> uuid.UUID:
    """Read a public id. Raises ValueError."""
    try:
        return uuid.UUID(raw)
    except ValueError as error:
        message = "It is not an id: ids have the form 0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00."
        raise ValueError(message) from error


def of_article(description: str) -> Parameter:
    """Return a parameter that names an article by its id."""
    return Parameter(
        "article",
        description,
        read_uuid,
        {"type": "string", "format": "uuid"},
        example=ARTICLE_ID,
    )


def page_of(values: dict[str, Any]) -> dict[str, Any]:
    """Return what the selectors take: how many, from where on, and whether all are counted."""
    count = {"count": values["count"]} if "count" in values else {}
    return {"limit": values.get("limit", DEFAULT_LIMIT), "position": values.get("cursor"), **count}
