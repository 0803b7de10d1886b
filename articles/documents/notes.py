"""The sources panel: what an article rests on, source by source, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from articles.documents.addresses import subject_path
from articles.documents.sources import CitedSource, medium_words, source_of

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import Citation


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One statement: its number in the text, its words, and what it rests on."""

    number: int
    kind: str
    quote: str
    medium: str
    date: str
    url: str
    host: str
    verification: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """A source with all statements that rest on it."""

    name: str
    path: str
    is_vague: bool
    notes: tuple[SourceNote, ...]


def source_groups(material: Material) -> tuple[SourceGroup, ...]:
    """Return the sources in the order of their first statements; none that is not named is joined."""
    groups: dict[str, list[tuple[SourceNote, CitedSource]]] = {}
    for number, citation in enumerate(material.citations, 1):
        source = source_of(citation)
        entry = _note(number, citation, source), source
        groups.setdefault(_key(number, source), []).append(entry)
    return tuple(_group(entries) for entries in groups.values())


def _key(number: int, source: CitedSource) -> str:
    if source.subject is not None:
        return source.subject.facet_key
    return f"words:{source.name.casefold()}" if source.is_named else f"note:{number}"


def _group(entries: list[tuple[SourceNote, CitedSource]]) -> SourceGroup:
    _first, source = entries[0]
    return SourceGroup(
        name=source.name,
        path=subject_path(source.subject) if source.subject else "",
        is_vague=any(one.is_vague for _, one in entries),
        notes=tuple(note for note, _ in entries),
    )


def _note(number: int, citation: Citation, source: CitedSource) -> SourceNote:
    return SourceNote(
        number=number,
        kind=citation.get_kind_display(),
        quote=citation.quote.strip(),
        medium=medium_words(source.medium),
        date=source.date,
        url=source.url,
        host=urlsplit(source.url).netloc.removeprefix("www."),
        verification=citation.verification,
    )
