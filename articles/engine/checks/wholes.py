"""The figure that parts may be parts of: "a total of 3,200", "Of the 90 houses", "the 19-member council"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.parts import Part, unit_of_all
from articles.engine.checks.phrases import word
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.units import unit_of
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged
from articles.engine.types import Figure, Span

_WORDS = vocabulary("sums")
_WHOLE = word(_WORDS["whole"])
_OF_WHOLE = word(_WORDS["of_whole"])
_BREAKS_DOWN = re.compile(
    r"(?:[:—–]|\bof\s(?:which|whom)\b|,\s(?:namely|comprising|including)\b|\b"
    r"(?:in|into)\s(?:two|three|four)\b)"
)
_HOUSE = re.compile(
    rf"\b(?P<seats>{NUMERAL})(?:[- ](?:member|seat|judge|strong|person|chair)s?\b)", re.IGNORECASE
)
_SCALE = re.compile(r"\b(?:million|billion|thousand|crore|lakh)\b")
_NOT_A_WHOLE = re.compile(r"(?:\d\sto\s|\b(?:over|than|under|between)\s|[-–])$")
_IN_HOUSES = frozenset(stem(one) for one in ("votes", "seats"))
_IN_PLACE = re.compile(r"\s(?:in|from|at|on)\s(?:the\s)?[A-Z]")
_MANY = 1000
_TWO = 2
_LOOK_BACK = 200
_GAP = 70
_NEAR = 60
_A_LITTLE_OVER = Decimal("1.25")
_MOST_OVER = Decimal("2.2")


def whole_of(
    story: Story, sentence: Sentence, parts: list[Part], total: Decimal, *, known: bool
) -> Ranged | None:
    """Return the nearest figure that the parts of a sentence may be parts of, and exceed.

    Two parts need a figure that they spell out, unless it is `known` that they are all there is.
    """
    unit, largest = unit_of_all(parts), max(part.value for part in parts)
    if unit in _IN_HOUSES:
        return house(story, largest, total)
    listed = known or (len(parts) > _TWO and len({part.unit for part in parts} - {""}) < _TWO)
    cued = _OF_WHOLE.search(story.words(sentence.start, parts[0].start)) is not None
    for one in reversed(story.figures_before(parts[0].start, _LOOK_BACK)):
        if not largest < one.value < total < one.value * _MOST_OVER or _is_bound(story, one):
            continue
        if _breaks_down(story, sentence, one, parts):
            return one
        if listed and not unit and (_is_near(story, one, parts) or _by_place(story, one, parts)):
            return one
        if unit_of(one) != unit if unit else not unit_of(one).islower():
            continue
        told = _WHOLE.search(story.words(max(0, one.start - _NEAR), one.start)) is not None
        if listed and (unit or told or cued):
            return one
    return _whole_after(story, parts, total)


def _is_bound(story: Story, one: Figure) -> bool:
    """Say whether a figure is the end of a range or a bound: "33 to 36 seats", "towns of over 50,000"."""
    return _NOT_A_WHOLE.search(story.text, max(0, one.start - _NEAR), one.start) is not None


def _is_near(story: Story, one: Figure, parts: Sequence[Part]) -> bool:
    """Say whether a list of bare millions follows a sum in millions: "200 million euros. Rent takes 120 million, …"."""
    scaled = {_SCALE.search(story.text[part.start : part.end]) is not None for part in parts}
    is_scaled = _SCALE.search(one.text) is not None
    return scaled == {True} and is_scaled and parts[0].start - one.end <= 2 * _GAP


def _by_place(story: Story, one: Figure, parts: Sequence[Part]) -> bool:
    """Say whether a list tells place by place how many of some thousand there are: "410,000 in Peru, …"."""
    located = all(_IN_PLACE.match(story.text, part.end) for part in parts)
    return located and one.kind == "count" and one.value >= _MANY


def _breaks_down(story: Story, sentence: Sentence, one: Figure, parts: Sequence[Part]) -> bool:
    """Say whether a list spells out a figure of its own sentence: "60 animals: 34 goats, 19 sheep and …"."""
    between = story.text[one.end : parts[0].start]
    is_money = unit_of(one).isupper()
    alike = all(not part.unit or part.unit.isupper() is is_money for part in parts)
    near = one.start >= sentence.start and len(between) <= 2 * _GAP
    return near and alike and one.kind != "percent" and _BREAKS_DOWN.search(between) is not None


def _whole_after(story: Story, parts: list[Part], total: Decimal) -> Figure | None:
    """Return a total that is told behind its parts: "…, 212 in all"."""
    unit, largest, end = unit_of_all(parts), max(part.value for part in parts), parts[-1].end
    for one in story.figures_in(end, end + 3 * _GAP):
        told = _WHOLE.search(story.words(max(end, one.start - _NEAR // 2), one.end + _NEAR // 4))
        if told and unit_of(one) == unit and largest < one.value < total < one.value * _MOST_OVER:
            return one
    return None


def house(story: Story, largest: Decimal, total: Decimal) -> Span | None:
    """Return "19-member" where more votes or seats are counted than a house has."""
    houses = _houses(story.text)
    holds_all = story.has_value(total, total * _A_LITTLE_OVER)
    if holds_all or any(seats >= total for seats, _ in houses):
        return None
    return next((span for seats, span in houses if largest < seats < total), None)


@lru_cache(maxsize=1)
def _houses(text: str) -> tuple[tuple[Decimal, Span], ...]:
    """Return the houses of a text with their seats; each list of votes asks for those of the same text."""
    return tuple(
        (Decimal(value_of(found["seats"]) or 0), Span(*found.span()))
        for found in islice(_HOUSE.finditer(text), _LOOK_BACK)
        if not _NOT_A_WHOLE.search(text, max(0, found.start() - _NEAR), found.start())
    )
