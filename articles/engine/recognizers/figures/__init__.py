"""Numbers that count or measure: value, unit, qualifier, what they measure, when they hold.

Numbers that name (PyTorch 2.0, No. 7, 2024) or order (lists, dates, scores, telephones) are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.engine.data import vocabulary
from articles.engine.partial_dates import CALENDAR, read_date
from articles.engine.recognizers.figures.grammar import (
    FIGURE,
    any_of,
    currency,
    digits,
    has_plausible_scale,
    number,
    scale,
)
from articles.engine.recognizers.figures.nouns import counted_noun, measured
from articles.engine.spans import enclosing, sentences
from articles.engine.types import Document, Figure, Span

__all__ = ["recognize"]

_WORDS = vocabulary("figures")["words"]
_NAMES_BEFORE = frozenset(_WORDS["names_before"])
_OPENERS = frozenset(_WORDS["openers"])
_QUALIFIER = re.compile(rf"\b({any_of(_WORDS['qualifiers'])})\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\s+or\s+(?:more|less|fewer)\b")
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\.?\s+$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# What makes a bare number part of something else: 24-hour, 555 1234, 6 p.m., 3 of 4.
_CONTINUED = re.compile(r"[-–]\w|\s*[-–]\s*\d|\s+\d|\s*[ap]\.?m\b|:")
_SHARE_OF = re.compile(r"(?:\bout\s+of|\d\s+(?:of|in)|\b(?:one|two|three)\s+in)\s+$")
_AGO = re.compile(r"\s+(?:ago|old)\b")
_AS_OF = re.compile(r"\b(?i:as\s+of|as\s+at|at\s+the\s+end\s+of)\s+")
_HORIZON = re.compile(r"\b(?:by|through|until|before)\s+(?:the\s+end\s+of\s+)?(?=\d{4}|[A-Z])")
_LOOK_BACK = 40
_POINTS = {"percentage": "percentage points", "basis": "basis points"}


@dataclass(frozen=True, slots=True)
class _Time:
    start: int
    iso: str


def recognize(document: Document) -> list[Figure]:
    """Return the figures of the text, in order.

    The unit is an ISO 4217 code, "percent", "percentage points", "basis points", "x", the
    counted noun as written, or "count" for a scaled number that names nothing ("two million").
    A range gives a figure for each end. `text` leaves the qualifier out.
    """
    text = document.text
    lines = sentences(text)
    as_of = list(_times(text, _AS_OF))
    horizons = list(_times(text, _HORIZON))
    figures = []
    for found in FIGURE.finditer(text):
        figure = _figure(text, found)
        if figure:
            sentence = enclosing(lines, figure.start) or Span(figure.start, figure.end)
            dated = replace(
                figure,
                as_of=_within(as_of, sentence, figure),
                horizon=_after(horizons, sentence, figure),
            )
            figures += [*_lower_end(found, dated), dated]
    return figures


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    if not has_plausible_scale(found):
        return None
    if found["percent"] or found["times"] or found["fold"] or currency(found):
        return _make(
            text, found, end=found.end(), unit=_unit(found), measures=measured(text, found.end())
        )
    return _count(text, found)


def _count(text: str, found: re.Match[str]) -> Figure | None:
    """Return a number with the noun that it counts, unless it is a name, a year or part of more."""
    large = bool(scale(found) > 1 or (found["digits"] and "," in found["digits"]))
    if _CONTINUED.match(text, found.end()) or _is_named(text, found, large=large):
        return None
    noun = counted_noun(text, found.end(), titled=large)
    if noun and _AGO.match(text, noun.end):
        return None
    if noun and (large or (found["words"] or "").lower() != "one"):
        phrase = noun.phrase if noun.phrase != noun.unit else None
        return _make(text, found, end=noun.end, unit=noun.unit, measures=phrase)
    if scale(found) > 1:
        return _make(
            text, found, end=found.end(), unit="count", measures=measured(text, found.end())
        )
    return None


def _make(text: str, found: re.Match[str], *, end: int, unit: str, measures: str | None) -> Figure:
    start = found.start("digits") if found["low"] else found.start()
    before = _QUALIFIER.search(text, max(0, found.start() - _LOOK_BACK), found.start())
    after = _AFTER.match(text, end)
    qualifier = before[1].lower() if before else after[0].strip() if after else None
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=number(found),
        unit=unit,
        qualifier=qualifier,
        measures=measures,
    )


def _unit(found: re.Match[str]) -> str:
    if found["percent"]:
        words = found["percent"].lower()
        return next((unit for word, unit in _POINTS.items() if words.startswith(word)), "percent")
    return currency(found) or "x"


def _is_named(text: str, found: re.Match[str], *, large: bool) -> bool:
    """Say whether a number belongs to the name before it, to a share ("4 out of 5"), or is a year."""
    if found["digits"] and not large and _YEAR.fullmatch(found["digits"]):
        return True
    low = max(0, found.start() - _LOOK_BACK)
    if _SHARE_OF.search(text, low, found.start()):
        return True
    before = _BEFORE.search(text, low, found.start())
    if before is None:
        return False
    word = before[1]
    if word.lower() in _NAMES_BEFORE:
        return True
    return not large and word[0].isupper() and word.lower() not in _OPENERS


def _lower_end(found: re.Match[str], figure: Figure) -> Iterator[Figure]:
    """Yield the lower end of a range, in the unit of its upper end."""
    if not found["low"]:
        return
    value = digits(found["low"]) * scale(found)
    if value < figure.value:
        words = found.string[found.start() : found.end("low")]
        yield replace(figure, start=found.start(), end=found.end("low"), text=words, value=value)


def _times(text: str, introduction: re.Pattern[str]) -> Iterator[_Time]:
    for found in introduction.finditer(text):
        calendar = CALENDAR.match(text, found.end())
        date = read_date(calendar) if calendar else None
        if calendar and date:
            yield _Time(found.start(), date.iso)


def _within(times: list[_Time], sentence: Span, figure: Figure) -> str | None:
    """Return the nearest time of the sentence, one after the figure before one ahead of it."""
    after = _after(times, sentence, figure)
    at = bisect_left(times, figure.start, key=lambda time: time.start) - 1
    before = times[at].iso if at >= 0 and times[at].start >= sentence.start else None
    return after or before


def _after(times: list[_Time], sentence: Span, figure: Figure) -> str | None:
    """Return the first time of the sentence after the figure."""
    at = bisect_left(times, figure.end, key=lambda time: time.start)
    return times[at].iso if at < len(times) and times[at].start < sentence.end else None
