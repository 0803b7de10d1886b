"""How likely two passages are one thing told twice: signs, weighed by a logistic regression."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal

from articles.engine.checks.story import Story
from articles.engine.checks.twice.pairs import BODY, Pair, Sort
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged
from articles.engine.types import DateMention, Figure

Signs = dict[str, float]

_WEIGHTS: dict[str, dict[str, float]] = vocabulary("twice")["weights"]
_BESIDE = 40
_NEAREST = 2
_LEAST_DIGITS = 2
_FEW_YEARS = 3


def chance(story: Story, pair: Pair) -> float:
    """Return the probability, 0 to 1, that the pair is one thing told twice."""
    weights = _WEIGHTS[pair.sort]
    total = sum(weights[name] * value for name, value in signs(story, pair).items())
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, total))))


def signs(story: Story, pair: Pair) -> Signs:
    """Return what speaks for it and against it, by the names of the weights of its sort."""
    one, other = pair.spans
    shared = {
        "constant": 1.0,
        "sentence": _in_common(story, story.sentence(one), story.sentence(other)),
        "clause": _in_common(story, story.clause(one), story.clause(other)),
        "distance": math.log1p(other.start - one.start),
    }
    if isinstance(one, Figure) and isinstance(other, Figure):
        return {**shared, **_of_figures(story, pair, one, other)}
    if isinstance(one, DateMention) and isinstance(other, DateMention):
        of_sort = _of_days if pair.sort is Sort.DAYS else _of_years
        return {
            **shared,
            "before": _beside(story, one, other, after=False),
            "dates": math.log1p(len(story.dates)),
            **of_sort(story, one, other),
        }
    raise TypeError(pair)


def _of_figures(story: Story, pair: Pair, one: Figure, other: Figure) -> Signs:
    rivals = sum(1 for each in story.figures if (each.kind, each.unit) == (one.kind, one.unit))
    outside = [span for span, part in zip((one, other), pair.parts, strict=True) if part != BODY]
    is_split = pair.parts[0] != pair.parts[1]
    digits = _digits(one.value), _digits(other.value)
    return {
        "split": float(is_split),
        "outside": float(bool(outside)),
        "echoed": float(is_split and any(_is_echoed(story, span) for span in outside)),
        "swapped": float(_are_swapped(*digits)),
        "one_digit": float(_differ_in_one(*digits)),
        "unit": float(bool(one.unit) and one.unit == other.unit),
        "ratio": abs(math.log(one.value / other.value)),
        "rivals": math.log1p(rivals),
        "beside": _beside(story, one, other, after=True),
    }


def _of_days(story: Story, one: DateMention, other: DateMention) -> Signs:
    days = one.iso, other.iso
    today = story.published.isoformat() if story.published else ""
    gap = dt.date.fromisoformat(days[0]) - dt.date.fromisoformat(days[1])
    return {
        "today": float(today in days),
        "future": float(bool(today) and (days[0] > today) != (days[1] > today)),
        "gap": math.log1p(abs(gap.days)),
        "swapped": float(_are_swapped(days[0][-2:], days[1][-2:])),
    }


def _of_years(_story: Story, one: DateMention, other: DateMention) -> Signs:
    return {
        "swapped": float(_are_swapped(one.iso, other.iso)),
        "few": float(abs(int(one.iso) - int(other.iso)) <= _FEW_YEARS),
    }


def _in_common(story: Story, one: Ranged, other: Ranged) -> float:
    """Return how much two passages have in common: 1 for a word that stands nowhere else."""
    same = story.stems(one.start, one.end) & story.stems(other.start, other.end)
    return sum(story.weight(each) for each in same)


def _beside(story: Story, one: Ranged, other: Ranged, *, after: bool) -> float:
    """Return how many of the words right before, and right after, both have."""
    return float(len(_nearest(story, one, after) & _nearest(story, other, after)))


def _nearest(story: Story, place: Ranged, after: bool) -> frozenset[str]:  # noqa: FBT001
    before = story.stem_list(max(0, place.start - _BESIDE), place.start)[-_NEAREST:]
    behind = story.stem_list(place.end, place.end + _BESIDE)[:_NEAREST] if after else []
    return frozenset((*before, *behind))


def _is_echoed(story: Story, figure: Figure) -> bool:
    """Say whether another sentence of the article gives the same value."""
    return any(
        each.value == figure.value
        and each.kind == figure.kind
        and story.sentence(each).start != story.sentence(figure).start
        for each in story.figures
    )


def _digits(value: Decimal) -> str:
    """Return the digits that say something: those of 214,000 are 214."""
    return "".join(filter(str.isdigit, f"{value.normalize():f}")).strip("0")


def _are_swapped(one: str, other: str) -> bool:
    return len(one) >= _LEAST_DIGITS and one != other and sorted(one) == sorted(other)


def _differ_in_one(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < _LEAST_DIGITS:
        return False
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1
