"""The nouns of the engine: frozen values that travel from `parse` to `render`.

Every position is a code point offset into `Document.text`, half open: `text[start:end]`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Format(StrEnum):
    """How the words of a post are written down."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


class Kind(StrEnum):
    """What a mention names. NORP is a nationality, religion or political group."""

    PERSON = "PERSON"
    ORG = "ORG"
    PRODUCT = "PRODUCT"
    PLACE = "PLACE"
    EVENT = "EVENT"
    WORK = "WORK"
    LAW = "LAW"
    NORP = "NORP"
    HANDLE = "HANDLE"


class CitationKind(StrEnum):
    """How a statement rests on its source (PARC 3 / schema.org Quotation and citation)."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    REFERENCE = "reference"


class SourceType(StrEnum):
    """What the source of a citation is. VAGUE names nobody: "industry analyses", "experts"."""

    PERSON = "PERSON"
    ORG = "ORG"
    HANDLE = "HANDLE"
    DOCUMENT = "DOCUMENT"
    VAGUE = "VAGUE"


class Medium(StrEnum):
    """What is cited."""

    POST = "post"
    REPORT = "report"
    SURVEY = "survey"
    DATA = "data"
    FORECAST = "forecast"
    DOCUMENTATION = "documentation"
    INTERVIEW = "interview"
    STATEMENT = "statement"
    FILING = "filing"
    STUDY = "study"
    SPEECH = "speech"
    LETTER = "letter"
    ARTICLE = "article"


class Severity(StrEnum):
    """How much a finding matters to an editor."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A named stretch of the text: headline, summary, body, faq[0].question, faq[0].answer, card[0]."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor of the markup: where its words stand in the text, and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """A person card as a page prints it: name, handle without the at sign, biography."""

    name: str
    handle: str = ""
    bio: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line of the page, as printed, and what it means where that is certain.

    `instant` is set only when the zone is known, from the stamp or from the source's setting.
    """

    raw: str
    local: dt.datetime | None = None
    instant: dt.datetime | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a post says about itself beside its words."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    source_name: str = ""
    source_url: str = ""
    language: str = "en"
    section: str = ""
    topics: tuple[str, ...] = ()
    kind: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer, as HTML-free text."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed post.

    `text` is what every span points into. For articles of the house it joins the parts' plain
    text with a blank line; for a plain text that is only analysed it is the input unchanged.
    `body_html` is sanitized HTML of the body part (paragraphs, headings, lists, links).
    """

    text: str
    parts: tuple[Part, ...] = ()
    headline: str = ""
    summary: str = ""
    body_html: str = ""
    faq: tuple[Question, ...] = ()
    cards: tuple[Card, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    format: Format = Format.TEXT


@dataclass(frozen=True, slots=True)
class KnownName:
    """One alias or handle of the knowledge base. `target` is opaque to the engine ("person:12").

    With `means_nobody` it is a spelling that never is a name of anyone or anything.
    """

    text: str
    kind: Kind
    target: str
    name: str
    is_handle: bool = False
    case_sensitive: bool = True
    means_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something of the knowledge base that a mention may mean.

    `context` are words that are used of it.
    """

    target: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """In how many articles people said that a spelling meant this one."""

    candidate: Candidate
    articles: int


class Knowledge(Protocol):
    """What the house already knows, as the engine asks for it."""

    def known_names(self) -> Sequence[KnownName]:
        """Return every alias and handle, for the gazetteer; the same object while nothing changed."""
        ...

    def candidates(self, name: str, kind: Kind) -> list[Candidate]:
        """Return those whom `name` may mean, cheaply found; scoring is the engine's."""
        ...

    def meanings(self, spellings: Collection[str]) -> Mapping[str, Sequence[Meaning]]:
        """Return what judged articles meant by spellings, which are keys as `quote_key` makes them."""
        ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something. `key` is the same for all mentions of one entity."""

    start: int
    end: int
    text: str
    kind: Kind
    name: str
    key: str
    score: float
    method: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that show an attribution: "according to", "said"."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """Who or what a statement rests on, as the text names it."""

    start: int
    end: int
    text: str
    type: SourceType
    key: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement that rests on a source. `content` is what is attributed, `start`..`end` its sentence."""

    start: int
    end: int
    kind: CitationKind
    cue: Cue
    source: CitedSource | None
    content: tuple[Span, ...]
    medium: Medium | None = None
    date: str | None = None
    url: str | None = None
    score: float = 0.5
    method: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. `value` is normalised: "$15.7 trillion" is 15.7e12 USD.

    `kind` is count, money, percent, multiple, share, age, time or measure; `per` what a rate counts
    by ("year"). `text` has the sign, the scale and the unit in it, but not a counted noun. `score` says
    how likely it is one that an editor wants to show, `reason` why it is low.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    qualifier: str | None = None
    measures: str | None = None
    as_of: str | None = None
    horizon: str | None = None
    kind: str = ""
    per: str | None = None
    score: float = 0.5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or interval in the text; `iso` is partial ISO 8601: 2024, 2024-11, 2024-11-06, 2024/2025.

    A season is the number that EDTF gives it: 2024-22 is the summer of 2024. `granularity` says how
    precise the words are ("day", "week", "decade"), `qualifier` which part of it they mean ("start",
    "mid", "end"). An ambiguous date is one whose day and month could change places.
    """

    start: int
    end: int
    text: str
    iso: str
    granularity: str = ""
    ambiguous: bool = False
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class FaqPair:
    """A question and its answer as spans; `ground` is the passage the answer rests on, if found."""

    question: Span
    answer: Span
    ground: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should look at, with the passages that it compares."""

    code: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BodyAnnotation:
    """Something accepted that a page shows in the body.

    With a `url`, the words of the span link there, in the class given; with a `note`, the number
    of that source stands after the span.
    """

    start: int
    end: int
    url: str = ""
    css_class: str = ""
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who or what a mention's key may mean: a candidate, or a new entity where `target` is empty.

    Where it is empty because several fit equally well, the proposal is undecided.
    """

    key: str
    kind: Kind
    name: str
    target: str
    score: float
    reason: str
    is_undecided: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the engine found in one document."""

    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    faq: tuple[FaqPair, ...] = ()
    language: str = "en"
