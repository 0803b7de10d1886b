"""When somebody was born, as far as a passage says it: a date of birth, an age now, an age back then."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.checks.told_ages import ToldAge, told_ages
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Mention, Span

_WORDS = vocabulary("ages")
_RELATIVE = re.compile(r"\b(?:" + "|".join(_WORDS["relatives"]) + r")\b")
_BORN = re.compile(r"(?<!-)\b[Bb]orn\b")
_LIVED = re.compile(
    r",?\s\((?:born\s|b\.\s)?(?P<born>1[89]\d\d|20\d\d)\s?(?:[-–—]\s?(?P<died>\d{4}))?\)"
)
_BREAK = re.compile(r"[,.;:—\n]|\b(?:and|who|from|of|by|told|said)\b")
_THING = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Ww]hich|[Tt]hat)\s(?:was|were|is|are)\s$")
_PRONOUN = re.compile(r"\b(?:he|she|who)\s(?:was|is)\s$", re.IGNORECASE)
_OTHER = re.compile(
    r"[a-z]\s(?:that\s)?(?:his|her|their|the|its)\s(?:[\w-]+\s){0,2}?[a-z]{3,},?\s(?:who\s)?(?:was\s)?$"
)
_LEADS = re.compile(r"(?:He|She)\s")
_LEADING = 24
_REACH = 70


@dataclass(frozen=True, slots=True)
class Birth:
    """What a passage says of a birth: between which days it lies, whose it is, whether the name stands there."""

    span: Span
    days: Period
    key: str
    sure: bool
    is_age: bool = True


def births(story: Story) -> list[Birth]:
    """Return all that the text says of when people were born, in order."""
    ages = [birth for one in told_ages(story) for birth in _age(story, one)]
    return sorted([*ages, *_born(story), *_lived(story)], key=lambda one: one.span)


def _age(story: Story, one: ToldAge) -> Iterator[Birth]:
    """Yield what an age means for the birth; without a day of publication, ages are compared alone."""
    key, sure = one.key, True
    if one.is_of_year_old:
        key, sure = _holder(story, one.span)
    elif not key:
        key = _of(story, one.span)
    today = story.published or dt.date(2000, 1, 1)
    if key:
        yield Birth(
            one.span, _between(one.at or Period(today, today), one.low, one.high), key, sure
        )


def _of(story: Story, span: Span) -> str:
    """Return whose age a phrase tells: of whom the text spoke last, unless of a relative, or who follows."""
    if _LEADS.match(story.text, span.start) and story.text[: span.start].endswith("\n"):
        return story.protagonist  # "He was nineteen when …" begins a paragraph
    before = person_before(story, span.start)
    sentence = story.sentence(span)
    low = max(sentence.start, before.end if before else sentence.start)
    between = story.text[low : span.start]
    if _RELATIVE.search(between) and not _PRONOUN.search(story.text[low : span.end]):
        return ""
    following = _next_person(story, span, sentence.end)
    leads = span.start - sentence.start <= _LEADING and not (
        before and before.start >= sentence.start
    )
    if leads and following:
        return following
    return before.key if before else ""


def _next_person(story: Story, span: Span, end: int) -> str:
    for one in story.mentions_in(span.end, min(end, span.end + _LEADING)):
        if one.kind is Kind.PERSON and not re.search(r"[.;:]", story.text[span.end : one.start]):
            return one.key
    return ""


def _between(at: Period, youngest: int, oldest: int) -> Period:
    """Return between which days somebody was born who was of these ages at a time."""
    first = _years_before(at.first, oldest + 1) + dt.timedelta(days=1)
    return Period(first, _years_before(at.last, youngest))


def _years_before(day: dt.date, years: int) -> dt.date:
    day = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return day.replace(year=max(1, day.year - years))


def _holder(story: Story, span: Span) -> tuple[str, bool]:
    """Return the key of the person that "the 43-year-old" is, and whether the name stands beside it."""
    following = next(
        (one for one in story.mentions_in(span.end, span.end + _REACH) if one.kind is Kind.PERSON),
        None,
    )
    if following and not _BREAK.search(story.text[span.end : following.start]):
        return following.key, True
    before = person_before(story, span.start)
    if before and re.fullmatch(r",\s(?:now\s)?an?\s", story.text[before.end : span.start]):
        return before.key, True
    if re.search(r"\b[Tt]he\s$", story.text[max(0, span.start - 5) : span.start]):
        return best_known(story, span.start), False
    return "", False


def _born(story: Story) -> Iterator[Birth]:
    """Yield "born in Harrow in 1958"."""
    for found in _BORN.finditer(story.text):
        clause = story.clause(Span(*found.span()))
        date = next(iter(story.dates_in(found.end(), min(clause.end, found.end() + _REACH))), None)
        days = period(date.iso) if date else None
        if date is None or days is None or str(days.first.year) not in date.text:
            continue
        person = person_before(story, found.start())
        low = story.sentence(Span(*found.span())).start
        between = story.text[max(low, person.end if person else 0) : found.start()]
        told = _PRONOUN.search(between) is not None
        if (_RELATIVE.search(between) and not told) or _THING.search(between):
            continue
        sure = person is not None and person.start >= clause.start
        if _OTHER.search(between):  # "Gilfeather said his client, who was born in 1971"
            yield Birth(
                Span(found.start(), date.end), days, story.protagonist, sure=False, is_age=False
            )
            continue
        key = person.key if person and sure else best_known(story, found.start())
        yield Birth(Span(found.start(), date.end), days, key, sure, is_age=False)


def _lived(story: Story) -> Iterator[Birth]:
    """Yield "Ana Reyes (born 1958)"."""
    for person in story.mentions:
        lived = _LIVED.match(story.text, person.end, person.end + _REACH)
        days = period(lived["born"]) if lived and not lived["died"] else None
        if lived and days and person.kind is Kind.PERSON:
            yield Birth(Span(person.start, lived.end()), days, person.key, sure=True, is_age=False)


def person_before(story: Story, at: int) -> Mention | None:
    """Return the person whom the text named last, in the same paragraph or the one before."""
    found = [
        one for one in story.mentions_in(story.paragraph_before(at), at) if one.kind is Kind.PERSON
    ]
    return found[-1] if found else None


def best_known(story: Story, at: int) -> str:
    """Return the key of whom the text names most among those named shortly before; empty for none."""
    near = [
        one.key
        for one in story.mentions_in(story.paragraph_before(at), at)
        if one.kind is Kind.PERSON
    ]
    return max(reversed(near), key=lambda key: story.people[key], default="")
