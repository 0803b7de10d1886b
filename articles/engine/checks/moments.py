"""Dates with what happened then: the words that stand near each, and whom its passage names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Span

_WORDS = vocabulary("moments")
_CALENDAR = frozenset(
    stem(word)
    for words in (*vocabulary("stamps")["months"], vocabulary("stamps")["fillers"])
    for word in words
) | frozenset(_WORDS["of_time"])
_GENERIC = frozenset(stem(word) for word in _WORDS["generic"])
_NAMED_DAY = re.compile(r"[,:]?\s(?:as\s)?the\s(?:date|day|deadline|time|target)\b")
_ATTRIBUTE = re.compile(r"\b(?:the|its|his|her|their|a|that|this)\s$", re.IGNORECASE)
_NEAREST = 3
_FARTHEST = 7
_REACH = 90
_MOST = 400


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in its passage; `near` says how near each telling word stands to it, from 0 to 1."""

    date: DateMention
    days: Period
    clause: Span
    near: Mapping[str, float]
    names: frozenset[str]
    is_named: bool
    """The passage says outright whose day it is: "21 January, the date set for first water"."""


def moments(story: Story) -> list[Moment]:
    """Return the dates that can be placed, each with the words that say what happened then."""
    found = []
    for date in story.dates[:_MOST]:
        days = period(date.iso)
        if days is not None:
            found.append(_moment(story, date, days))
    return found


def _moment(story: Story, date: DateMention, days: Period) -> Moment:
    clause = story.clause(date)
    low, high = max(clause.start, date.start - _REACH), min(clause.end, date.end + _REACH)
    before = _telling(story, low, date.start)[::-1]
    after = _telling(story, date.end, high)
    attribute = _ATTRIBUTE.search(story.text, max(0, date.start - 6), date.start) is not None
    named = _NAMED_DAY.match(story.text, date.end, high) is not None
    leads = attribute or named or not before
    near: dict[str, float] = {}
    for words, most in ((before, 1.0), (after, 1.0 if leads else 0.5)):
        for place, word in enumerate(words[:_FARTHEST]):
            closeness = most if place < _NEAREST else most * 0.7
            near[word] = max(near.get(word, 0.0), closeness)
    return Moment(date, days, Span(low, high), near, story.names(clause.start, clause.end), named)


def _telling(story: Story, start: int, end: int) -> list[str]:
    """Return the stems between two offsets that name neither time nor anybody, in order."""
    words = story.stem_list(start, end)
    return [word for word in words if word not in _CALENDAR and word not in _GENERIC]
