"""One percentage, two groups: "41 percent of all district hospitals" and "41 percent of health posts"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.units import PERCENT, unit_of
from articles.engine.data import vocabulary
from articles.engine.types import Figure, Finding, Severity, Span

_WORDS = vocabulary("bases")
_STOPWORDS = frozenset(vocabulary("stopwords")["words"])
_ENDS = "|".join(_WORDS["ends"])
_WORD = rf"(?!(?:{_ENDS})\b)[^,.;:()\n\s]+"
_GROUP = rf"(?P<group>{_WORD}(?:\s{_WORD}){{0,7}})"
_MEASURED = re.compile(
    rf"\s*(?P<measure>[a-z][a-z-]{{3,}})(?:\s(?:rate|share))?\s(?:among|amongst|across|of|in|by|within)\s{_GROUP}",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s(?:of|among|amongst|across)\s{_GROUP}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:among|amongst|of|in)\s{_GROUP}\s?,\s(?:(?:only|just|about|some|nearly|over|around)\s)?$",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(
    r"\s(?:of|in|at|with|from|for|on|by|admitted|aged|under|over|across|and)\b", re.IGNORECASE
)
_ALL = re.compile(r"\b(?:all|every|each|total|entire|whole)\b", re.IGNORECASE)
_RESTRICTS = re.compile(r"\b(?:with|who|that|aged|under|over)\b")
_SEPARATE = re.compile(r"\b(?:" + "|".join(_WORDS["separate"]) + r")\b", re.IGNORECASE)
_SAME: dict[str, str] = {
    stem(word): kind for kind, words in _WORDS["same"].items() for word in words
}
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_AROUND = 400
_BEHIND = 90
_MOST = 50


@dataclass(frozen=True, slots=True)
class _Based:
    """A percentage with the group that it is a part of, what it measures, and whom is spoken of."""

    figure: Figure
    span: Span
    group: str
    measure: str
    names: frozenset[str]


def check(story: Story) -> list[Finding]:
    """Return the first pair of equal percentages whose groups differ."""
    equal: dict[Decimal, list[_Based]] = defaultdict(list)
    for one in _based(story):
        equal[one.figure.value].append(one)
    found = []
    for group in equal.values():
        pairs = combinations(group[:_MOST], 2)
        pair = next((pair for pair in pairs if _differ(story, *pair)), None)
        found += [_finding(*pair)] if pair else []
    return found


def _based(story: Story) -> Iterator[_Based]:
    for figure in story.figures:
        if unit_of(figure) != PERCENT:
            continue
        sentence = story.sentence(figure)
        low = max(sentence.start, figure.start - _AROUND)
        names = story.names(low, figure.start)
        high = min(sentence.end, figure.end + _AROUND)
        if after := _AFTER.match(story.text, figure.end, high):
            span = Span(figure.start, after.end())
            yield _Based(figure, span, after["group"].strip(), "", names)
        elif measured := _MEASURED.match(story.text, figure.end, high):
            span = Span(figure.start, measured.end())
            yield _Based(
                figure, span, measured["group"].strip(), measured["measure"].lower(), names
            )
        elif before := _BEFORE.search(story.text, max(low, figure.start - _BEHIND), figure.start):
            yield _Based(
                figure, Span(before.start(), figure.end), before["group"].strip(), "", names
            )


def _differ(story: Story, one: _Based, other: _Based) -> bool:
    if story.sentence(one.figure) == story.sentence(other.figure) or one.measure != other.measure:
        return False
    if any(_SEPARATE.search(_around(story, each)) for each in (one, other)):
        return False
    if one.measure:
        return bool(one.names & other.names) and not _stems(one.group) & _stems(other.group)
    if _is_round(one.figure.value) or _named(one.group) != _named(other.group):
        return False
    heads = _head(one.group), _head(other.group)
    if heads[0] != heads[1]:
        return not (
            _stems(one.group) <= _stems(other.group) or _stems(other.group) <= _stems(one.group)
        )
    return _all_against_some(one.group, other.group) or _all_against_some(other.group, one.group)


def _all_against_some(one: str, other: str) -> bool:
    """Say whether one group is all of them, and the other those of a kind."""
    if _ALL.search(one) is None or _ALL.search(other) is not None:
        return False
    kind = _HEAD_ENDS.split(other)[0].split()[:-1]  # "packing-hall" of "the packing-hall staff"
    return _RESTRICTS.search(other) is not None or bool(_stems(" ".join(kind)) - _stems(one))


def _is_round(value: Decimal) -> bool:
    """Say whether two such shares may be equal by chance."""
    return value % 5 == 0 or value < 3  # noqa: PLR2004 - one or two percent are said of everything


def _around(story: Story, one: _Based) -> str:
    sentence = story.sentence(one.figure)
    return story.text[max(sentence.start, one.span.start - _BEHIND) : one.span.start]


def _named(group: str) -> frozenset[str]:
    return frozenset(_CAPITAL.findall(group))


def _head(group: str) -> str:
    """Return the noun of a group: "hospital" of "all district hospitals in the north"."""
    words = re.findall(r"[^\W\d_]+", _HEAD_ENDS.split(group)[0])
    return _kind(words[-1]) if words else ""


def _kind(word: str) -> str:
    found = stem(word.lower())
    return _SAME.get(found, found)


def _stems(group: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{4,}", group.lower())
    return {_kind(word) for word in words if word not in _STOPWORDS}


def _finding(one: _Based, other: _Based) -> Finding:
    measure = f" {one.measure}" if one.measure else ""
    message = f"{one.figure.text}{measure} is said of “{one.group}” and of “{other.group}”."
    return Finding(
        Code.DIFFERING_BASES, Severity.WARNING, message, tuple(sorted((one.span, other.span)))
    )
