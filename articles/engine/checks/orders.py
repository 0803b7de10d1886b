"""What is dated before what must come first: in force before it was announced, at work after death."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.codes import Code
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Finding, Kind, Severity, Span

_WORDS = vocabulary("orders")


def _any(name: str, *, whole: bool = True) -> str:
    return r"\b(?:" + "|".join(_WORDS[name]) + (r")\b" if whole else ")")


_EFFECT = re.compile(_any("effect") + r"[^.;:]{0,20}$", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:the|this|that|its|their|his|her)\s(?:[\w-]+\s){0,2}?(?P<what>(?!the\b|that\b|this\b)[a-z-]{3,})\s(?:[\w’'-]+\s){0,9}?"
    r"(?:was|were|had\sbeen|has\sbeen)\s(?:not\s|only\s)?"
    + _any("announced")
    + r"[^.;:,]{0,20}$"
    + "|"
    + _any("announced")
    + r"\s(?:the|this|its|their)\s(?:[\w-]+\s){0,2}?(?P<thing>[a-z-]{3,})\s(?:[\w’'-]+\s){0,3}on\s$",
    re.IGNORECASE,
)
_ON_PURPOSE = re.compile(_any("on_purpose", whole=False), re.IGNORECASE)
_DEATH = re.compile(_any("death") + r"[^.;:]{0,60}$", re.IGNORECASE)
_AFTER_DEATH = re.compile(_any("after_death", whole=False), re.IGNORECASE)
_LIVING = re.compile(r"\b(?:he|she)\s(?:was\s|had\s)?" + _any("living"), re.IGNORECASE)
_PAST = re.compile(r"(?<!to )" + _any("past") + r"(?:\s[\w’'-]+){0,3}\s(?:on|in)\s$")
_AHEAD = re.compile(_any("ahead"), re.IGNORECASE)
_MOST_DAYS = 120
_GRACE = dt.timedelta(days=2)
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Event:
    span: Span
    days: Period
    word: str = ""


def check(story: Story) -> list[Finding]:
    """Return the pairs of dates, and the dates against publication, whose order cannot be."""
    return [
        *_in_force_before_told(story),
        *_alive_after_death(story),
        *_past_to_come(story),
    ]


def _in_force_before_told(story: Story) -> Iterator[Finding]:
    """Compare "have been in force since 1 November" with "the rules were notified on 14 November"."""
    effects = list(_events(story, _EFFECT))[:_MOST]
    for told in list(_events(story, _DECIDED))[:_MOST] if effects else ():
        for effect in effects:
            early = (told.days.first - effect.days.last).days
            if 0 < early <= _MOST_DAYS and told.word in _around(story, effect.span):
                first, second = sorted((told.span, effect.span))
                message = (
                    "It binds before it was decided:"
                    f" {story.quote(first, 25)} and {story.quote(second, 25)}."
                )
                yield _finding(message, first, second)
                return


def _events(story: Story, pattern: re.Pattern[str]) -> Iterator[_Event]:
    """Yield the days before which the pattern stands, in passages that mean no other time on purpose."""
    for date in story.dates:
        days = period(date.iso)
        clause = story.clause(date)
        found = pattern.search(story.text, clause.start, date.start) if days else None
        if not found or days is None or not days.is_day:
            continue
        if _ON_PURPOSE.search(story.text, clause.start, clause.end):
            continue
        groups = found.groupdict()
        word = groups.get("what") or groups.get("thing") or ""
        yield _Event(Span(found.start(), date.end), days, stem(word.lower()))


def _around(story: Story, span: Span) -> frozenset[str]:
    """Return the stems of a sentence and of the one before it."""
    sentence = story.sentence(span)
    before = story.sentence(Span(max(0, sentence.start - 2), sentence.start))
    return story.stems(min(before.start, sentence.start), sentence.end)


def _alive_after_death(story: Story) -> Iterator[Finding]:
    """Compare "died on 24 January" with "in February he was admitted"."""
    deaths = [one for date in story.dates if (one := _death(story, date))]
    if len(deaths) != 1:
        return
    death, key = deaths[0]
    for date in story.dates:
        days = period(date.iso)
        sentence = story.sentence(date)
        if days is None or days.first <= death.days.last or days.is_year or not _has_digits(date):
            continue
        deed = _LIVING.search(story.text, sentence.start, sentence.end)
        if (
            deed is None
            or not _is_beside(story, deed, date)
            or _last_person(story, deed.start()) != key
        ):
            continue
        if not _AFTER_DEATH.search(story.text, sentence.start, sentence.end):
            spans = sorted(
                (death.span, Span(min(date.start, deed.start()), max(date.end, deed.end())))
            )
            message = f"Dated after the death: {story.quote(spans[0], 25)} and {story.quote(spans[1], 25)}."
            yield _finding(message, *spans)
            return


def _death(story: Story, date: DateMention) -> tuple[_Event, str] | None:
    days = period(date.iso)
    clause = story.clause(date)
    found = _DEATH.search(story.text, clause.start, date.start) if days else None
    if found is None or days is None or days.is_year or not _has_digits(date):
        return None
    key = _last_person(story, found.start()) or story.protagonist
    return (_Event(Span(found.start(), date.end), days), key) if key else None


def _is_beside(story: Story, deed: re.Match[str], date: DateMention) -> bool:
    between = story.text[min(deed.end(), date.end) : max(deed.start(), date.start)]
    return len(between) <= 40 and not re.search(r"[.;:]", between)  # noqa: PLR2004 - one clause


def _last_person(story: Story, at: int) -> str:
    """Return whom the sentence named last before an offset."""
    sentence = story.sentence(Span(at, at))
    people = [one.key for one in story.mentions_in(sentence.start, at) if one.kind is Kind.PERSON]
    return people[-1] if people else ""


def _has_digits(date: DateMention) -> bool:
    return any(map(str.isdigit, date.text))


def _past_to_come(story: Story) -> Iterator[Finding]:
    """Compare verbs of the past with the day of publication: nothing was signed next month."""
    if story.published is None:
        return
    for date in story.dates:
        days = period(date.iso)
        clause = story.clause(date)
        if days is None or days.first <= story.published + _GRACE or not _has_digits(date):
            continue
        if str(days.first.year) not in date.text or days.is_year:
            continue
        low, high = max(clause.start, date.start - 60), min(clause.end, date.end + 40)
        verb = _PAST.search(story.text, low, date.start)
        if verb and not _AHEAD.search(story.text, low, high):
            message = (
                f"It is told as past, and dated after publication on {story.published.day}"
                f" {story.published:%B} {story.published.year}: {story.quote(date)}."
            )
            spans = sorted((Span(date.start, date.end), Span(*verb.span())))
            yield _finding(message, *spans)


def _finding(message: str, *spans: Span) -> Finding:
    return Finding(Code.IMPOSSIBLE_ORDER, Severity.ERROR, message, spans)
