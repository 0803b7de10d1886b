"""Ages and births: "Dunnet, 47," and "his client, who was born in 1971"."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from articles.engine.checks.births import births
from articles.engine.checks.story import Story
from articles.engine.checks.twice.pair import Pair, Reader, Signs, Sort, paired

_NEAR_YEARS: Final = 12
_MOST: Final = 30


def _pairs(story: Story) -> Iterator[Pair]:
    """Yield what is said of births that cannot be one person's."""
    told = births(story)[:_MOST]
    for one, other in combinations(told, 2):
        if not one.days.meets(other.days):
            yield from paired(story, Sort.AGES, one, other, told)


def _signs(story: Story, pair: Pair) -> Signs:
    one, other = pair.told
    years = max(one.days.first, other.days.first).year - min(one.days.last, other.days.last).year
    return {
        "constant": 1.0,
        "same": float(one.key == other.key),
        "sure": float(one.sure) + float(other.sure),
        "mixed": float(one.is_age != other.is_age),
        "gap": math.log1p(max(0, years)),
        "near": float(years <= _NEAR_YEARS),
        "protagonist": sum(float(each.key == story.protagonist) for each in pair.told),
        "people": math.log1p(len({each.key for each in pair.among})),
        "births": math.log1p(len(pair.among)),
        "distance": math.log1p(other.span.start - one.span.start),
        "two_people": float(one.sure and other.sure and one.key != other.key),
    }


AGES: Final = Reader(_pairs, _signs)
