"""What ended before it began: a trial, a mill, an installation that was switched off before it was fitted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.codes import Code
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Severity, Span

_WORDS = vocabulary("orders")


def _any(words: list[str]) -> str:
    return r"\b(?:" + "|".join(words) + r")\b"


_THEN = r"\s(?:[\w’'-]+\s){0,6}(?:on|in)\s(?:early\s|late\s)?$"
_THING = r"\b(?:the|this|that|its|their|his|her)\s(?:[\w-]+\s){0,2}?(?P<thing>[a-z-]{4,})\s(?:had\s|first\s|officially\s)?"
_STARTED = re.compile(_THING + _any(_WORDS["started"]) + _THEN, re.IGNORECASE)
_ENDED = re.compile(_THING + _any(_WORDS["ended"]) + _THEN, re.IGNORECASE)
_OVER = [
    (
        re.compile(_any(pair["end"]) + _THEN, re.IGNORECASE),
        re.compile(_any(pair["begin"]) + _THEN, re.IGNORECASE),
    )
    for pair in _WORDS["over"]
]
_ANEW = re.compile(r"\b(?:" + "|".join(_WORDS["anew"]) + ")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A beginning or an end with its date; `thing` is what begins or ends, where that is asked."""

    span: Span
    days: Period
    thing: str = ""


def check(story: Story) -> list[Finding]:
    """Return the beginnings that are dated after the end of the same."""
    return [*_ended_before_started(story), *_over(story)]


def _over(story: Story) -> Iterator[Finding]:
    """Compare "switched off on 2 February" with "glued to the birds in late March"."""
    for end, begin in _OVER:
        yield from _only(story, end, begin, "Over before it began")


def _only(
    story: Story, end: re.Pattern[str], begin: re.Pattern[str], words: str
) -> Iterator[Finding]:
    ended, begun = list(_turns(story, end)), list(_turns(story, begin))
    if len(ended) == 1 and len(begun) == 1 and ended[0].days.last < begun[0].days.first:
        names = [
            story.names(story.sentence(one.span).start, one.span.start) for one in (*ended, *begun)
        ]
        if not names[0] or not names[1] or names[0] & names[1]:
            yield _finding(story, words, ended[0], begun[0])


def _ended_before_started(story: Story) -> Iterator[Finding]:
    """Compare "the trial began on 12 May" with "the trial came to its end on 30 March"."""
    started = _things(story, _STARTED)
    for thing, ended in _things(story, _ENDED).items():
        if thing in started and ended.days.last < started[thing].days.first:
            yield _finding(story, "Ended before it began", ended, started[thing])
            return


def _things(story: Story, pattern: re.Pattern[str]) -> dict[str, _Turn]:
    """Return what starts or ends once in the text, by the noun before the verb."""
    found: dict[str, list[_Turn]] = defaultdict(list)
    for one in _turns(story, pattern):
        found[one.thing].append(one)
    return {thing: turns[0] for thing, turns in found.items() if len(turns) == 1}


def _turns(story: Story, pattern: re.Pattern[str]) -> Iterator[_Turn]:
    """Yield the dates before which the pattern stands, in sentences that speak of no second time."""
    for date in story.dates:
        days = period(date.iso)
        clause = story.clause(date)
        found = pattern.search(story.text, clause.start, date.start) if days else None
        if found is None or days is None or not any(map(str.isdigit, date.text)):
            continue
        if not _ANEW.search(story.text, story.sentence(date).start, date.end):
            thing = found.groupdict().get("thing") or ""
            yield _Turn(Span(found.start(), date.end), days, stem(thing.lower()))


def _finding(story: Story, words: str, one: _Turn, other: _Turn) -> Finding:
    spans = tuple(sorted((one.span, other.span)))
    quotes = " and ".join(story.quote(span, 25) for span in spans)
    return Finding(Code.IMPOSSIBLE_ORDER, Severity.ERROR, f"{words}: {quotes}.", spans)
