"""Figures with what they measure: the words near each, the rate, the time and the names of its passage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from articles.engine.checks.phrases import any_of, word
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.units import PERCENT, unit_of
from articles.engine.data import vocabulary
from articles.engine.types import Figure, Span

_WORDS = vocabulary("measures")
_GENERIC = frozenset(stem(word) for word in _WORDS["generic"])
_PER = re.compile(
    rf"[^.,;:]{{0,30}}?\b(?:an?|per|each|every)\s(?P<per>{any_of(_WORDS['per'])})\b", re.IGNORECASE
)
_APART = word(_WORDS["apart"])
_APART_BEFORE = word(_WORDS["apart_before"], r"\s(?:\w+\s)?$")
_MODAL = word(_WORDS["modal"])
_ADDED_AFTER = re.compile(rf"\s{any_of(_WORDS['added'])}\b", re.IGNORECASE)
_APART_AFTER = word(_WORDS["apart_after"])
_ADDED = word(_WORDS["added"], r"\s(?:\w+\s)?$")
_SUBSET = re.compile(r"\s(?:[\w-]+\s)?of\s(?:them|those|these|the|its|their|whom|which)\b")
_COMPARES = re.compile(rf"\s{any_of(_WORDS['compares'])}\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|its|their|his|her)\s(?:whole\s|entire\s|full\s|total\s)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_TURN = re.compile(rf"\b{any_of(_WORDS['turns'])}[\s-]{any_of(_WORDS['turned'])}\b", re.IGNORECASE)
_PLACE = "place:"
_YEAR = re.compile(r"\d{4}")
_BOUNDS: dict[str, str] = {word: side for side, words in _WORDS["bounds"].items() for word in words}
_NEAREST = 3
_FARTHEST = 7
_REACH = 90
_BESIDE = 45
_LOOSE_BOUND = Decimal("1.5")
_LOOSE_NEAR = Decimal("1.06")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in its passage; `near` says how near each telling word stands to it, from 0 to 1."""

    figure: Figure
    unit: str
    part: str
    clause: Span
    near: Mapping[str, float]
    names: frozenset[str]
    beside: frozenset[str]
    years: frozenset[str]
    turns: frozenset[str]
    following: tuple[str, ...]
    per: str
    is_definite: bool
    is_apart: bool
    is_added: bool

    @property
    def value(self) -> Decimal:
        """Return the value of the figure."""
        return self.figure.value

    @property
    def places(self) -> frozenset[str]:
        """Return the keys of the places named beside it."""
        return frozenset(key for key in self.beside if key.startswith(_PLACE))

    @property
    def span(self) -> Span:
        """Return where the figure stands."""
        return Span(self.figure.start, self.figure.end)


def measure(story: Story, figure: Figure) -> Measure:
    """Return a figure with what its clause says about it."""
    clause = story.clause(figure)
    low, high = max(clause.start, figure.start - _REACH), min(clause.end, figure.end + _REACH)
    per = _PER.match(story.text, figure.end, high)
    dates = story.dates_in(clause.start, clause.end)
    times = [one.iso for one in dates] + [time for time in (figure.as_of, figure.horizon) if time]
    beside = (max(low, figure.start - _BESIDE), min(high, figure.end + _BESIDE))
    return Measure(
        figure=figure,
        unit=unit_of(figure),
        part=story.sentence(figure).part,
        clause=Span(low, high),
        near=_near(story, figure, low, high),
        names=story.names(low, high),
        beside=story.names(*beside),
        years=frozenset(year for iso in times for year in _YEAR.findall(iso)),
        turns=frozenset(turn.lower() for turn in _TURN.findall(story.text, low, high)),
        following=tuple(story.stem_list(figure.end, high)[:_NEAREST]),
        per=figure.per or (per["per"].lower() if per else ""),
        is_definite=_is_definite(story, figure),
        is_apart=_is_apart(story, figure, beside[0], (per.end() if per else figure.end, beside[1]))
        or _is_subset(story, figure, high),
        is_added=_ADDED.search(story.text, beside[0], figure.start) is not None
        or _ADDED_AFTER.match(story.text, figure.end, high) is not None,
    )


def _is_subset(story: Story, figure: Figure, high: int) -> bool:
    """Say whether a figure is some of what was told: "three of those named"."""
    counts = figure.kind in ("", "count") and unit_of(figure) != PERCENT
    return counts and _SUBSET.match(story.text, figure.end, high) is not None


def _is_apart(story: Story, figure: Figure, low: int, after: tuple[int, int]) -> bool:
    """Say whether words beside a figure set it apart from others: "another 40", "up from 40", "a target of 40"."""
    compared = _COMPARES.match(story.text, *after)
    told = _is_definite(story, figure)
    return any(
        found is not None
        for found in (
            _APART.search(story.text, low, figure.start),
            _APART_BEFORE.search(story.text, low, figure.start),
            None if told else _MODAL.search(story.text, low, figure.start),
            None if compared else _APART_AFTER.search(story.text, *after),
        )
    )


def _is_definite(story: Story, figure: Figure) -> bool:
    return _DEFINITE.search(story.text, max(0, figure.start - 14), figure.start) is not None


def telling(passage: str) -> frozenset[str]:
    """Return the stems of a passage that may say what a figure measures."""
    stems = (stem(found[0].lower()) for found in _WORD.finditer(passage))
    return frozenset(one for one in stems if one not in _GENERIC)


def is_generic(one: str) -> bool:
    """Say whether a stem near a figure does not say what it measures."""
    return one in _GENERIC


def agree(one: Figure, other: Figure) -> bool:
    """Say whether two values may be one: rounded, or within what "over" and "nearly" allow."""
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if low.value == high.value or _rounds(low.value, high.value) or _rounds(high.value, low.value):
        return True
    if low.value <= 0:
        return False
    ratio = high.value / low.value
    sides = _side(low), _side(high)
    if "near" in sides and ratio <= _LOOSE_NEAR:
        return True
    return ratio <= _LOOSE_BOUND and (sides[0] == "over" or sides[1] == "under")


def _side(figure: Figure) -> str:
    return _BOUNDS.get(figure.qualifier or "", "")


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Say whether `one` is `other` with fewer digits."""
    digits = len(one.normalize().as_tuple().digits)
    if not one or not other or digits >= len(other.normalize().as_tuple().digits):
        return False
    step = Decimal(1).scaleb(other.adjusted() - digits + 1)
    return one in (
        (other / step).to_integral_value() * step,
        (other / step).to_integral_value(rounding=ROUND_FLOOR) * step,
    )


def _near(story: Story, figure: Figure, low: int, high: int) -> dict[str, float]:
    near: dict[str, float] = {}
    unit = unit_of(figure)
    before, after = story.stem_list(low, figure.start)[::-1], story.stem_list(figure.end, high)
    asked = story.outline.question_of(figure.start)
    question = story.stem_list(asked.start, asked.end) if asked else []
    counted = story.stem_list(figure.start, figure.end) if not figure.kind else []
    for words in (before, counted + after, question):
        said = [one for one in words if one not in _GENERIC and one != unit]
        for place, one in enumerate(said[:_FARTHEST]):
            near[one] = max(near.get(one, 0.0), 1.0 if place < _NEAREST else 0.7)
    return near
