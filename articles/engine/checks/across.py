"""What other articles and the records of the house say otherwise: figures of an entity, and its facts.

The rules take what is known as plain values; who reads them from where is the caller's matter.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from articles.engine.checks.codes import Code
from articles.engine.checks.measures import Measure, agree, measure, telling
from articles.engine.checks.once import Deed, deeds, told_in
from articles.engine.checks.story import Story
from articles.engine.checks.units import unit_of
from articles.engine.recognizers import dates
from articles.engine.types import Document, Extraction, Figure, Finding, Severity, Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST_SHARED = 2
_FEWEST_SHARED_UNDATED = 3
_NEWS = dt.timedelta(days=14)
_LONGEST_QUOTE = 160


class EarlierFigure(Protocol):
    """A figure of another article, with whom its sentence names."""

    @property
    def target(self) -> str:
        """Return the record that the sentence names: "organization:12"."""

    @property
    def value(self) -> Decimal:
        """Return the value."""

    @property
    def unit(self) -> str:
        """Return the unit, as the engine gave it."""

    @property
    def qualifier(self) -> str:
        """Return "over", "nearly" or nothing."""

    @property
    def quote(self) -> str:
        """Return the words of the figure."""

    @property
    def passage(self) -> str:
        """Return the sentence."""

    @property
    def title(self) -> str:
        """Return the headline of the other article."""

    @property
    def published(self) -> dt.date:
        """Return the day on which the other article came out."""


class RecordedFact(Protocol):
    """What the house has on record of an entity, in words."""

    @property
    def target(self) -> str:
        """Return the record: "organization:12"."""

    @property
    def name(self) -> str:
        """Return the entity's name."""

    @property
    def statement(self) -> str:
        """Return the description."""


def check_across(
    document: Document,
    extraction: Extraction,
    *,
    published: dt.datetime | dt.date | None,
    targets: Mapping[str, str],
    earlier: Sequence[EarlierFigure] = (),
    facts: Sequence[RecordedFact] = (),
) -> list[Finding]:
    """Return where the article says other than an earlier one, or than the record of an entity.

    `targets` gives the record that each key of a mention means.
    """
    story = Story(document, extraction, published)
    return [*_figures(story, targets, earlier), *_facts(story, targets, facts)]


def _figures(
    story: Story, targets: Mapping[str, str], earlier: Sequence[EarlierFigure]
) -> Iterator[Finding]:
    known: dict[str, list[EarlierFigure]] = defaultdict(list)
    for other in earlier:
        known[other.target].append(other)
    for figure in story.figures if known else ():
        one = measure(story, figure)
        sentence = story.sentence(figure)
        named = {targets.get(key, "") for key in story.names(sentence.start, sentence.end)}
        others = [other for target in sorted(named & known.keys()) for other in known[target]]
        told = next((other for other in others if _differs(story, one, other)), None)
        if told and not any(other.value == one.value for other in others):
            yield _figure_differs(story, one, told)


def _differs(story: Story, one: Measure, other: EarlierFigure) -> bool:
    """Say whether both figures measure the same at the same time, with two values."""
    theirs = Figure(0, 0, other.quote, other.value, other.unit, other.qualifier or None)
    if unit_of(theirs) != one.unit or agree(one.figure, theirs) or one.is_apart or one.is_added:
        return False
    years = frozenset(_YEAR.findall(other.passage))
    if one.years or years:
        fewest = _FEWEST_SHARED if one.years & years else None
    else:
        is_news = story.published and abs(story.published - other.published) <= _NEWS
        fewest = _FEWEST_SHARED_UNDATED if is_news else None
    return fewest is not None and len(one.near.keys() & telling(other.passage)) >= fewest


def _figure_differs(story: Story, one: Measure, other: EarlierFigure) -> Finding:
    day = other.published
    passage = other.passage[:_LONGEST_QUOTE]
    message = (
        f"“{other.title[:80]}” of {day.day} {day:%B} {day.year} gives another value:"
        f" {story.quote(one.span, 25)}, there “{passage}”."
    )
    return Finding(Code.FIGURE_DIFFERS, Severity.WARNING, message, (one.span,))


def _facts(
    story: Story, targets: Mapping[str, str], facts: Sequence[RecordedFact]
) -> Iterator[Finding]:
    recorded = {(fact.target, deed.kind): (fact, deed) for fact in facts for deed in _told(fact)}
    for one in deeds(story) if recorded else ():
        found = recorded.get((targets.get(one.subject, ""), one.kind))
        if found and not one.days.meets(found[1].days):
            yield _fact_differs(story, one, *found)


def _told(fact: RecordedFact) -> list[Deed]:
    """Return what a description dates, of the entity itself."""
    document = Document(text=fact.statement)
    extraction = Extraction(dates=tuple(dates.recognize(document)))
    return told_in(Story(document, extraction))


def _fact_differs(story: Story, one: Deed, fact: RecordedFact, deed: Deed) -> Finding:
    words = story.text[one.span.start : one.span.end]
    recorded = fact.statement[deed.span.start : deed.span.end]
    message = f"“{words}” is not what the record of {fact.name} says: “{recorded}”."
    return Finding(
        Code.FACT_DIFFERS, Severity.WARNING, message, (Span(one.span.start, one.span.end),)
    )
