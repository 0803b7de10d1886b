"""One event, two dates: "signed on 3 February 2019" and "the form was signed on 8 February 2019"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.happenings import happenings
from articles.engine.checks.moments import Moment, moments
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Finding, Severity, Span

_WORDS = vocabulary("separators")
_SEPARATE = re.compile(r"\b(?:" + "|".join(_WORDS["of_dates"]) + r")(?:\b|$)", re.IGNORECASE)
_Pair = tuple[Span, Span]
_ENOUGH = 0.62
_MOST_OFTEN = 4
_MOST = 40
_AROUND = 50
_FARTHEST = 400


def check(story: Story) -> list[Finding]:
    """Return the pairs of days that are given for one event, each event once."""
    by_word: dict[str, list[Moment]] = defaultdict(list)
    told = {one.date: one.kinds for one in happenings(story)}
    for one in moments(story):
        if one.days.is_day and any(sign.isdigit() for sign in one.date.text):
            for word in one.near:
                by_word[word].append(one)
    scored = {
        pair: score for group in by_word.values() for pair, score in _pairs(story, group, told)
    }
    found: list[Finding] = []
    taken: set[Span] = set()
    for pair in sorted(scored, key=lambda pair: (-scored[pair], pair)):
        if taken.isdisjoint(pair):
            taken.update(pair)
            found.append(_finding(story, pair))
    return found


def _pairs(
    story: Story, group: Sequence[Moment], told: Mapping[DateMention, frozenset[str]]
) -> Iterator[tuple[_Pair, float]]:
    if len({one.days for one in group}) > 2:  # noqa: PLR2004 - what has three dates happens often
        return
    for one, other in combinations(group[:_MOST], 2):
        kinds = told.get(one.date), told.get(other.date)
        if kinds[0] and kinds[1] and kinds[0].isdisjoint(kinds[1]):
            continue  # what begins and what ends is not one event
        if one.days != other.days and _may_be_one(story, one, other):
            score = _likeness(story, one, other)
            if score >= _ENOUGH:
                yield (_span(one), _span(other)), score


def _may_be_one(story: Story, one: Moment, other: Moment) -> bool:
    if abs((one.days.first - other.days.first).days) > _FARTHEST or _same_day(one, other):
        return False
    if story.sentence(one.date) == story.sentence(other.date):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    return not any(_separate(story, moment) for moment in (one, other))


def _same_day(one: Moment, other: Moment) -> bool:
    """Say whether only the years differ: that is another rule's."""
    days = one.days.first, other.days.first
    return (days[0].month, days[0].day) == (days[1].month, days[1].day)


def _separate(story: Story, moment: Moment) -> bool:
    if moment.is_named:
        return False
    low = max(moment.clause.start, moment.date.start - _AROUND)
    high = min(moment.clause.end, moment.date.end + _AROUND // 2)
    return any(
        _SEPARATE.search(story.text, start, end)
        for start, end in ((low, moment.date.start), (moment.date.end, high))
    )


def _likeness(story: Story, one: Moment, other: Moment) -> float:
    """Return how much the words beside both dates say the same; 0 unless a word is next to both."""
    shared = {
        word: min(one.near[word], other.near[word])
        for word in one.near.keys() & other.near.keys()
        if story.count(word) <= _MOST_OFTEN
    }
    if max(shared.values(), default=0) < 1:
        return 0
    return sum(nearness * story.weight(word) for word, nearness in shared.items())


def _span(moment: Moment) -> Span:
    return Span(moment.date.start, moment.date.end)


def _finding(story: Story, pair: _Pair) -> Finding:
    quotes = " and ".join(story.quote(span) for span in pair)
    message = f"Two dates for what seems to be one event: {quotes}."
    is_split = len({story.sentence(span).part for span in pair}) > 1
    code = Code.PART_DIFFERS if is_split else Code.CONFLICTING_DATES
    return Finding(code, Severity.ERROR, message, tuple(sorted(pair)))
