"""What speaks for the kind of a name: how it was found, and the words beside it, all over the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.names import fold, is_given_name
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from articles.engine.types import Mention

_WINDOW: Final = 60
_CONTEXT_CAP: Final = 4.0
_TAGGER_CAP: Final = 3.0
_AMBIGUOUS_WEIGHT: Final = 1.5
_WEIGHTS: Final = {
    "house": 20.0,
    "card": 20.0,
    "handle": 20.0,
    "acronym": 4.0,
    "form": 4.0,
    "lexicon": 4.0,
    "tagger": 1.0,
}


@cache
def _patterns() -> dict[Kind, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        Kind(kind): (
            re.compile("(?:" + "|".join(sides["before"]) + r")(?:the )?$"),
            re.compile("|".join(sides["after"])),
        )
        for kind, sides in vocabulary("kinds").items()
        if kind in Kind.__members__
    }


@cache
def _product_shape() -> re.Pattern[str]:
    return re.compile(r"[A-Z][a-z]+(?:" + "|".join(vocabulary("kinds")["shape"]["product"]) + ")")


def context_votes(text: str, mention: Mention) -> Counter[Kind]:
    """Return a vote for each kind that the words right before and behind the mention speak for."""
    before = text[max(0, mention.start - _WINDOW) : mention.start].lower()
    after = text[mention.end : mention.end + _WINDOW].lower()
    votes: Counter[Kind] = Counter()
    for kind, (left, right) in _patterns().items():
        votes[kind] += bool(left.search(before)) + bool(right.match(after))
    return +votes


def shape_votes(name: str) -> Counter[Kind]:
    """Return what the form of a name speaks for: a given name before, a product's ending behind."""
    parts = name.split()
    votes: Counter[Kind] = Counter()
    if _product_shape().fullmatch(name):
        votes[Kind.PRODUCT] = 2
    if (
        len(parts) > 1
        and is_given_name(parts[0])
        and not _institutional() & {fold(part) for part in parts}
    ):
        votes[Kind.PERSON] = 2
    return votes


@cache
def _institutional() -> frozenset[str]:
    words = vocabulary("names")
    return frozenset(words["organisation_heads"]) | frozenset(words["organisation_tails"])


def votes_by_surface(
    text: str, mentions: Iterable[Mention], ambiguous: frozenset[str]
) -> Mapping[str, dict[Kind, float]]:
    """Return, for each spelling, how much speaks for each kind.

    Recognizers vote by their reliability, the tagger once for each occurrence and the context once
    for each cue, both up to a limit, so that many repeats of one error cannot outvote knowledge.
    """
    methods: dict[str, dict[tuple[str, Kind], float]] = defaultdict(lambda: defaultdict(float))
    contexts: dict[str, Counter[Kind]] = defaultdict(Counter)
    seen: set[tuple[int, int]] = set()
    for mention in mentions:
        vote = methods[mention.text]
        slot = (mention.method, mention.kind)
        weight = _weight(mention, ambiguous)
        vote[slot] = vote[slot] + weight if mention.method == "tagger" else max(vote[slot], weight)
        if (mention.start, mention.end) not in seen:
            seen.add((mention.start, mention.end))
            contexts[mention.text].update(context_votes(text, mention))
    return {
        surface: _sum(votes, contexts[surface] + shape_votes(surface))
        for surface, votes in methods.items()
    }


def _weight(mention: Mention, ambiguous: frozenset[str]) -> float:
    if mention.method == "lexicon" and mention.text in ambiguous:
        return _AMBIGUOUS_WEIGHT
    return _WEIGHTS[mention.method]


def _sum(votes: Mapping[tuple[str, Kind], float], context: Counter[Kind]) -> dict[Kind, float]:
    total: dict[Kind, float] = defaultdict(float)
    tagged = sum(weight for (method, _), weight in votes.items() if method == "tagger")
    for (method, kind), weight in votes.items():
        share = _TAGGER_CAP / tagged if method == "tagger" and tagged > _TAGGER_CAP else 1.0
        total[kind] += weight * share
    for kind, count in context.items():
        total[kind] += min(float(count), _CONTEXT_CAP)
    return dict(total)
