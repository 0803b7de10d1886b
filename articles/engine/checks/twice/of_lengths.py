"""Lengths of time and their ends: "from 2014 to 2022" and "those five years"."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import Final

from articles.engine.checks.lengths import Length, lengths
from articles.engine.checks.spells import is_dated, link
from articles.engine.checks.story import Story
from articles.engine.checks.stretches import Stretch, stretches
from articles.engine.checks.twice.pair import Pair, Reader, Signs, Sort, paired

_MOST: Final = 30


def _pairs(story: Story) -> Iterator[Pair]:
    """Yield the lengths that a stretch of time does not have."""
    told = stretches(story)[:_MOST]
    long = list(lengths(story))[:_MOST] if told else []
    for length, one in product(long, told):
        if not length.fits(one.shortest, one.longest):
            yield from paired(story, Sort.LENGTHS, length, one, (told, long))


def _signs(story: Story, pair: Pair) -> Signs:
    length = next(each for each in pair.told if isinstance(each, Length))
    stretch = next(each for each in pair.told if isinstance(each, Stretch))
    told, long = pair.among
    fitting = sum(1 for one in told if length.fits(one.shortest, one.longest))
    middle = max((length.least + length.most) / 2, 1.0)
    is_later = story.published is not None and stretch.last.first > story.published
    return {
        "constant": 1.0,
        "link": link(story, length, stretch),
        "definite": float(length.is_definite),
        "definite_closed": float(length.is_definite and not stretch.is_open),
        "goes_on": float(length.goes_on),
        "is_age": float(length.is_age),
        "open": float(stretch.is_open),
        "fitting": math.log1p(fitting),
        "dated": float(is_dated(story, length)),
        "ratio": abs(math.log(middle / max((stretch.shortest + stretch.longest) / 2, 1.0))),
        "stretches": math.log1p(len(told)),
        "lengths": math.log1p(len(long)),
        "future": float(is_later),
    }


LENGTHS: Final = Reader(_pairs, _signs)
