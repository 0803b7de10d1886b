"""Parts that come to more than their whole, and shares that come to more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise

from articles.engine.checks.codes import Code
from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.units import COUNT, PERCENT, unit_of
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged, overlaps
from articles.engine.types import Figure, Finding, Severity, Span

_WORDS = vocabulary("sums")
_SCALES: dict[str, int] = vocabulary("figures")["scales"]
_BARE = re.compile(
    rf"(?<![\w.,$€£/:-])(?P<number>{NUMERAL}|\d+\.\d+)(?:\s(?P<scale>thousand|million|billion|crore|lakh))?"
    r"(?![\w%:/-]|[.,]\d)",
    re.IGNORECASE,
)
_NOT_A_LIST = re.compile(r"\b(?:" + "|".join(_WORDS["not_a_list"]) + r")(?:\b|$)", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:" + "|".join(_WORDS["whole"]) + r")\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\b(?:" + "|".join(_WORDS["of_whole"]) + r")\b", re.IGNORECASE)
# Numbers in these units are not added up.
_NOT_ADDED = frozenset(
    {
        "point",
        "degre",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minut",
        "second",
        "x",
        "goal",
        "percentage points",
        "basis points",
    }
)
_VOTES = stem("votes")
_HOUSE = re.compile(
    rf"\b(?P<seats>{NUMERAL})(?:[- ](?:member|seat|judge|strong|person|chair)s?\b)", re.IGNORECASE
)
_THE_OTHERS = re.compile(r"\bthe\s(?:other|others|remaining|rest,?)\s$")
_OF = re.compile(r"\b[Oo]f\s(?:the\s|these\s|those\s|all\s)?$")
_FEWEST = 3
_MOST_NUMBERS = 60
_LOOK_BACK = 200
_GAP = 70
_NEAR = 60
_MOST_OVER = Decimal("2.2")
_ALL = Decimal("101.5")


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    value: Decimal
    unit: str


def check(story: Story) -> list[Finding]:
    """Return the lists whose members come to more than the whole that the text gives, or than 100 percent."""
    found: list[Finding] = []
    for number, sentence in enumerate(story.sentences):
        parts = _parts(story, sentence)
        for run in _lists(parts, story.text):
            one = _shares(story, run) if _unit(run) == PERCENT else _sum(story, number, run)
            found += [one] if one else []
        found += [] if found else [*_halves(story, number, parts)]
    return found


def _halves(story: Story, number: int, parts: list[_Part]) -> Iterator[Finding]:
    """Yield two parts that are all there is: "42 rooms face the sea and the other 25", "62% for and 48% against"."""
    for one, other in pairwise(parts):
        pair = [one, other]
        between = story.text[one.end : other.start]
        if len(between) > _GAP or (one.unit and other.unit and one.unit != other.unit):
            continue
        if one.unit == PERCENT and _are_opposites(story, one, other):
            found = _shares(story, pair)
        elif one.unit != PERCENT and _THE_OTHERS.search(between):
            found = _sum(story, number, pair, fewest=2)
        else:
            found = None
        if found:
            yield found


def _are_opposites(story: Story, one: _Part, other: _Part) -> bool:
    said = story.words(one.end, other.start), story.words(other.end, other.end + _GAP)
    return any(
        re.search(rf"\b{a}\b", said[0]) and re.search(rf"\b{b}\b", said[1])
        for pair in _WORDS["opposites"]
        for a, b in (pair, pair[::-1])
    )


def _parts(story: Story, sentence: Sentence) -> list[_Part]:
    """Return the figures of a sentence, and its other numbers without a unit."""
    figures = story.figures_in(sentence.start, sentence.end)
    if len(figures) > _MOST_NUMBERS:
        return []
    taken: list[Ranged] = [*figures, *story.dates_in(sentence.start, sentence.end)]
    parts = [_Part(one.start, one.end, one.value, _unit_of(one)) for one in figures]
    for found in islice(_BARE.finditer(story.text, sentence.start, sentence.end), _MOST_NUMBERS):
        span = Span(*found.span())
        value = _value(found)
        if value and not any(overlaps(span, one) for one in taken):
            parts.append(_Part(span.start, span.end, value, ""))
    return sorted(parts, key=lambda part: part.start)


def _unit_of(figure: Figure) -> str:
    unit = unit_of(figure)
    return "" if unit == COUNT else unit


def _value(found: re.Match[str]) -> Decimal:
    words = found["number"]
    scale = _SCALES[found["scale"].lower()] if found["scale"] else 1
    return Decimal(words) * scale if "." in words else Decimal(value_of(words) or 0) * scale


def _lists(parts: Sequence[_Part], text: str) -> Iterator[list[_Part]]:
    """Yield the runs of three or more numbers of one unit that commas join, and "and" closes."""
    run: list[_Part] = []
    for part in parts:
        between = text[run[-1].end : part.start] if run else ""
        if (
            run
            and _joined(between)
            and (not part.unit or part.unit in {_unit(run), ""} or not _unit(run))
        ):
            run.append(part)
        else:
            run = [part]
        if len(run) >= _FEWEST and re.search(r"\band\b", between):
            yield run
            run = []


def _joined(between: str) -> bool:
    return (
        len(between) <= _GAP
        and re.search(r",|;|\band\b", between) is not None
        and _NOT_A_LIST.search(between) is None
    )


def _unit(parts: Sequence[_Part]) -> str:
    return next((part.unit for part in parts if part.unit), "")


def _shares(story: Story, parts: list[_Part]) -> Finding | None:
    total = sum((part.value for part in parts), Decimal(0))
    if not _ALL < total < 2 * _ALL or max(part.value for part in parts) >= 100:  # noqa: PLR2004
        return None
    message = f"These shares come to {total:f} percent: {_quotes(story, parts)}."
    spans = (Span(parts[0].start, parts[0].end), Span(parts[1].start, parts[-1].end))
    return Finding(Code.PARTS_OVER_WHOLE, Severity.ERROR, message, spans)


def _sum(story: Story, number: int, parts: list[_Part], *, fewest: int = _FEWEST) -> Finding | None:
    told = _OF.search(story.text, max(0, parts[0].start - _NEAR), parts[0].start)
    members = parts[1:] if told else parts
    total = sum((part.value for part in members), Decimal(0))
    if len(members) < fewest or _unit(parts) in _NOT_ADDED or total in story.values:
        return None
    whole = _exceeded(parts[0], members, total) if told else _whole(story, number, parts, total)
    if whole is None:
        return None
    message = (
        f"The parts come to {_plain(total)}, more than the whole: {_quotes(story, members)}"
        f" of “{story.text[whole.start : whole.end]}”."
    )
    spans = tuple(sorted((Span(whole.start, whole.end), Span(members[0].start, members[-1].end))))
    return Finding(Code.PARTS_OVER_WHOLE, Severity.ERROR, message, spans)


def _exceeded(whole: _Part, members: list[_Part], total: Decimal) -> _Part | None:
    """Return the whole of "Of the 90 houses, 40 …", where its parts exceed it, and each is one."""
    return whole if max(part.value for part in members) < whole.value < total else None


def _whole(story: Story, number: int, parts: list[_Part], total: Decimal) -> Ranged | None:
    """Return the nearest figure that the parts may be parts of, and exceed."""
    unit, largest = _unit(parts), max(part.value for part in parts)
    if unit == _VOTES:
        return _house(story, largest, total)
    sentence = story.sentences[number]
    cued = _OF_WHOLE.search(story.words(sentence.start, parts[0].start)) is not None
    for one in reversed(story.figures_in(0, parts[0].start)[-_LOOK_BACK:]):
        fits = largest < one.value < total < one.value * _MOST_OVER
        same_unit = unit_of(one) == unit if unit else unit_of(one).islower()
        if not fits or not same_unit:
            continue
        told = _WHOLE.search(story.words(max(0, one.start - _NEAR), one.start)) is not None
        if unit or told or cued:
            return one
    return _whole_after(story, parts, total)


def _whole_after(story: Story, parts: list[_Part], total: Decimal) -> Figure | None:
    """Return a total that is told behind its parts: "…, 212 in all"."""
    unit, largest, end = _unit(parts), max(part.value for part in parts), parts[-1].end
    for one in story.figures_in(end, end + 3 * _GAP):
        told = _WHOLE.search(story.words(max(end, one.start - _NEAR // 2), one.end + _NEAR // 4))
        if told and unit_of(one) == unit and largest < one.value < total < one.value * _MOST_OVER:
            return one
    return None


def _house(story: Story, largest: Decimal, total: Decimal) -> Span | None:
    """Return "19-member" where more votes are counted than a house has members."""
    houses = [
        (Decimal(value_of(found["seats"]) or 0), Span(*found.span()))
        for found in islice(_HOUSE.finditer(story.text), _LOOK_BACK)
    ]
    if any(seats >= total for seats, _ in houses):
        return None
    return next((span for seats, span in houses if largest < seats < total), None)


def _quotes(story: Story, parts: Sequence[_Part]) -> str:
    quotes = [f"“{story.text[part.start : part.end]}”" for part in parts]
    return ", ".join(quotes[:-1]) + f" and {quotes[-1]}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
