"""An age against a date of birth, and two ages of one person."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from articles.engine.checks.births import Birth, births
from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period
from articles.engine.types import Finding, Severity

_FARTHEST = 15
"""Years by which an age and a birth that names nobody may be apart; beyond it, they are two people's."""

_MOST = 30


def check(story: Story) -> list[Finding]:
    """Return for each person the first two passages that cannot both be right about the birth."""
    found = []
    for told in _by_person(births(story)).values():
        pairs = combinations(told[:_MOST], 2)
        pair = next((pair for pair in pairs if _contradict(*pair)), None)
        if pair:
            found.append(_finding(story, *pair))
    return found


def _by_person(told: list[Birth]) -> dict[str, list[Birth]]:
    """Group what is told by person; a birth that names nobody goes to the only one whose age is told."""
    groups: dict[str, list[Birth]] = defaultdict(list)
    for one in told:
        if one.sure:
            groups[one.key].append(one)
    aged = [key for key, group in groups.items() if any(one.is_age for one in group)]
    for one in told:
        if one.sure:
            continue
        key = one.key if one.key in groups else aged[0] if len(aged) == 1 else one.key
        is_own = key == one.key or any(
            _gap(one.days, other.days) <= _FARTHEST for other in groups[key]
        )
        groups[key if is_own else one.key].append(one)
    return groups


def _contradict(one: Birth, other: Birth) -> bool:
    if one.days.meets(other.days):
        return False
    return (one.sure and other.sure) or one.is_age != other.is_age


def _gap(one: Period, other: Period) -> int:
    """Return the years between two times."""
    later, earlier = max(one.first, other.first), min(one.last, other.last)
    return max(0, later.year - earlier.year)


def _finding(story: Story, one: Birth, other: Birth) -> Finding:
    age, birth = (one, other) if one.is_age else (other, one)
    quotes = [f"“{story.text[each.span.start : each.span.end]}”" for each in (age, birth)]
    if not birth.is_age:
        message = f"{quotes[0]} means born in {_years(age)}, not {quotes[1]}."
    elif story.published is None:
        message = f"Two ages of one person: {quotes[0]} and {quotes[1]}."
    else:
        message = (
            f"Two ages: {quotes[0]} means born in {_years(age)}, {quotes[1]} in {_years(birth)}."
        )
    spans = tuple(sorted((one.span, other.span)))
    return Finding(Code.AGE_DIFFERS, Severity.ERROR, message, spans)


def _years(one: Birth) -> str:
    first, last = one.days.first.year, one.days.last.year
    if first == last:
        return str(first)
    return f"{first} or {last}" if last == first + 1 else f"{first} to {last}"
