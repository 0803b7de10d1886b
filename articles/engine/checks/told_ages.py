"""The ages that a text tells: how old, whose words, and when: "Reyes, 43,", "at the age of 29, in 1926"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.numerals import NUMERAL, ORDINAL, value_of
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Span

_WORDS = vocabulary("ages")
_DECADES: dict[str, int] = _WORDS["decades"]
_PAST = re.compile(r"\b(?:" + "|".join(_WORDS["past"]) + r")\b")
_STOP = r"(?![-\w%]|[.,]\d|\s?(?:%|percent|per\scent|" + "|".join(_WORDS["units"]) + r")\b)"
_AGE = rf"(?P<age>{NUMERAL})(?:\syears\s(?:old|of\sage))?" + _STOP

# Directly behind a name.
_BEHIND_NAME = re.compile(
    rf"""(?:,\s(?:(?:who\s(?:is|turns|turned|will\sbe|will\sturn|has\sturned|just\sturned)|now|aged?|already|still|a\sspry|barely|just|nearly)\s){{0,2}}
    |\s\((?:aged?\s)?(?=\d)|\s(?:is|turns|will\sbe|will\sturn|has\sturned)\s(?:now\s|only\s|just\s|already\s)?
    |,\s(?:an?|the)\s(?:[\w’'-]+\s){{1,5}}?(?:of|aged?|who\sis)\s){_AGE}
    (?=[,.;:)”"—]|\s(?:and|who|is|was|has|said|says|in|on|this|next|last|that|with|from|when|now)\b|$)""",
    re.VERBOSE,
)
_YEAR_OLD = re.compile(rf"\b(?P<age>{NUMERAL})[- ]year[- ]old\b")
_TOLD = re.compile(
    rf"\b(?P<how>aged|age|at\s(?:the\s)?age(?:\sof)?|dies\sat|died\sat|dead\sat|turned|turns|turning|reached|lived\sto(?:\sbe)?|[Aa]t|"
    rf"(?:[Hh]e|[Ss]he|who)\s(?:is|was)(?:\s(?:now|only|just|already|still|barely|not\syet|then))?|was(?:\s(?:only|just|barely))?)\s{_AGE}"
    r"(?=[,.;:)”\"—]|\s(?:when|in|on|and|she|he|that|this|last|next|after|before|but|as|by|at|the|with|[A-Z])|$)"
)
_INFANT = re.compile(
    rf"\bwas\s(?:only\s|just\s|barely\s)?(?:{NUMERAL}|a\sfew|several)\s(?:days|weeks|months)\sold\b"
)
_DECADE = re.compile(
    r"\b(?:his|her)\s(?P<part>early|mid|late)?[- ]?(?P<decade>" + "|".join(_DECADES) + r")\b"
)
_BIRTHDAY = re.compile(
    rf"\b(?:his|her)\s(?P<age>{ORDINAL})\sbirthday\b|\b(?:his|her)\s(?P<spelled>{NUMERAL})th\sbirthday\b"
)
_IN = re.compile(
    r",?\s(?:(?:when|as),?\s[^.;:]{2,60}?\s)?(?:[a-z]+\s){0,3}(?:in|on|of)\s(?:the\s)?(?:(?:early|late|spring|summer|autumn|winter|fall)\s(?:of\s)?)?"
)
_ROUGHLY = re.compile(r"\s(?:that\ssame|that|this|last|next|in|on|the\ssame|later|earlier)\b")
_HOLDS = re.compile(
    r"^,?\s(?:(?:she|he|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}),?\s)?(?:is|has|still|remains|runs|lives|works|keeps|says|swims|plays|can)\b"
)
_ON_CARD = re.compile(r"(?:[,(]\s?|\n)(?P<age>[1-9]\d)(?=[,.;)\n]|$)")
_WITHIN = {None: (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_OF_DEATH = re.compile(r"\b(?:dies|died|dead|dying|death)\b|passed\saway")
_REACH = 70
_QUOTED = 600
_OLDEST, _YOUNGEST = 120, 3


@dataclass(frozen=True, slots=True)
class ToldAge:
    """An age between two numbers of years; `at` is its time where it is not that of publication.

    `key` is the person that it stands beside, empty where others must tell.
    """

    span: Span
    low: int
    high: int
    key: str = ""
    at: Period | None = None
    is_of_year_old: bool = False


def told_ages(story: Story) -> Iterator[ToldAge]:
    """Yield the ages of people that the text tells, whose time is known."""
    yield from _behind_names(story)
    yield from _on_cards(story)
    for found in _YEAR_OLD.finditer(story.text):
        span = Span(*found.span())
        if is_now(story, span):
            yield from _exactly(span, found["age"], is_of_year_old=True)
    yield from _told(story)
    yield from _rounded(story)
    for found in _INFANT.finditer(story.text):
        span = Span(*found.span())
        at = _time_of(story, span)
        if at:
            yield ToldAge(span, 0, 0, at=at)


def _behind_names(story: Story) -> Iterator[ToldAge]:
    for person in story.mentions:
        if person.kind is Kind.PERSON:
            found = _BEHIND_NAME.match(story.text, person.end, person.end + _REACH)
            if found and is_now(story, Span(person.start, found.end())):
                span = Span(person.start, found.end("age"))
                slack = 1 if re.search(r"turn|will\sbe|nearly", found[0]) else 0
                yield from _exactly(span, found["age"], person.key, slack=slack)


def _on_cards(story: Story) -> Iterator[ToldAge]:
    """Yield the numbers that stand on somebody's card between commas: "vet in Skibbereen, 66"."""
    for part in story.document.parts:
        if part.name.startswith("card["):
            inside = story.mentions_in(part.start, part.end)
            person = next((one for one in inside if one.kind is Kind.PERSON), None)
            found = person and _ON_CARD.search(story.text, person.end, part.end)
            if person and found:
                yield from _exactly(Span(*found.span("age")), found["age"], person.key)


def _told(story: Story) -> Iterator[ToldAge]:
    for found in _TOLD.finditer(story.text):
        span = Span(*found.span())
        how = found["how"].lower()
        if how.startswith(("he ", "she ")) and _is_quoted(story, span):
            continue
        at = _time_of(story, span)
        if at is None and not _is_of_now(story, span, how):
            continue
        slack = 1 if how.startswith("turn") and at is None else 0
        yield from _exactly(span, found["age"], at=at, slack=slack)


def _is_of_now(story: Story, span: Span, how: str) -> bool:
    """Say whether an age without a date is that of the day of publication."""
    if how == "at":
        return bool(_HOLDS.match(story.text[span.end : span.end + _REACH])) and is_now(story, span)
    if how.startswith("turn"):
        return bool(_ROUGHLY.match(story.text, span.end)) and is_now(story, span)
    if how in {"aged", "age"} or how.startswith("at"):
        sentence = story.sentence(span)
        died = _OF_DEATH.search(story.text, sentence.start, span.start)
        return bool(died) and is_now(story, span)
    if how in {"he was", "she was"}:  # "He was 71.", of somebody who has died
        over = re.match(r"\.|,| and had\b| and is survived", story.text[span.end : span.end + 20])
        near = max(0, span.start - _QUOTED)
        return bool(over and _OF_DEATH.search(story.text, near, span.start))
    return how.endswith(("is", "now", "dies at", "died at", "dead at")) and is_now(story, span)


def _is_quoted(story: Story, span: Span) -> bool:
    """Say whether a passage stands in somebody's words, whose pronouns mean whom nobody knows."""
    said = story.text[max(0, span.start - _QUOTED) : span.start].rpartition("\n")[2]
    return said.rfind("“") > said.rfind("”") or said.count('"') % 2 == 1


def _rounded(story: Story) -> Iterator[ToldAge]:
    for found in _DECADE.finditer(story.text):
        span = Span(*found.span())
        if is_now(story, span):
            low, high = _WITHIN[found["part"]]
            decade = _DECADES[found["decade"]]
            yield ToldAge(span, decade + low, decade + high)
    for found in _BIRTHDAY.finditer(story.text):
        span = Span(*found.span())
        at = _time_of(story, span)
        if at or is_now(story, span):
            yield from _exactly(span, found["age"] or found["spelled"], at=at, slack=0 if at else 1)


def _exactly(
    span: Span,
    words: str,
    key: str = "",
    *,
    at: Period | None = None,
    slack: int = 0,
    is_of_year_old: bool = False,
) -> Iterator[ToldAge]:
    age = value_of(words)
    if age and _YOUNGEST <= age <= _OLDEST:
        yield ToldAge(span, age - slack, age + slack, key, at, is_of_year_old)


def is_now(story: Story, span: Span) -> bool:
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
    """Return the time beside an age: "at the age of 29, in the summer of 1926", "in 1990, aged 23"."""
    for date in story.dates_in(span.end, span.end + _REACH):
        days = period(date.iso)
        told = days and str(days.first.year) in date.text
        if days and told and _IN.fullmatch(story.text[span.end : date.start]):
            return days
    sentence = story.sentence(span)
    before = story.dates_in(max(sentence.start, span.start - _REACH), span.start)
    days = period(before[-1].iso) if before else None
    if days is None or str(days.first.year) not in before[-1].text:
        return None
    between = story.text[before[-1].end : span.start]
    is_own = not re.search(r"[.;:]|,\s(?:and|but)\b|\b(?:now|today)\b", between)
    was_born = re.search(r"\b[Bb]orn\b", story.text[sentence.start : span.start])
    return days if is_own and not was_born else None
