"""Lengths of time that a text tells: "the six-year exclusivity", "her fifteenth season", "three decades"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.engine.checks.numerals import NUMERAL, ORDINAL, value_of
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import Span

_DATA = vocabulary("lengths")
OF_TIME: frozenset[str] = frozenset(vocabulary("moments")["of_time"]) | frozenset(
    map(stem, _DATA["words"]["of_time"])
)
"""Stems that say nothing of what lasted."""

_LONG: dict[str, int] = _DATA["years"]
_WORDS = _DATA["words"]
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}
_COUNTED = re.compile(
    rf"\b(?P<count>{NUMERAL})(?P<half>\sand\sa\shalf)?[- ](?P<unit>year|month|week|day|edition|season|summer|winter)s?(?:-long)?\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    rf"\b(?P<count>an?|half\sa|quarter\sof\sa|{NUMERAL})[- ](?P<unit>decade|century|half-century|quarter-century|centuries)s?\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"\b(?P<nth>{ORDINAL})\s(?:(?:and\s(?:last|final)|consecutive|straight)\s)?(?P<what>year|season|summer|winter|month|week|day|anniversary|edition)\b(?!['’-])",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"\b(?P<count>{NUMERAL})-year-old\s(?:[\w-]+\s)?(?:" + "|".join(_WORDS["aged"]) + r")\b"
)
_BEFORE = re.compile(
    r"\b(?:" + "|".join(_WORDS["before"]) + r")\s(?:[\w-]+\s){0,1}$", re.IGNORECASE
)
_AFTER = re.compile(
    r"[\s-](?:[\w’'-]+\s){0,1}?(?:" + "|".join(_WORDS["after"]) + r")", re.IGNORECASE
)
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|more\sthan|over|some|at\sleast|close\sto|approximately|well\sover|under|less\sthan|barely|just\s(?:over|under))\s(?:the\s|a\s)?$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|those|these|his|her|its|their|all|whole|after)\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more\sthan|over|at\sleast|upwards\sof|beyond|exceeding|longer\sthan)\s(?:the\s|a\s)?$",
    re.IGNORECASE,
)
_OF_THING = re.compile(r"\sof\s(?!(?:my|his|her|our|your|their|a|an)\b)")
_GOES_ON = re.compile(
    r"\b(?:"
    + "|".join(_WORDS["going_on"])
    + r")\s(?:(?:the|his|her|its|their|these|those|nearly|almost|about|some|around|more|than|over|all|past|last)\s){0,3}$",
    re.IGNORECASE,
)
_IN_ROW = {"season": "year", "summer": "year", "winter": "year", "edition": "year"}
_MOST = 120
_RANGE = re.compile(r"\d\s?[-–]\s?$|\b(?:to|or|and|between)\s$")
_HALF = 50


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in days, from the least to the most that its words allow."""

    span: Span
    least: float
    most: float
    unit: str
    is_definite: bool
    """The words refer to what was told before: "the six-year exclusivity"."""

    goes_on: bool = False
    """Its words may count up to now: "for 23 years", "after fifteen years in charge"."""

    is_age: bool = False
    """It counts up to now: "in its ninth year", "the 50-year-old paper"."""

    def fits(self, shortest: float, longest: float) -> bool:
        """Say whether a time of this many days is allowed."""
        return self.least <= longest and shortest <= self.most


def lengths(story: Story) -> Iterator[Length]:
    """Yield the lengths of time that are told of something that was or is."""
    for pattern in (_COUNTED, _ROUND, _NTH, _AGED):
        for found in islice(pattern.finditer(story.text), _MOST):
            one = _length(story, found)
            if one is not None and _is_of_something(story, found):
                yield one


def _length(story: Story, found: re.Match[str]) -> Length | None:
    groups = found.groupdict()
    span = Span(*found.span())
    before = story.text[max(0, span.start - _HALF) : span.start]
    definite = _DEFINITE.search(before) is not None
    if "nth" in groups:
        number = value_of(groups["nth"])
        return _nth(span, number, groups["what"].lower(), is_definite=definite) if number else None
    unit = (groups.get("unit") or "year").lower()
    count = _number(groups["count"])
    if not count or (count == 1 and unit != "century"):
        return None
    unit = _IN_ROW.get(unit, unit)
    years = _LONG.get("century" if unit == "centuries" else unit)
    value = count * (years or 1) + (0.5 if groups.get("half") else 0)
    unit = "year" if years else unit
    slack = _slack(value, unit, rough=bool(years) or _ROUGH.search(before) is not None)
    length = _DAYS[unit]
    least, most = (value - slack) * length, (value + slack) * length
    most = 10 * most if _MORE.search(before) else most
    is_age = found.re is _AGED
    goes_on = (
        is_age
        or _OF_THING.match(story.text, span.end) is not None
        or _GOES_ON.search(before) is not None
    )
    return Length(span, least, most, unit, definite, goes_on, is_age)


def _number(words: str) -> float | None:
    simple = {"a": 1, "an": 1, "half a": 0.5, "quarter of a": 0.25}
    return simple.get(words.lower()) or value_of(words)


def _slack(value: float, unit: str, *, rough: bool) -> float:
    """Return by how much a told number may differ: what is rounded, the more."""
    if unit == "day":
        return max(1.0, value * 0.1)
    is_round = value >= 20 and value % 5 == 0  # noqa: PLR2004 - people round after twenty
    return max(0.75, value * (0.2 if rough else 0.12 if is_round else 0.06))


def _nth(span: Span, number: int, what: str, *, is_definite: bool) -> Length | None:
    unit = _IN_ROW.get(what, "year" if what == "anniversary" else what)
    if number == 1 or unit == "day":
        return None
    low = number - 1 if what == "anniversary" else number - 2
    length = _DAYS[unit]
    return Length(
        span, low * length, (number + 1) * length, unit, is_definite, goes_on=True, is_age=True
    )


def _is_of_something(story: Story, found: re.Match[str]) -> bool:
    """Say whether a length is that of something told, not of what is to come or of what is rare."""
    sentence = story.sentence(Span(*found.span()))
    low = max(sentence.start, found.start() - _HALF)
    if _BEFORE.search(story.text, low, found.start()) or _RANGE.search(
        story.text, low, found.start()
    ):
        return False
    if "anniversary of" in story.words(found.start(), found.end() + len(" of")):
        return False
    return found.re is _AGED or not _AFTER.match(story.text, found.end(), sentence.end)
