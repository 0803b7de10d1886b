"""One event, two years: "effective November 17, 2025" and "effective November 17, 2024"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from articles.engine.checks.codes import Code
from articles.engine.data import vocabulary
from articles.engine.spans import enclosing, sentences
from articles.engine.types import Finding, Severity, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from articles.engine.types import DateMention, Document, Extraction

_WORDS = vocabulary("events")
_EVENTS = {
    event: re.compile(r"\b(?:" + "|".join(stems) + r")[\w-]*")
    for event, stems in _WORDS["stems"].items()
}
_ON_PURPOSE = re.compile(r"\b(?:" + "|".join(word for word in _WORDS["years"]["on_purpose"]) + ")")
_ONCE = re.compile(
    r"\b(?P<verb>" + "|".join(_WORDS["years"]["once"]) + r")\s+(?:[\w-]+\s+){0,4}?in\s+$"
)
_DAY = re.compile(r"^(?P<year>\d{4})-(?P<day>\d{2}-\d{2})$")
_YEAR = re.compile(r"^\d{4}$")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_NEARBY_YEARS = 3
_LOOK_BACK = 80
_AROUND = 400
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with its sentence, the events it speaks of and whom it names."""

    date: DateMention
    year: str
    day: str
    events: Mapping[str, str]
    names: frozenset[str]


def check(
    document: Document, extraction: Extraction, *, published: dt.datetime | dt.date | None = None
) -> list[Finding]:
    """Return the pairs of dates that give one event two years, each pair of years once."""
    dated = _dated(document.text, extraction)
    return [
        *_same_day(dated),
        *_happened_once(document.text, extraction),
        *_against_stamp(document, dated, published),
    ]


def _dated(text: str, extraction: Extraction) -> list[_Dated]:
    """Return the full dates with what is said around them, save those of passages on two years."""
    found: list[_Dated] = []
    lines = sentences(text)
    starts = [one.start for one in extraction.mentions]
    for date in extraction.dates:
        day = _DAY.match(date.iso)
        sentence = enclosing(lines, date.start)
        if day is None or sentence is None or day["year"] not in date.text:
            continue
        low = max(sentence.start, date.start - _AROUND)
        high = min(sentence.end, date.end + _AROUND)
        words = text[low:high].lower()
        if not _ON_PURPOSE.search(words):
            near = extraction.mentions[bisect_left(starts, low) : bisect_left(starts, high)]
            names = frozenset(one.key for one in near)
            found.append(_Dated(date, day["year"], day["day"], _events(words), names))
    return found


def _events(words: str) -> dict[str, str]:
    """Return what the words say happened: each kind of event with the word for it."""
    found = {event: pattern.search(words) for event, pattern in _EVENTS.items()}
    return {event: match[0].strip() for event, match in found.items() if match}


def _same_day(dated: Sequence[_Dated]) -> Iterator[Finding]:
    """Yield the first conflict of each two years that are given for the same day and event."""
    groups: dict[str, dict[str, list[_Dated]]] = defaultdict(lambda: defaultdict(list))
    for one in dated:
        groups[one.day][one.year].append(one)
    for years in groups.values():
        for first, second in combinations(years.values(), 2):
            pairs = product(first[:_MOST], second[:_MOST])
            found = next((pair for pair in pairs if _same_event(*pair)), None)
            if found is not None:
                yield _conflict(*found)


def _conflict(one: _Dated, other: _Dated) -> Finding:
    shared = ", ".join(sorted(one.events.keys() & other.events.keys()))
    message = (
        f"The same day of two years for one event: {one.date.text} and {other.date.text}"
        f" (both passages speak of {shared})."
    )
    return _finding(message, one.date, other.date)


def _same_event(one: _Dated, other: _Dated) -> bool:
    if abs(int(one.year) - int(other.year)) > _NEARBY_YEARS:
        return False
    return bool(one.events.keys() & other.events.keys()) and (
        bool(one.names & other.names) or not one.names or not other.names
    )


def _happened_once(text: str, extraction: Extraction) -> Iterator[Finding]:
    """Compare "X, founded in 2012" with "X was founded in 2013"."""
    seen: dict[tuple[str, str], DateMention] = {}
    for date in extraction.dates:
        verb = (
            _ONCE.search(text, max(0, date.start - _LOOK_BACK), date.start)
            if _YEAR.match(date.iso)
            else None
        )
        subject = _subject(extraction, verb.start("verb")) if verb else None
        if verb is None or subject is None:
            continue
        first = seen.setdefault((subject, verb["verb"]), date)
        if first.iso != date.iso:
            yield _finding(
                f"{verb['verb'].capitalize()} in {first.iso} and in {date.iso}.", first, date
            )


def _subject(extraction: Extraction, verb: int) -> str | None:
    """Return the key of the name that the verb follows at once: "X, founded", "X was founded"."""
    near = [one for one in extraction.mentions if 0 <= verb - one.end <= len(", which was first ")]
    return near[-1].key if near else None


def _against_stamp(
    document: Document, dated: Sequence[_Dated], published: dt.datetime | dt.date | None
) -> Iterator[Finding]:
    """Compare dates of fresh news with the stamp: the same day a year off is a slip of the pen."""
    stamp = document.metadata.published or document.metadata.updated
    raw = stamp.raw if stamp else ""
    moment = (stamp.local if stamp else None) or published
    days = {f"{moment:%m-%d}": moment.year} if moment else _readings(raw)
    at = document.text.find(raw) if raw else -1
    for one in dated:
        year = days.get(one.day)
        if year is None or abs(int(one.year) - year) != 1 or not one.events:
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


def _finding(message: str, one: DateMention, other: DateMention) -> Finding:
    spans = (Span(one.start, one.end), Span(other.start, other.end))
    return Finding(Code.CONFLICTING_YEARS, Severity.ERROR, message, spans)
