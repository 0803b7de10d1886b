"""How long something has gone on, against when it began: "since 1987" and "after 29 years of saying it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.codes import Code
from articles.engine.checks.numerals import NUMERAL, ORDINAL, value_of
from articles.engine.checks.once import deeds
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Severity, Span

_WORDS = vocabulary("tenures")
_SINCE = re.compile(
    r"\b(?:has|have|had|in\s(?:office|charge)|at\sthe\shelm)\b[^.;:]{0,80}?\b(?:ever\s)?since\s(?:early\s|late\s)?$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    rf"\b(?:after|in|for|during|all)\s(?:(?:his|her|their|its|the|those|these|nearly|almost|over|more\sthan)\s){{0,2}}"
    rf"(?P<count>{NUMERAL})\syears\s(?:{'|'.join(_WORDS['service'])})\b|"
    rf"\b(?:his|her|their|its)\s(?P<own>{NUMERAL})\syears\s(?:{'|'.join(_WORDS['service'])})\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"\b(?:its|their|his|her)\s(?P<nth>{ORDINAL})\s(?:year(?!['’-])|anniversary|birthday|season|edition|summer|winter)\b"
    rf"|\b(?P<years>{NUMERAL})-year-old\s(?:{'|'.join(_WORDS['aged'])})\b",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset({"founding", "opening", "building", "creation"})
_SLACK = 1.5
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Begin:
    span: Span
    days: Period
    names: frozenset[str]
    is_nameless: bool = False
    """It began without a name: "the cooperative that she set up in 2011"."""


@dataclass(frozen=True, slots=True)
class _Length:
    span: Span
    years: int
    names: frozenset[str]


def check(story: Story) -> list[Finding]:
    """Return the lengths of service and ages of things that no beginning in the text allows."""
    if story.published is None:
        return []
    begun, founded = list(_begun(story)), list(_founded(story))
    found = []
    for pattern, beginnings in ((_SERVED, begun), (_AGED, founded + begun)):
        for length in _lengths(story, pattern) if beginnings else ():
            one = _denied(story, length, beginnings)
            found += [_finding(story, one, length)] if one else []
    return found


def _begun(story: Story) -> Iterator[_Begin]:
    """Yield what "has led the office since 2017" dates."""
    for date in story.dates[:_MOST]:
        days = period(date.iso)
        sentence = story.sentence(date)
        found = _SINCE.search(story.text, sentence.start, date.start) if days else None
        if found and days and any(map(str.isdigit, date.text)):
            names = story.names(sentence.start, sentence.end)
            yield _Begin(Span(found.start(), date.end), days, names)


def _founded(story: Story) -> Iterator[_Begin]:
    for deed in deeds(story):
        if deed.kind in _BEGINNINGS:
            yield _Begin(deed.span, deed.days, frozenset({deed.subject}), not deed.subject)


def _lengths(story: Story, pattern: re.Pattern[str]) -> Iterator[_Length]:
    for found in pattern.finditer(story.text):
        years = value_of(next(group for group in found.groups() if group))
        sentence = story.sentence(Span(*found.span()))
        dated = any(
            any(map(str.isdigit, date.text))
            for date in story.dates_in(sentence.start, sentence.end)
        )
        if years and years > 1 and not dated:
            names = story.names(sentence.start, sentence.end)
            yield _Length(Span(*found.span()), years, names)


def _denied(story: Story, length: _Length, beginnings: list[_Begin]) -> _Begin | None:
    """Return the only beginning that the length may count from, if it does not fit."""
    alike = [
        one for one in beginnings if not length.names or one.is_nameless or one.names & length.names
    ]
    alike = [
        one
        for one in alike
        if one.span.end <= length.span.start or one.span.start > length.span.end
    ]
    if len({one.days for one in alike}) != 1 or len({one.days for one in beginnings}) > 2:  # noqa: PLR2004
        return None
    one = alike[0]
    return None if any(_fits(story, length, each) for each in beginnings) else one


def _fits(story: Story, length: _Length, one: _Begin) -> bool:
    if story.published is None:
        return True
    least = (story.published - one.days.last).days / 365.25
    most = (story.published - one.days.first).days / 365.25
    return least - _SLACK <= length.years <= most + _SLACK


def _finding(story: Story, one: _Begin, length: _Length) -> Finding:
    spans = tuple(sorted((one.span, length.span)))
    quotes = " and ".join(story.quote(span, 25) for span in spans)
    message = f"The time does not fit its beginning: {quotes}."
    return Finding(Code.DURATION_DIFFERS, Severity.ERROR, message, spans)
