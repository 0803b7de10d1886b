"""Everybody and everything that public articles name, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.selectors.catalogue.paging import Keyset, Position
from articles.selectors.site.subjects import public_subjects

if TYPE_CHECKING:
    from articles.models import AnySubject

NAMES_A_PAGE = 100

_BY_NAME: Keyset[AnySubject] = Keyset(
    columns=("slug",), key_of=lambda subject: (subject.slug,), descending=False
)


@dataclass(frozen=True, slots=True)
class Directory:
    """Some subjects in the order of their slugs, and the slugs from which its neighbours go on."""

    subjects: tuple[AnySubject, ...]
    after: str = ""
    before: str = ""


def directory(kind: str, *, after: str = "", before: str = "") -> Directory:
    """Return those of a kind whom public articles name, beyond a slug, which need not exist. One SELECT."""
    begin = after or before
    position = Position((begin,), backwards=not after) if begin else None
    page = _BY_NAME.page(public_subjects(kind), limit=NAMES_A_PAGE, position=position)
    return Directory(tuple(page.rows), after=_slug(page.next), before=_slug(page.previous))


def _slug(position: Position | None) -> str:
    return str(position.key[0]) if position else ""
