"""What kind of thing a name is, by all that the text says of it: one kind for each spelling.

Recognizers vote by their reliability, the tagger for each occurrence with its probability, the
words beside an occurrence once for each cue; the last two up to a limit, so that many repeats of
one error cannot outvote knowledge. An acronym votes with the name that explains it, and a person's
surname or first name is that person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.names import strip_honorifics, surname
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Mention

Votes = dict[Kind, float]

CERTAIN: Final = frozenset({"card", "house", "handle"})
"""Methods that know what they found."""

_WINDOW: Final = 60
_CONTEXT_CAP: Final = 4.0
_TAGGER: Final = 2.0
_TAGGER_CAP: Final = 3.0
_WEIGHTS: Final = {"house": 20.0, "card": 20.0, "handle": 20.0, "lexicon": 4.0}
_AMBIGUOUS: Final = 1.5
_YIELDING: Final = frozenset({Kind.PLACE, Kind.NORP})
_PLACES: Final = frozenset(
    name for table in ("countries", "regions", "cities") for name in vocabulary("places")[table]
)


def decide(
    text: str,
    readings: Sequence[Mention],
    *,
    same: Iterable[tuple[str, str]] = (),
    ambiguous: frozenset[str] = frozenset(),
) -> dict[str, Kind]:
    """Return the kind of each spelling that was read.

    `same` are pairs of spellings of one name; `ambiguous` are known names that are everyday words.
    """
    votes = _votes(text, readings, ambiguous)
    _pool(votes, same)
    kinds = {name: max(found, key=lambda kind: found[kind]) for name, found in votes.items()}
    fixed = {one.text for one in readings if one.method in CERTAIN}
    for short, support in _shares(kinds, votes).items():
        kind = kinds.get(short)
        rival = 0.0 if kind is None or kind in _YIELDING else votes[short][kind]
        if kind and short not in fixed and not _is_capitals(short) and support >= rival:
            kinds[short] = Kind.PERSON
    return kinds


def context_votes(text: str, mention: Mention) -> Counter[Kind]:
    """Return a vote for each kind that the words right before and behind the mention speak for."""
    before = text[max(0, mention.start - _WINDOW) : mention.start].lower()
    after = text[mention.end : mention.end + _WINDOW].lower()
    votes: Counter[Kind] = Counter()
    for kind, (left, right) in _patterns().items():
        votes[kind] += bool(left.search(before)) + bool(right.match(after))
    return +votes


def shares_of(name: str) -> set[str]:
    """Return the words that may stand for a person named in full: the surname and the first name."""
    parts = strip_honorifics(name).split()
    return {surname(name), *({parts[0]} - _PLACES)} if len(parts) > 1 else set()


def _votes(text: str, readings: Iterable[Mention], ambiguous: frozenset[str]) -> dict[str, Votes]:
    """Return, for each spelling, how much speaks for each kind."""
    known: dict[str, Votes] = defaultdict(dict)
    tagged: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    beside: dict[str, Counter[Kind]] = defaultdict(Counter)
    seen: set[tuple[int, int]] = set()
    for one in readings:
        if one.method == "tagger":
            tagged[one.text][one.kind] += _TAGGER * one.score
        else:
            doubtful = one.method == "lexicon" and one.text in ambiguous
            weight = _AMBIGUOUS if doubtful else _WEIGHTS[one.method]
            known[one.text][one.kind] = max(known[one.text].get(one.kind, 0.0), weight)
        if (one.start, one.end) not in seen:
            seen.add((one.start, one.end))
            beside[one.text].update(context_votes(text, one))
    return {
        name: _sum(known[name], _capped(tagged[name]), _limited(beside[name])) for name in beside
    }


def _capped(votes: Votes) -> Votes:
    total = sum(votes.values())
    share = _TAGGER_CAP / total if total > _TAGGER_CAP else 1.0
    return {kind: weight * share for kind, weight in votes.items()}


def _limited(votes: Counter[Kind]) -> Votes:
    return {kind: min(float(count), _CONTEXT_CAP) for kind, count in votes.items()}


def _sum(*ballots: Votes) -> Votes:
    total: Votes = defaultdict(float)
    for votes in ballots:
        for kind, weight in votes.items():
            total[kind] += weight
    return total


def _pool(votes: dict[str, Votes], same: Iterable[tuple[str, str]]) -> None:
    for pair in same:
        both = _sum(*(votes[name] for name in pair if name in votes))
        votes.update({name: both for name in pair if name in votes})


def _shares(kinds: Mapping[str, Kind], votes: Mapping[str, Votes]) -> dict[str, float]:
    """Return the surnames and first names of the full names, with what speaks for those."""
    shares: dict[str, float] = defaultdict(float)
    for name, kind in kinds.items():
        if kind is Kind.PERSON:
            for short in shares_of(name):
                shares[short] = max(shares[short], votes[name][Kind.PERSON])
    return shares


def _is_capitals(word: str) -> bool:
    return word.isupper() and len(word) > 1


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
