"""When somebody was born, as far as a passage says it: a date of birth, an age now, an age back then."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Mention, Span

_WORDS = vocabulary("ages")
_PAST = re.compile(r"\b(?:" + "|".join(_WORDS["past"]) + r")\b")
_RELATIVE = re.compile(r"\b(?:" + "|".join(_WORDS["relatives"]) + r")\b")
_YEAR_OLD = re.compile(rf"\b(?P<age>{NUMERAL})[- ]year[- ]old\b")
_AFTER_NAME = re.compile(
    r"""(?:,\s(?:(?:who\sis|now|aged?|who\sturned|who\sturns)\s)?|\s\(|\sis\s(?:now\s)?|,\san?\s(?:[\w-]+\s){1,4}of\s)
    (?P<age>\d{1,3})(?=[,.;:)”"]|\s(?:and|who|is|was|said)\b)""",
    re.VERBOSE,
)
_AGED = re.compile(
    r"\b(?:aged|at\sthe\sage\sof|dies\sat|died\sat|turned|turns|was)\s(?P<age>\d{1,3})\b(?![-\w%.,]\d|[-\w%])"
)
_DECADE = re.compile(
    r"\b(?:his|her)\s(?P<part>early|mid|late)?[- ]?(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_BIRTHDAY = re.compile(r"\b(?:his|her)\s(?P<age>\d{2,3})(?:st|nd|rd|th)\sbirthday\b")
_BORN = re.compile(r"(?<!-)\b[Bb]orn\b")
_LIVED = re.compile(
    r",?\s\((?:born\s|b\.\s)?(?P<born>1[89]\d\d|20\d\d)\s?(?:[-–—]\s?(?P<died>\d{4}))?\)"
)
_IN = re.compile(
    r",?\s(?:when\s[^.;:,]{2,40}\s)?(?:in|on)\s(?:the\s)?(?:(?:early|late|spring|summer|autumn|winter|fall)\s(?:of\s)?)?"
)
_BREAK = re.compile(r"[,.;:—\n]|\b(?:and|who|from|of|by|told|said)\b")
_THING = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Ww]hich|[Tt]hat)\s(?:was|were|is|are)\s$")
_PRONOUN = re.compile(r"\b(?:he|she|who)\s(?:was|is)\s$", re.IGNORECASE)
_DECADES = {
    name: 20 + 10 * number
    for number, name in enumerate(
        (
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        )
    )
}
_WITHIN = {None: (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_OLDEST = 120
_YOUNGEST = 3
_REACH = 70
_NEXT = 60


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
    found = [*_named(story), *_described(story), *_aged(story), *_born(story), *_lived(story)]
    return sorted(found, key=lambda one: one.span)


def _named(story: Story) -> Iterator[Birth]:
    """Yield "Reyes, 43," and "Reyes (43)"."""
    for person in story.mentions:
        if person.kind is not Kind.PERSON:
            continue
        found = _AFTER_NAME.match(story.text, person.end, person.end + _REACH)
        if found and _is_now(story, Span(person.start, found.end())):
            span = Span(person.start, found.end("age"))
            yield from _age(story, span, value_of(found["age"]), person.key)


def _described(story: Story) -> Iterator[Birth]:
    """Yield "the 43-year-old"."""
    for found in _YEAR_OLD.finditer(story.text):
        span = Span(*found.span())
        key, sure = _holder(story, span)
        if key and _is_now(story, span):
            yield from _age(story, span, value_of(found["age"]), key, sure=sure)


def _aged(story: Story) -> Iterator[Birth]:
    """Yield "has died aged 84", "at the age of 29, in 1926", "in her sixties", "his 80th birthday"."""
    for found in _AGED.finditer(story.text):
        span = Span(*found.span())
        at = _time_of(story, span)
        before = person_before(story, span.start)
        if before and (at or (found[0][:3] != "was" and _is_now(story, span))):
            yield from _age(story, span, value_of(found["age"]), before.key, at=at)
    for pattern in (_DECADE, _BIRTHDAY):
        for found in pattern.finditer(story.text):
            span = Span(*found.span())
            before = person_before(story, span.start)
            if before and _is_now(story, span):
                yield from _round_age(story, span, found, before.key)


def _round_age(story: Story, span: Span, found: re.Match[str], key: str) -> Iterator[Birth]:
    groups = found.groupdict()
    if "decade" not in groups:
        yield from _age(story, span, value_of(groups["age"]), key)
    elif story.published:
        low, high = _WITHIN[groups["part"]]
        decade = _DECADES[groups["decade"]]
        day = Period(story.published, story.published)
        yield Birth(span, _between(day, decade + low, decade + high), key, sure=True)


def _age(
    story: Story,
    span: Span,
    years: int | None,
    key: str,
    *,
    sure: bool = True,
    at: Period | None = None,
) -> Iterator[Birth]:
    """Yield what an age means for the birth; without a day of publication, ages are compared alone."""
    today = story.published or dt.date(2000, 1, 1)
    if years and _YOUNGEST <= years <= _OLDEST:
        days = _between(at or Period(today, today), years, years)
        yield Birth(span, days, key, sure)


def _between(at: Period, youngest: int, oldest: int) -> Period:
    """Return between which days somebody was born who was of these ages at a time."""
    first = _years_before(at.first, oldest + 1) + dt.timedelta(days=1)
    return Period(first, _years_before(at.last, youngest))


def _years_before(day: dt.date, years: int) -> dt.date:
    day = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return day.replace(year=max(1, day.year - years))


def _is_now(story: Story, span: Span) -> bool:
    """Say whether an age holds on the day of publication: nothing beside it speaks of another time."""
    clause = story.clause(span)
    words = story.words(max(clause.start, span.start - _REACH), min(clause.end, span.end + _REACH))
    if _PAST.search(words):
        return False
    years = {
        one.iso[:4] for one in story.dates_in(clause.start, clause.end) if one.start < span.start
    }
    return story.published is None or years <= {str(story.published.year), "--"}


def _time_of(story: Story, span: Span) -> Period | None:
    """Return the time that stands beside "at the age of 29": ", in the summer of 1926"."""
    for date in story.dates_in(span.end, span.end + _NEXT):
        days = period(date.iso)
        told = days and str(days.first.year) in date.text
        if days and told and _IN.fullmatch(story.text[span.end : date.start]):
            return days
    return None


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
