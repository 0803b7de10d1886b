"""One share, two groups: "41 percent of all district hospitals" and "41 percent of health posts"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.groups import GROUP, Group, group
from articles.engine.checks.measures import is_generic
from articles.engine.checks.phrases import word
from articles.engine.checks.story import Story
from articles.engine.checks.units import PERCENT, unit_of
from articles.engine.data import vocabulary
from articles.engine.types import Figure, Finding, Severity, Span

_SEPARATE = word(vocabulary("bases")["separate"])
_AFTER = re.compile(
    rf"\s(?:(?P<measure>(?!of\b|in\b|\w+ed\b)[a-z][a-z-]{{3,}})(?:\s(?:rate|share))?\s)?"
    rf"(?:of|among|amongst|across|by|within|in(?=\s(?:all|every|the\swhole|the\sentire)\b)|(?<=[a-z]\s)in)\s{GROUP}"
)
_DIRECTLY = re.compile(rf"\s(?!of\b){GROUP}")
_IN_SO_MANY = re.compile(r"\b(?:in|out\sof)\b")
_BEFORE = re.compile(rf"\b(?:among|amongst|across|of|in|for)\s{GROUP}", re.IGNORECASE)
_BESIDE = re.compile(r"\s?,\s(?:[a-z]+\s){0,2}")
_YEAR = re.compile(r"\d{4}")
_REACH = 160
_MOST = 50
_HUNDRED = 100
_ENOUGH_FOR_ROUND = 2


@dataclass(frozen=True, slots=True)
class _Based:
    """A share with the group that it is a share of, what is said of it, and when."""

    figure: Figure
    span: Span
    group: Group
    measure: str
    said: frozenset[str]
    years: frozenset[str]

    @property
    def value(self) -> Decimal:
        """Return the share in percent."""
        return self.figure.value * (1 if unit_of(self.figure) == PERCENT else _HUNDRED)

    @property
    def is_round(self) -> bool:
        """Say whether two such shares may be equal by chance."""
        return self.value % 5 == 0 or self.value < 3 or not self.figure.unit  # noqa: PLR2004


def check(story: Story) -> list[Finding]:
    """Return the first pair of equal shares whose groups differ, for each share."""
    equal: dict[int, list[_Based]] = defaultdict(list)
    for figure in story.figures:
        one = _based(story, figure)
        if one:
            equal[round(one.value)].append(one)
    found = []
    for alike in equal.values():
        pairs = combinations(alike[:_MOST], 2)
        pair = next((pair for pair in pairs if _differ(story, *pair)), None)
        found += [_finding(*pair)] if pair else []
    return found


def _based(story: Story, figure: Figure) -> _Based | None:
    """Return a share with its group, which follows it or opens its sentence."""
    if unit_of(figure) != PERCENT and figure.kind != "share":
        return None
    found = next(_groups(story, figure), None)
    if found is None:
        return None
    words, span, measured = found
    clause = story.clause(figure)
    sentence = story.sentence(figure)
    scope = story.text[max(sentence.start, span.start - _REACH) : span.end + _REACH // 4]
    base = group(words.strip(), scope)
    said = story.stems(clause.start, clause.end) | story.names(clause.start, clause.end)
    return _Based(
        figure,
        span,
        base,
        measured.lower(),
        frozenset(one for one in said - base.stems if not is_generic(one)),
        frozenset(
            year
            for one in story.dates_in(clause.start, clause.end)
            for year in _YEAR.findall(one.iso)
        ),
    )


def _groups(story: Story, figure: Figure) -> Iterator[tuple[str, Span, str]]:
    sentence = story.sentence(figure)
    high = min(sentence.end, figure.end + _REACH)
    pattern = _DIRECTLY if _IN_SO_MANY.search(figure.text) else _AFTER
    after = pattern.match(story.text, figure.end, high)
    if after:
        measured = after.groupdict().get("measure") or ""
        yield after["group"], Span(figure.start, after.end()), measured
        return
    low = max(sentence.start, figure.start - _REACH)
    for before in reversed(list(_BEFORE.finditer(story.text, low, figure.start))):
        is_beside = _BESIDE.fullmatch(story.text, before.end(), figure.start) is not None
        if is_beside or _opens(story, before.start()):
            yield before["group"], Span(before.start(), figure.end), ""


def _opens(story: Story, at: int) -> bool:
    """Say whether nothing or a noun alone stands before an offset in its sentence: "Turnout among"."""
    return len(story.text[story.sentence(Span(at, at)).start : at].split()) < _ENOUGH_FOR_ROUND


def _differ(story: Story, one: _Based, other: _Based) -> bool:
    if story.sentence(one.figure) == story.sentence(other.figure):
        return False
    if one.years and other.years and not one.years & other.years:
        return False
    if any(_SEPARATE.search(_before(story, each)) for each in (one, other)):
        return False
    measured = bool(one.measure) and one.measure == other.measure
    if one.measure != other.measure or not one.group.differs(other.group, measured=measured):
        return False
    shared = len(one.said & other.said)
    if one.group.noun == other.group.noun:
        return shared > 0 or not one.is_round
    return shared >= _ENOUGH_FOR_ROUND if one.is_round or other.is_round else True


def _before(story: Story, one: _Based) -> str:
    sentence = story.sentence(one.figure)
    return story.text[max(sentence.start, one.span.start - _REACH // 2) : one.span.start]


def _finding(one: _Based, other: _Based) -> Finding:
    message = f"{one.figure.text} is said of “{one.group.text}” and of “{other.group.text}”."
    return Finding(
        Code.DIFFERING_BASES, Severity.WARNING, message, tuple(sorted((one.span, other.span)))
    )
