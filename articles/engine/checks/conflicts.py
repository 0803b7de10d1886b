"""One event, two times, in whatever words: "opened its doors in 2009" and "since the inauguration in 2011".

What `years`, `once` and `dates` know by its day, its subject or its words comes first; the kinds of
`happenings` find what is told in other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from articles.engine.checks import dates, once, years
from articles.engine.checks.codes import Code
from articles.engine.checks.happenings import OFTEN, ONCE, PERSONAL, Happening, happenings
from articles.engine.checks.likeness import are_apart, likeness, may_be_same, name_others
from articles.engine.checks.story import Story
from articles.engine.checks.subjects import who
from articles.engine.checks.times import Period
from articles.engine.types import Finding, Severity, Span

_MOST = 40
_MOST_OFTEN = 3
"""What has more dates in one text happens often."""

_ENOUGH = 0.5
_ENOUGH_ONCE = 0.2
_SEASON = 130
_MONTH = 31


def check(story: Story) -> list[Finding]:
    """Return the pairs of dates that are given for one event, each date once."""
    found = [*years.check(story), *once.check(story), *dates.check(story)]
    taken = [span for one in found for span in one.spans]
    for one, other in _pairs(story):
        spans = sorted((one.span, other.span))
        if not any(_meet(span, each) for span in spans for each in taken):
            taken += spans
            found.append(_finding(story, one, other))
    return found


def _pairs(story: Story) -> Iterator[tuple[Happening, Happening]]:
    told = happenings(story)
    for kind in sorted({kind for one in told for kind in one.kinds}):
        group = [one for one in told if kind in one.kinds][:_MOST]
        often = len({one.days for one in group})
        if often > _MOST_OFTEN:
            continue
        for one, other in combinations(group, 2):
            if _disagree(one, other) and _is_one(story, kind, one, other, is_only=often == 2):  # noqa: PLR2004
                yield one, other


def _is_near(one: Happening, other: Happening) -> bool:
    """Say whether two times are days of about one month."""
    days = one.days.is_day and other.days.is_day and one.has_digits and other.has_digits
    return days and _gap(one.days, other.days) <= _MONTH


def _gap(one: Period, other: Period) -> int:
    """Return the days between two times."""
    return (max(one.first, other.first) - min(one.last, other.last)).days


def _disagree(one: Happening, other: Happening) -> bool:
    """Say whether two times cannot be one, whatever year is meant where none is told."""
    if one.days.meets(other.days):
        return False
    if not (one.has_digits or other.has_digits):
        return False
    if one.is_placed and other.is_placed:
        return True
    return _gap(one.days, other.days) <= _SEASON and not _same_in_another_year(one.days, other.days)


def _same_in_another_year(one: Period, other: Period) -> bool:
    spans = [{(day.month, day.day) for day in (each.first, each.last)} for each in (one, other)]
    return bool(spans[0] & spans[1])


def _is_one(story: Story, kind: str, one: Happening, other: Happening, *, is_only: bool) -> bool:
    """Say whether two passages that tell a kind of event tell the same event."""
    if story.sentence(one.date) == story.sentence(other.date) or are_apart(story, one, other):
        return False
    if kind in PERSONAL:
        whose = who(story, one), who(story, other)
        return bool(whose[0]) and whose[0] == whose[1] and (kind in ONCE or is_only)
    if name_others(one, other) or (one.theme and other.theme and not one.theme & other.theme):
        return False
    return _are_alike(story, kind, one, other, is_only=is_only)


def _are_alike(story: Story, kind: str, one: Happening, other: Happening, *, is_only: bool) -> bool:
    """Say whether two passages about things share enough, the less where the event comes once."""
    alike, same = likeness(story, one, other), is_only and may_be_same(story, one, other)
    if kind in ONCE:
        return alike >= _ENOUGH_ONCE or same
    if same and _is_near(one, other):
        return True
    is_rare = kind not in OFTEN or _gap(one.days, other.days) <= _SEASON
    return is_only and alike >= _ENOUGH and is_rare


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _finding(story: Story, one: Happening, other: Happening) -> Finding:
    spans = tuple(sorted((one.span, other.span)))
    quotes = " and ".join(story.quote(span, 25) for span in spans)
    is_year = one.days.first.year != other.days.first.year
    code = Code.CONFLICTING_YEARS if is_year else Code.CONFLICTING_DATES
    if len({story.sentence(span).part for span in spans}) > 1:
        code = Code.PART_DIFFERS
    return Finding(
        code, Severity.ERROR, f"Two times for what seems to be one event: {quotes}.", spans
    )
