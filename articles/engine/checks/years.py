"""One event, two years: "effective November 17, 2025" and "effective November 17, 2024"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.times import period
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Finding, Severity, Span

_WORDS = vocabulary("events")
_EVENTS = {
    event: re.compile(r"\b(?:" + "|".join(stems) + r")[\w-]*")
    for event, stems in _WORDS["stems"].items()
}
_ON_PURPOSE = re.compile(r"\b(?:" + "|".join(_WORDS["years"]["on_purpose"]) + ")")
_PERIOD_ENDS = frozenset(_WORDS["years"]["period_ends"])
_REMEMBERED = frozenset(_WORDS["years"]["remembered"])
_DAY = re.compile(r"^(?P<year>\d{4})-(?P<day>\d{2}-\d{2})$")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_NEARBY_YEARS = 3
_AROUND = 400
_NEWS = dt.timedelta(days=120)
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with its sentence, the events it speaks of, its telling words and whom it names."""

    date: DateMention
    year: str
    day: str
    events: Mapping[str, str]
    names: frozenset[str]
    stems: frozenset[str]
    on_purpose: bool
    """The passage speaks of two years, as that of an anniversary does."""


def check(story: Story) -> list[Finding]:
    """Return the pairs of dates that give one event two years, each pair of years once."""
    dated = _dated(story)
    return [*_same_day(story, dated), *_against_stamp(story, dated)]


def _dated(story: Story) -> list[_Dated]:
    """Return the full dates with what is said around them."""
    found: list[_Dated] = []
    for date in story.dates:
        day = _DAY.match(date.iso)
        if day is None or day["year"] not in date.text:
            continue
        sentence = story.sentence(date)
        low = max(sentence.start, date.start - _AROUND)
        high = min(sentence.end, date.end + _AROUND)
        words = story.words(low, high)
        said = story.stems(low, date.start) | story.stems(date.end, high)
        names = story.names(low, high)
        purpose = _ON_PURPOSE.search(words) is not None
        found.append(_Dated(date, day["year"], day["day"], _events(words), names, said, purpose))
    return found


def _events(words: str) -> dict[str, str]:
    """Return what the words say happened: each kind of event with the word for it."""
    found = {event: pattern.search(words) for event, pattern in _EVENTS.items()}
    return {event: match[0].strip() for event, match in found.items() if match}


def _same_day(story: Story, dated: Sequence[_Dated]) -> Iterator[Finding]:
    """Yield the first conflict of each two years that are given for the same day and event."""
    groups: dict[str, dict[str, list[_Dated]]] = defaultdict(lambda: defaultdict(list))
    for one in dated:
        groups[one.day][one.year].append(one)
    for years in groups.values():
        for first, second in combinations(list(years.values())[:_MOST], 2):
            pairs = product(first[:_MOST], second[:_MOST])
            found = next((pair for pair in pairs if _same_event(story, *pair)), None)
            if found is not None:
                yield _conflict(*found)


def _conflict(one: _Dated, other: _Dated) -> Finding:
    shared = ", ".join(sorted(one.events.keys() & other.events.keys()))
    passages = f" (both passages speak of {shared})" if shared else ""
    message = f"The same day of two years: {one.date.text} and {other.date.text}{passages}."
    spans = (Span(one.date.start, one.date.end), Span(other.date.start, other.date.end))
    return Finding(Code.CONFLICTING_YEARS, Severity.ERROR, message, tuple(sorted(spans)))


def _same_event(story: Story, one: _Dated, other: _Dated) -> bool:
    """Say whether two passages speak of one event.

    The same day and month of years that share their digits (1989, 1998) or are neighbours is hardly
    chance, unless periods end on it or the world remembers; farther years must share a word.
    """
    if sorted(one.year) == sorted(other.year):
        return True
    if one.on_purpose or other.on_purpose:
        return False
    events = one.events.keys() & other.events.keys()
    apart = bool(one.events and other.events and not events)
    words = bool(one.stems & other.stems)
    names = bool(one.names & other.names)
    if one.day in _PERIOD_ENDS:
        return bool(events) and (names or not one.names or not other.names)
    if one.day in _REMEMBERED or abs(int(one.year) - int(other.year)) > _NEARBY_YEARS:
        return words or (names and not apart)
    if one.names and other.names and not names:
        return words or not (one.events and other.events) or _is_news(story, one, other)
    return bool(events) or words or (names and not apart) or _is_news(story, one, other)


def _is_news(story: Story, one: _Dated, other: _Dated) -> bool:
    """Say whether one of the two days lies near the day of publication."""
    if story.published is None:
        return False
    days = [period(date.iso) for date in (one.date, other.date)]
    return any(day and abs(day.first - story.published) <= _NEWS for day in days)


def _against_stamp(story: Story, dated: Sequence[_Dated]) -> Iterator[Finding]:
    """Compare dates of fresh news with the stamp: the same day a year off is a slip of the pen."""
    metadata = story.document.metadata
    stamp = metadata.published or metadata.updated
    raw = stamp.raw if stamp else ""
    moment: dt.date | None = stamp.local if stamp and stamp.local else story.published
    days = {f"{moment:%m-%d}": moment.year} if moment else _readings(raw)
    at = story.text.find(raw) if raw else -1
    for one in dated:
        year = days.get(one.day)
        if year is None or abs(int(one.year) - year) != 1 or not one.events or one.on_purpose:
            continue
        spans = [Span(one.date.start, one.date.end)] + (
            [Span(at, at + len(raw))] if at >= 0 else []
        )
        message = f"The text says {one.date.text}, the page is stamped {raw or year}."
        yield Finding(Code.STAMP_YEAR_DIFFERS, Severity.WARNING, message, tuple(sorted(spans)))
        return


def _readings(raw: str) -> dict[str, int]:
    """Return both days that "11/6/2025" may mean, each with its year."""
    found = _NUMERIC.search(raw)
    if found is None:
        return {}
    one, other, year = (int(group) for group in found.groups())
    return {f"{one:02}-{other:02}": year, f"{other:02}-{one:02}": year}
