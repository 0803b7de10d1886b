"""Person cards: a name on a line of its own, followed by a handle on the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.types import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document

_NAME_LINE = re.compile(
    r"^(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4})[ \t]*\n\s*@\w[\w.@-]*[ \t]*$",
    re.MULTILINE,
)


def recognize(document: Document) -> list[Mention]:
    """Return the names of the person cards: those parsed as such, and those printed as plain lines."""
    return sorted({*_parsed(document), *_printed(document.text)}, key=lambda mention: mention.start)


def _parsed(document: Document) -> Iterator[Mention]:
    cards = [part for part in document.parts if part.name.startswith("card[")]
    for part, card in zip(cards, document.cards, strict=False):
        start = document.text.find(card.name, part.start, part.end)
        if card.name and start >= 0:
            yield _person(start, card.name)


def _printed(text: str) -> Iterator[Mention]:
    for found in _NAME_LINE.finditer(text):
        if all(word[0].isupper() or len(word) <= len("della") for word in found["name"].split()):
            yield _person(found.start("name"), found["name"])


def _person(start: int, name: str) -> Mention:
    return Mention(
        start,
        start + len(name),
        name,
        Kind.PERSON,
        name=name,
        key="",
        score=0.95,
        method="card",
        reason="the name of a person card",
    )
