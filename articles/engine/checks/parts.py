"""The numbers of a sentence, as parts of something: figures, and bare numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.phrases import word
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.units import COUNT, PERCENT, unit_of
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged, overlaps
from articles.engine.types import Figure, Span

_WORDS = vocabulary("sums")
_SCALES: dict[str, int] = vocabulary("figures")["scales"]
_BARE = re.compile(
    rf"(?<![\w.,$€£/:-])(?P<number>{NUMERAL}|\d+\.\d+)(?:\s(?P<scale>thousand|million|billion|crore|lakh))?"
    r"(?![\w%:/-]|[.,]\d)",
    re.IGNORECASE,
)
_NOT_A_LIST = word(_WORDS["not_a_list"], r"(?:\b|$)")
_NOUN_ALONE = re.compile(r"\s[\w-]+(?:\s[\w-]+)?,?\s(?:and\s)?")
_OF_BASE = re.compile(r"\sof\s(?:the\s|its\s|their\s|all\s)?(?P<base>\w+)")
_PRONOUNS = frozenset({"it", "them", "these", "those", "this", "that", "which", "whom", "us"})
_FEWEST = 3
_MOST_NUMBERS = 60
_GAP = 70
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A number in a passage, with the unit of the figure, or none."""

    start: int
    end: int
    value: Decimal
    unit: str
    kind: str = ""


def parts_of(story: Story, sentence: Sentence) -> list[Part]:
    """Return the figures of a sentence, shares in percent, and its other numbers without a unit."""
    figures = story.figures_in(sentence.start, sentence.end)
    if len(figures) > _MOST_NUMBERS:
        return []
    taken: list[Ranged] = [*figures, *story.dates_in(sentence.start, sentence.end)]
    parts = [_part(one) for one in figures]
    for found in islice(_BARE.finditer(story.text, sentence.start, sentence.end), _MOST_NUMBERS):
        span = Span(*found.span())
        value = _value(found)
        if value and not any(overlaps(span, one) for one in taken):
            parts.append(Part(span.start, span.end, value, ""))
    return sorted(parts, key=lambda part: part.start)


def _part(one: Figure) -> Part:
    if one.kind == "share":
        return Part(one.start, one.end, one.value * _HUNDRED, PERCENT, one.kind)
    unit = unit_of(one)
    return Part(one.start, one.end, one.value, "" if unit == COUNT else unit, one.kind)


def _value(found: re.Match[str]) -> Decimal:
    words = found["number"]
    scale = _SCALES[found["scale"].lower()] if found["scale"] else 1
    return Decimal(words) * scale if "." in words else Decimal(value_of(words) or 0) * scale


def lists(parts: Sequence[Part], text: str, *, fewest: int = _FEWEST) -> Iterator[list[Part]]:
    """Yield the runs of numbers of one kind that commas join, and "and" closes."""
    run: list[Part] = []
    for part in parts:
        between = text[run[-1].end : part.start] if run else ""
        run = [*run, part] if run and _joined(between) and _alike(run, part, between) else [part]
        if len(run) >= fewest and re.search(r"\band\b", between):
            yield run
            run = []


def _joined(between: str) -> bool:
    return (
        len(between) <= _GAP
        and re.search(r",|;|\band\b", between) is not None
        and _NOT_A_LIST.search(between) is None
    )


def _alike(run: Sequence[Part], part: Part, between: str) -> bool:
    """Say whether a number may go on with a list: it has the same unit or none, or it is "34 goats, 19 sheep"."""
    unit = unit_of_all(run)
    if not part.unit or not unit or part.unit == unit:
        return True
    counts = {one.kind for one in run if one.kind} == {part.kind} == {"count"}
    return counts and _NOUN_ALONE.fullmatch(between) is not None


def unit_of_all(parts: Sequence[Part]) -> str:
    """Return the first unit that one of the parts has, or nothing."""
    return next((part.unit for part in parts if part.unit), "")


def have_one_base(story: Story, parts: Sequence[Part]) -> bool:
    """Say whether no two of the shares are told of two things: "48% of men, 37% of women"."""
    found = (_OF_BASE.match(story.text, part.end, part.end + _GAP) for part in parts)
    bases = {one["base"].lower() for one in found if one} - _PRONOUNS
    return len(bases) <= 1
