"""Names that their surroundings give away: a title before, a role behind, an organization's form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.names import fold
from articles.engine.types import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document

_WORDS = vocabulary("names")
_NEVER = vocabulary("never_names")
_EDGES = frozenset(_NEVER["edges"]) | frozenset(_NEVER["common"])
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NO_ROLES = {
    "st",
    "y",
    "e",
    "don",
    "private",
    "general",
    "major",
    "chair",
    "fr",
    "as",
    "mp",
    "lead",
    "head",
}
_PARTICLE = "(?:" + "|".join(sorted(word for word in _WORDS["particles"] if len(word) > 1)) + ")"
_FURTHER = rf"[ ](?:[A-Z]\.|(?:{_PARTICLE}[ ])+{_CAPITAL}|{_CAPITAL})"
_HEAD = "|".join(
    sorted((head.title() for head in _WORDS["organisation_heads"]), key=len, reverse=True)
)
_SHORT_TITLE = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev)\.?|Professor|Senator|Sir|Dame|Archbishop|Rabbi|Imam"
_TITLED = re.compile(rf"\b(?:{_SHORT_TITLE})[ ](?P<name>{_CAPITAL}(?:{_FURTHER}){{0,3}})")
_HEADED = re.compile(
    rf"\b(?P<name>(?:{_CAPITAL}[ ](?:(?:&|and|of|for)[ ])?){{1,5}}(?:{_HEAD}))\b(?![ ][A-Z]|['’]?[a-z])"
)
_ROLES = "|".join(
    sorted({*_WORDS["honorifics"], *_WORDS["occupations"]} - _NO_ROLES, key=len, reverse=True)
)
_ROLE = re.compile(rf"\b(?:{_ROLES})[ ](?P<name>{_CAPITAL}(?:{_FURTHER}){{1,3}})")
_LEGAL = re.compile(
    rf"\b(?P<name>(?:{_CAPITAL}[ ](?:&[ ]|and[ ])?){{1,5}}(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|AG|SA|SE|NV|BV|AB|ASA|Oyj?|Pty Ltd)\b\.?)"
)
_OPENED = re.compile(
    r"\b(?P<name>(?:"
    + "|".join(
        opener.title()
        .replace(" Of", " of")
        .replace(" For", " for")
        .replace(" On", " on")
        .replace(" To", " to")
        for opener in _WORDS["organisation_openers"]
    )
    + rf")[ ](?:the[ ])?{_CAPITAL}(?:[ ](?:(?:and|of|for)[ ])?{_CAPITAL}){{0,3}})"
)


def recognize(document: Document) -> list[Mention]:
    """Return persons after a title, and organizations with a legal form or an organization's words."""
    text = document.text
    return [*_titled(text), *_after_role(text), *_organizations(text)]


def _titled(text: str) -> Iterator[Mention]:
    for found in _TITLED.finditer(text):
        name = found["name"]
        if fold(name.split()[0]) not in _EDGES:
            yield _mention(
                found.start("name"), _until_edge(name), Kind.PERSON, 0.85, "a title before the name"
            )


def _after_role(text: str) -> Iterator[Mention]:
    for found in _ROLE.finditer(text):
        name = _until_edge(found["name"])
        if " " in name and fold(name.split()[0]) not in _EDGES:
            yield _mention(
                found.start("name"), name, Kind.PERSON, 0.8, "an occupation before the name"
            )


def _organizations(text: str) -> Iterator[Mention]:
    for found in _LEGAL.finditer(text):
        start, name = _from_edge(found.start("name"), found["name"])
        if " " in name:
            yield _mention(start, name, Kind.ORG, 0.9, "a legal form ends the name")
    for found in _HEADED.finditer(text):
        start, name = _from_edge(found.start("name"), found["name"])
        if " " in name:
            yield _mention(start, name, Kind.ORG, 0.75, "ends like an institution")
    for found in _OPENED.finditer(text):
        yield _mention(
            found.start("name"), found["name"], Kind.ORG, 0.8, "begins like an institution"
        )


def _from_edge(start: int, name: str) -> tuple[int, str]:
    """Cut words that only a sentence puts before a name ("The", "However")."""
    while " " in name and fold(name.split(maxsplit=1)[0]) in _EDGES:
        cut = name.index(" ") + 1
        start, name = start + cut, name[cut:]
    return start, name


def _until_edge(name: str) -> str:
    words = name.split()
    for at, word in enumerate(words):
        if at and fold(word.rstrip(".")) in _EDGES:
            return " ".join(words[:at])
    return re.sub(r"['’]s$", "", name)


def _mention(start: int, name: str, kind: Kind, score: float, reason: str) -> Mention:
    return Mention(
        start,
        start + len(name),
        name,
        kind,
        name=name,
        key="",
        score=score,
        method="form",
        reason=reason,
    )
