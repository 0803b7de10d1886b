"""Numbers that count or measure: value, unit, qualifier, what they measure, when they hold.

Numbers that name (PyTorch 2.0, No. 7, 2024) or order (lists, dates, scores, telephones) are no figures.

1. One scan finds where numbers may begin.
2. `numbers` reads a number there; `reading` asks what it is: money, an age, a measure, a share, a count.
3. A number without a noun may be of those that its sentence counts: "86 lorries, and 40 in Kosti".
4. `times` finds when the figure holds, from the dates of the text.
5. `worth` says which of them an editor wants to be asked about.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.nouns import is_rate
from articles.engine.recognizers.figures.numbers import ANCHOR
from articles.engine.recognizers.figures.patterns import any_of
from articles.engine.recognizers.figures.reading import Reader
from articles.engine.recognizers.figures.readings import Kind, Like, Reading
from articles.engine.recognizers.figures.subjects import subject
from articles.engine.recognizers.figures.times import Times
from articles.engine.recognizers.figures.worth import Worth
from articles.engine.spans import enclosing, sentences
from articles.engine.types import DateMention, Document, Figure, Span

__all__ = ["Kind", "recognize"]

_WORDS = vocabulary("figures")["words"]
_QUALIFIER = re.compile(rf"\b({any_of(_WORDS['qualifiers'])})\s+(?:the\s+)?$", re.IGNORECASE)
_QUALIFIER_AFTER = re.compile(r"\s+or\s+(?:more|less|fewer)\b")
_PER = re.compile(
    rf"(?:\s?/\s?|[\s-](?:an?|per|each|every)[\s-])(?P<per>{any_of(_WORDS['per'])})\b",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_MOST_REMEMBERED = 16
_MOVING = (Kind.PERCENT, Kind.MONEY, Kind.MULTIPLE)
_SHARED_KINDS = (Kind.MONEY, Kind.COUNT, Kind.MEASURE, Kind.PERCENT)


def recognize(document: Document, dates: Sequence[DateMention] = ()) -> list[Figure]:
    """Return the figures of the text, in order.

    The unit is an ISO 4217 code, "percent", "percentage points", "basis points", "x", the symbol of
    a measure ("km"), the plural of a span of time ("years"), the counted noun as written, "count" for
    a large number that names nothing ("two million"), or empty for a share (0.5 for "half"). A range
    gives a figure for each end. `text` leaves the qualifier and the counted noun out. `dates` are the
    dates of the text: what is in them is no figure, and they say when figures hold.
    """
    times = Times(document.text, dates)
    found = (_figure(document.text, *one, times) for one in _Scan(document.text, times))
    worth = Worth(document)
    return [worth.rated(one) for one in found]


class _Scan:
    """One pass over a text, with the figures of the sentence so far and of the one before it."""

    def __init__(self, text: str, times: Times) -> None:
        self._text = text
        self._times = times
        self._sentences = sentences(text)
        self._reader = Reader(text)
        self._sentence = Span(0, 0)
        self._here: deque[Reading] = deque(maxlen=_MOST_REMEMBERED)
        self._earlier = self._here

    def __iter__(self) -> Iterator[tuple[Reading, Span]]:
        """Yield what every number says, with its sentence."""
        at = 0
        for found in ANCHOR.finditer(self._text):
            start = found.start()
            if start < at:
                continue
            date = self._times.covering(start)
            if date or found["address"]:
                at = date.end if date else found.end()
                continue
            self._enter(start)
            readings, at = self._read(start, at)
            yield from ((one, self._sentence) for one in readings)

    def _enter(self, at: int) -> None:
        """Go on to the sentence of a position."""
        if at >= self._sentence.end:
            self._sentence = enclosing(self._sentences, at) or Span(at, at + 1)
            self._earlier, self._here = self._here, deque(maxlen=_MOST_REMEMBERED)

    def _read(self, start: int, floor: int) -> tuple[list[Reading], int]:
        """Return the figures at a number, and where to go on."""
        counts = any(one.kind is Kind.COUNT for one in self._here)
        readings, at = self._reader.read(start, floor=floor, counts=counts)
        per = _PER.match(self._text, at) if readings else None
        readings = [self._like(one) for one in readings]
        self._here.extend(readings)
        shown = [one for one in readings if one.unit or one.kind is Kind.SHARE]
        return shown, per.end() if per else at

    def _like(self, reading: Reading) -> Reading:
        """Return a bare number in the unit of a figure before it."""
        if reading.like is None:
            return reading
        before = (*self._earlier, *self._here) if reading.like is Like.NAMED else self._here
        kinds = _SHARED_KINDS if reading.like is Like.COMPARED else (Kind.COUNT,)
        like = next((one for one in reversed(before) if one.kind in kinds and one.unit), None)
        if like is None:
            return replace(reading, unit="count") if reading.like is Like.NAMED else reading
        value = reading.value * like.factor
        return replace(reading, value=value, unit=like.unit, kind=like.kind, factor=like.factor)


def _figure(text: str, reading: Reading, sentence: Span, times: Times) -> Figure:
    before = _QUALIFIER.search(text, max(0, reading.start - _LOOK_BACK), reading.start)
    after = _QUALIFIER_AFTER.match(text, reading.end)
    per = _PER.match(text, reading.end)
    written = before[1].lower() if before else after[0].strip() if after else None
    span = Span(reading.start, reading.end)
    return Figure(
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        value=reading.value,
        unit=reading.unit,
        qualifier=written or reading.qualifier,
        measures=_measures(text, reading, sentence),
        as_of=times.as_of(span, sentence),
        horizon=times.horizon(span, sentence),
        kind=reading.kind,
        per=per["per"].lower() if per else None,
    )


def _measures(text: str, reading: Reading, sentence: Span) -> str | None:
    """Return what is measured: what follows, or the subject of the verb before, with the kind of rate."""
    thing = reading.measures
    is_plain = thing is None or is_rate(thing)
    moved = subject(text, reading.start, sentence.start) if is_plain else None
    if moved is None or reading.kind not in _MOVING:
        return thing
    return ", ".join(filter(None, (moved, thing)))
