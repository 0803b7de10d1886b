"""When a figure holds: what it is as of, and by when it is expected."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from articles.engine.types import DateMention, Span

_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|at|at\s+the\s+end\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_HORIZON = re.compile(
    r"\b(?:by|through|until|before)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_DURING = re.compile(r"\b(?:in|during|for)\s+(?:the\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|expected|expects|forecast|forecasts|projected|predicted|estimated to|set to|aims|plans|target)\b",
    re.IGNORECASE,
)
_PERIODS = frozenset(("month", "quarter", "half-year", "year", "season", ""))
_LOOK_BACK = 24
_MOST_DATES = 12


class Times:
    """The dates of a text as what figures refer to."""

    def __init__(self, text: str, dates: Sequence[DateMention]) -> None:
        """Keep the dates, which are in order."""
        self._text = text
        self._dates = dates
        self._starts = [date.start for date in dates]

    def covering(self, start: int) -> DateMention | None:
        """Return the date that a position is in."""
        at = bisect_right(self._starts, start) - 1
        return self._dates[at] if at >= 0 and start < self._dates[at].end else None

    def as_of(self, figure: Span, sentence: Span) -> str | None:
        """Return the time that a figure describes: named as such, or the one period of its sentence."""
        near = self._in(sentence)
        named = [date for date in near if self._follows(_AS_OF, date)]
        after = [date for date in named if date.start >= figure.end]
        if named:
            return (after or named)[-1 if not after else 0].iso
        if len(near) == 1 and near[0].granularity in _PERIODS and self._follows(_DURING, near[0]):
            between = self._text[min(figure.end, near[0].end) : max(figure.start, near[0].start)]
            return None if _AHEAD.search(between) else near[0].iso
        return None

    def horizon(self, figure: Span, sentence: Span) -> str | None:
        """Return the time by which a figure is expected."""
        for date in self._in(sentence):
            if not self._follows(_HORIZON, date) or self._follows(_AS_OF, date):
                continue
            between = self._text[date.end : figure.start]
            if date.start >= figure.end or _AHEAD.search(between):
                return date.iso
        return None

    def _in(self, sentence: Span) -> Sequence[DateMention]:
        """Return the dates of a sentence; of one that is full of them, the first."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        return self._dates[first : min(last, first + _MOST_DATES)]

    def _follows(self, words: re.Pattern[str], date: DateMention) -> bool:
        return words.search(self._text, max(0, date.start - _LOOK_BACK), date.start) is not None
