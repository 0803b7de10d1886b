"""An age against a date of birth, and two ages of one person."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.codes import Code
from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Kind, Mention, Severity, Span

_WORDS = vocabulary("ages")
_PAST = re.compile(r"\b(?:" + "|".join(_WORDS["past"]) + r")\b")
_RELATIVE = re.compile(r"\b(?:" + "|".join(_WORDS["relatives"]) + r")\b")
_YEAR_OLD = re.compile(rf"\b(?P<age>{NUMERAL})[- ]year[- ]old\b")
_AFTER_NAME = re.compile(
    r"""(?:,\s(?:(?:who\sis|now|aged?|who\sturned|who\sturns)\s)?|\s\(|\sis\s(?:now\s)?|,\san?\s(?:[\w-]+\s){1,4}of\s)
    (?P<age>\d{1,3})(?=[,.;:)”"]|\s(?:and|who|is|was|said)\b)""",
    re.VERBOSE,
)
_AGED = re.compile(r"\b(?:aged|at\sthe\sage\sof|dies\sat|died\sat)\s(?P<age>\d{1,3})\b(?![-\w%])")
_BORN = re.compile(r"(?<!-)\b[Bb]orn\b")
_LIVED = re.compile(
    r",?\s\((?:born\s|b\.\s)?(?P<born>1[89]\d\d|20\d\d)\s?(?:[-–—]\s?(?P<died>\d{4}))?\)"
)
_THING = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Ww]hich|[Tt]hat)\s(?:was|were|is|are)\s$")
_IN = re.compile(
    r",?\s(?:in|on)\s(?:the\s)?(?:(?:early|late|spring|summer|autumn|winter|fall)\s(?:of\s)?)?"
)
_NEXT = 30
_PRONOUN = re.compile(r"\b(?:he|she|who)\s(?:was|is)\s$", re.IGNORECASE)
_OLDEST = 120
_REACH = 70
_FARTHEST = 15
"""Years by which an age and a birth that names nobody may be apart; beyond it, they are two people's."""


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as told, with the person: named beside it, or only guessed."""

    span: Span
    years: int
    key: str
    sure: bool
    at: Period | None = None
    """When the age was reached, where the passage dates it: "at the age of 29, in 1926"."""


@dataclass(frozen=True, slots=True)
class _Birth:
    span: Span
    days: Period
    key: str
    sure: bool


def check(story: Story) -> list[Finding]:
    """Return the ages that a date of birth or another age of the same person denies."""
    ages = sorted(_ages(story), key=lambda one: one.span)
    return [*_two_ages(story, ages), *_births(story, ages)]


def _two_ages(story: Story, ages: list[_Age]) -> Iterator[Finding]:
    first: dict[str, _Age] = {}
    for one in ages:
        other = first.setdefault(one.key, one) if one.sure and not one.at else None
        if other and other.years != one.years:
            message = (
                f"Two ages of one person: “{_quote(story, other.span)}” and"
                f" “{_quote(story, one.span)}”."
            )
            yield Finding(Code.AGE_DIFFERS, Severity.ERROR, message, (other.span, one.span))
            return


def _births(story: Story, ages: list[_Age]) -> Iterator[Finding]:
    by_person: dict[str, list[_Age]] = defaultdict(list)
    for one in ages:
        by_person[one.key].append(one)
    for birth in _told_births(story):
        known, most = by_person.get(birth.key, []), _OLDEST
        if not known and not birth.sure:
            known, most = _only(by_person), _FARTHEST
        wrong = [one for one in known if _expected(story, birth, one, most)]
        dated = [one for one in wrong if one.at]
        if wrong and (dated or len(wrong) == len(known)):
            one = (dated or wrong)[0]
            low, high = _expected(story, birth, one, most) or (0, 0)
            message = (
                f"The age “{_quote(story, one.span)}” does not fit “{_quote(story, birth.span)}”:"
                f" that makes {low if low == high else f'{low} or {high}'}."
            )
            spans = tuple(sorted((one.span, birth.span)))
            yield Finding(Code.AGE_DIFFERS, Severity.ERROR, message, spans)


def _only(by_person: dict[str, list[_Age]]) -> list[_Age]:
    """Return the ages of the one person whose age is told, if there is but one."""
    return next(iter(by_person.values())) if len(by_person) == 1 else []


def _expected(story: Story, birth: _Birth, age: _Age, most: int) -> tuple[int, int] | None:
    """Return between which ages the birth puts somebody, where the age told is not among them."""
    today = story.published
    first, last = (age.at.first, age.at.last) if age.at else (today, today)
    if first is None or last is None:
        return None
    low, high = _years_since(birth.days.last, first), _years_since(birth.days.first, last)
    fits = low <= age.years <= high or abs(high - age.years) > most
    return None if fits else (low, high)


def _years_since(day: dt.date, today: dt.date) -> int:
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def _ages(story: Story) -> Iterator[_Age]:
    people = [one for one in story.mentions if one.kind is Kind.PERSON]
    for person in people:
        found = _AFTER_NAME.match(story.text, person.end, person.end + _REACH)
        if found and _is_now(story, Span(person.start, found.end())):
            yield from _age(Span(person.start, found.end("age")), found, person.key, sure=True)
    for found in _YEAR_OLD.finditer(story.text):
        span = Span(*found.span())
        key, sure = _holder(story, span)
        if key and _is_now(story, span):
            yield from _age(span, found, key, sure=sure)
    for found in _AGED.finditer(story.text):
        span = Span(*found.span())
        before = _person_before(story, span.start)
        at = _time_of(story, span)
        if before and (at or _is_now(story, span)):
            yield from _age(span, found, before.key, sure=True, at=at)


def _age(
    span: Span, found: re.Match[str], key: str, *, sure: bool, at: Period | None = None
) -> Iterator[_Age]:
    years = value_of(found["age"])
    if years and years <= _OLDEST:
        yield _Age(span, int(years), key, sure, at)


def _time_of(story: Story, span: Span) -> Period | None:
    """Return the time that stands beside "at the age of 29": ", in the summer of 1926"."""
    for date in story.dates_in(span.end, span.end + _NEXT):
        between = story.text[span.end : date.start]
        days = period(date.iso)
        if days and str(days.first.year) in date.text and _IN.fullmatch(between):
            return days
    return None


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


def _holder(story: Story, span: Span) -> tuple[str, bool]:
    """Return the key of the person that "the 43-year-old" is, and whether the name stands beside it."""
    following = next(
        (one for one in story.mentions_in(span.end, span.end + _REACH) if one.kind is Kind.PERSON),
        None,
    )
    if following:
        between = story.text[span.end : following.start]
        if not re.search(r"[,.;:—\n]|\b(?:and|who|from|of|by|told|said)\b", between):
            return following.key, True
    before = _person_before(story, span.start)
    if before and re.fullmatch(r",\s(?:now\s)?an?\s", story.text[before.end : span.start]):
        return before.key, True
    if re.search(r"\b[Tt]he\s$", story.text[max(0, span.start - 5) : span.start]):
        return _best_known(story, span.start), False
    return "", False


def _told_births(story: Story) -> Iterator[_Birth]:
    for found in _BORN.finditer(story.text):
        clause = story.clause(Span(*found.span()))
        date = next(iter(story.dates_in(found.end(), min(clause.end, found.end() + _REACH))), None)
        days = period(date.iso) if date else None
        if date is None or days is None or str(days.first.year) not in date.text:
            continue
        person = _person_before(story, found.start())
        low = story.sentence(Span(*found.span())).start
        between = story.text[max(low, person.end if person else 0) : found.start()]
        told = _PRONOUN.search(between) is not None
        if (_RELATIVE.search(between) and not told) or _THING.search(between):
            continue
        sure = person is not None and person.start >= clause.start
        key = person.key if person and sure else _best_known(story, found.start())
        yield _Birth(Span(found.start(), date.end), days, key, sure)
    for person in story.mentions:
        lived = _LIVED.match(story.text, person.end, person.end + _REACH)
        if person.kind is Kind.PERSON and lived and not lived["died"]:
            days = period(lived["born"])
            if days:
                yield _Birth(Span(person.start, lived.end()), days, person.key, sure=True)


def _person_before(story: Story, at: int) -> Mention | None:
    """Return the person whom the text named last, in the same line or the one before."""
    low = _line_before(story, at)
    found = [one for one in story.mentions_in(low, at) if one.kind is Kind.PERSON]
    return found[-1] if found else None


def _line_before(story: Story, at: int) -> int:
    return story.paragraph_before(at)


def _best_known(story: Story, at: int) -> str:
    """Return the key of whom the text names most among those named shortly before; empty for none."""
    low = _line_before(story, at)
    near = [one.key for one in story.mentions_in(low, at) if one.kind is Kind.PERSON]
    return max(reversed(near), key=lambda key: story.people[key], default="")


def _quote(story: Story, span: Span) -> str:
    return story.text[span.start : span.end]
