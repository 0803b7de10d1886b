"""What a tagger sees in a text, and the door it stands behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.types import Kind


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """One name as a tagger sees it, before the document has its say."""

    start: int
    end: int
    kind: Kind
    score: float = 0.5


class Role(StrEnum):
    """What a stretch of text does in an attribution (PARC 3): who says, the saying, what is said."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class TaggedRole:
    """One part of an attribution as a tagger sees it; which parts belong together is not yet said."""

    start: int
    end: int
    role: Role
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class Tagging:
    """What a tagger sees in one text, each list in text order."""

    names: tuple[TaggedSpan, ...] = ()
    roles: tuple[TaggedRole, ...] = ()


class Tagger(Protocol):
    """The model, behind a door: texts in, names and roles out. No type of its library passes the door."""

    version: str

    def tag(self, texts: Sequence[str]) -> list[Tagging]:
        """Return what stands in each text, in order, with offsets into that text."""
        ...
