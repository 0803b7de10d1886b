"""Names: strict (same boundaries, same type) and relaxed (any overlap, same type)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from articles.engine.evaluation.boundaries import normalised
from articles.engine.evaluation.counts import Counts, Outcome, matched
from articles.engine.evaluation.texts import Judged
from articles.engine.types import Kind, Mention

GROUPS: Final = {
    "PERSON+ORG": frozenset({"PERSON", "ORG"}),
    "PERSON+ORG+PRODUCT": frozenset({"PERSON", "ORG", "PRODUCT"}),
}
"""Types that are scored together, where a set annotates all of them."""

Place = tuple[int, int, str]

_SCORED = frozenset(kind.value for kind in Kind)


def annotated_types(texts: Iterable[Judged]) -> frozenset[str]:
    """Return the types that occur in a set; what it does not annotate cannot be wrong."""
    return frozenset(
        name.type for one in texts for name in one.gold.names or () if name.type in _SCORED
    )


def gold_places(one: Judged, types: frozenset[str]) -> set[Place]:
    """Return the annotated names of some types, boundaries normalised."""
    names = one.gold.names or ()
    return _places(one.gold.text, ((name.start, name.end, name.type) for name in names), types)


def found_places(one: Judged, types: frozenset[str]) -> set[Place]:
    """Return the names that were found, of some types, boundaries normalised."""
    return {
        place for mention in one.found.extraction.mentions if (place := at(one, mention, types))
    }


def at(one: Judged, mention: Mention, types: frozenset[str]) -> Place | None:
    """Return where a mention stands, boundaries normalised; None if it is of another type."""
    row = (mention.start, mention.end, mention.kind.value)
    return next(iter(_places(one.gold.text, [row], types)), None)


def score(texts: Sequence[Judged], types: frozenset[str]) -> list[Outcome]:
    """Return for each text its counts by type and over the groups."""
    labels = {
        "all types": types,
        **{label: group for label, group in GROUPS.items() if group <= types},
        **{type_: frozenset({type_}) for type_ in sorted(types)},
    }
    return [_outcome(one, types, labels) for one in texts]


def _outcome(one: Judged, types: frozenset[str], labels: dict[str, frozenset[str]]) -> Outcome:
    gold, found = gold_places(one, types), found_places(one, types)
    counts: dict[str, Counts] = {}
    for label, chosen in labels.items():
        there = {place for place in gold if place[2] in chosen}
        said = {place for place in found if place[2] in chosen}
        counts[f"{label}, strict"] = matched(len(there & said), len(said), len(there))
        counts[f"{label}, relaxed"] = Counts(
            correct=_touching(said, there),
            found=len(said),
            recalled=_touching(there, said),
            gold=len(there),
        )
    return Outcome(counts, _shown(one, gold - found), _shown(one, found - gold))


def _places(text: str, rows: Iterable[Place], types: frozenset[str]) -> set[Place]:
    places = set()
    for start, end, type_ in rows:
        span = normalised(text, start, end)
        if type_ in types and span.start < span.end:
            places.add((span.start, span.end, type_))
    return places


def _touching(these: set[Place], those: set[Place]) -> int:
    """Return how many of these overlap one of those of the same type."""
    return sum(
        any(a < end and start < b and kind == type_ for a, b, kind in those)
        for start, end, type_ in these
    )


def _shown(one: Judged, places: set[Place]) -> tuple[str, ...]:
    return tuple(f"{one.words(start, end)} ({type_})" for start, end, type_ in sorted(places))
