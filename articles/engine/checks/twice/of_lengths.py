"""Lengths of time and their ends: "from 2014 to 2022" and "those five years"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.engine.checks.lengths import OF_TIME, Length, lengths
from articles.engine.checks.story import Story
from articles.engine.checks.stretches import Stretch, stretches
from articles.engine.checks.twice.pair import Pair, Reader, Signs, Sort, paired
from articles.engine.types import Span

_MOST: Final = 30
_MOST_STRETCHES: Final = 120
_AROUND: Final = 60
_OF_NAME: Final = 0.4
_FAR: Final = 3.5
"""How many times longer a length may be told than it was, and still be that of a stretch."""

_EXACT: Final = {"year": math.inf, "month": 93, "week": 8, "day": 2}
"""To how many days the ends must be told for a length in a unit."""

_OF_WHAT: Final = re.compile(
    r"\s(?:with|at|on|in|as|of|behind|under|for|to)\s(?:the|this|that|his|her|its|their)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Among:
    """The lengths and stretches of a text, and how much each stretch has in common with a length."""

    lengths: Sequence[Length]
    stretches: Sequence[Stretch]
    links: dict[tuple[Span, int], float]


def _pairs(story: Story) -> Iterator[Pair]:
    """Yield the lengths that a stretch of time does not have."""
    told = stretches(story)[:_MOST_STRETCHES]
    among = _Among(list(lengths(story))[:_MOST] if told else [], told, {})
    for length in among.lengths:
        words, names = _beside(story, length)
        for number, one in enumerate(told):
            same = sum(map(story.weight, words & one.stems))
            among.links[length.span, number] = same + _OF_NAME * len(names & one.names)
        for one in told:
            if _may_be_of(length, one):
                yield from paired(story, Sort.LENGTHS, length, one, among)


def _beside(story: Story, length: Length) -> tuple[frozenset[str], frozenset[str]]:
    sentence = story.sentence(length.span)
    low = max(sentence.start, length.span.start - _AROUND)
    high = min(sentence.end, length.span.end + _AROUND)
    return story.stems(low, high) - OF_TIME, story.actors(length.span)


def _may_be_of(length: Length, one: Stretch) -> bool:
    """Say whether a length may be meant of a stretch that it does not fit."""
    if length.fits(one.shortest, one.longest):
        return False
    if one.is_open and not (length.is_age or length.goes_on):
        return False
    ratio = _middle(length) / _middle_of(one)
    is_exact = one.longest - one.shortest <= _EXACT[length.unit]
    return is_exact and 1 / _FAR <= ratio <= _FAR


def _middle(length: Length) -> float:
    return max((length.least + length.most) / 2, 1.0)


def _middle_of(one: Stretch) -> float:
    return max((one.shortest + one.longest) / 2, 1.0)


def _signs(story: Story, pair: Pair) -> Signs:
    length = next(each for each in pair.told if isinstance(each, Length))
    one = next(each for each in pair.told if isinstance(each, Stretch))
    among = pair.among
    links = [among.links[length.span, number] for number in range(len(among.stretches))]
    link = links[among.stretches.index(one)]
    return {
        "constant": 1.0,
        "link": link,
        "best": float(link >= max(links)),
        "definite": float(length.is_definite),
        "definite_closed": float(length.is_definite and not one.is_open),
        "goes_on": float(length.goes_on),
        "is_age": float(length.is_age),
        "of_what": float(_OF_WHAT.match(story.text, length.span.end) is not None),
        "open": float(one.is_open),
        "begins": float(one.begins and one.is_open),
        "apart": float(one.is_apart),
        "dated": float(_is_dated(story, length)),
        "ratio": abs(math.log(_middle(length) / _middle_of(one))),
        "lengths": math.log1p(len(among.lengths)),
        "distance": math.log1p(pair.spans[1].start - pair.spans[0].start),
    }


def _is_dated(story: Story, length: Length) -> bool:
    """Say whether the passage has dates of its own."""
    sentence = story.sentence(length.span)
    dates = story.dates_in(sentence.start, sentence.end)
    return any(any(map(str.isdigit, date.text)) for date in dates)


LENGTHS: Final = Reader(_pairs, _signs)
