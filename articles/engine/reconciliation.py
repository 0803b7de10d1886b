"""Who of the knowledge base is meant: a proposal with a score and a reason for every entity named.

A full name or a handle says more than a surname; what else the text names decides between
namesakes, and where it does not, nobody is proposed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from articles.engine.names import fold, is_acronym, is_short_for, name_key, stands_for, words
from articles.engine.types import Kind, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.engine.types import Candidate, Extraction, Knowledge, Mention

_WITHOUT_RECORD: Final = frozenset({Kind.NORP})
_HANDLE: Final = 0.97
_NAME: Final = 0.92
_ALIAS: Final = 0.9
_ACRONYM: Final = 0.75
_SHORT: Final = 0.6
_SIMILAR: Final = 0.5
_PER_CONTEXT: Final = 0.03
_MOST_CONTEXT: Final = 0.09
_MARGIN: Final = 0.03
_LEAST: Final = 0.45
_FULL_NAME: Final = 2
_SHORTEST_CONTEXT: Final = 4
_BEST: Final = 0.99


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    reason: str


def reconcile(extraction: Extraction, knowledge: Knowledge) -> list[Proposal]:
    """Return one proposal for each key and kind, in the order of the text.

    `target` is empty where nobody is known, or where namesakes are equally likely.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.kind not in _WITHOUT_RECORD:
            groups[mention.key].append(mention)
    vocabulary = _vocabulary(extraction.mentions)
    proposals: list[Proposal] = []
    for key, mentions in groups.items():
        scored = _ranked(mentions, knowledge, vocabulary)
        kinds = dict.fromkeys(mention.kind for mention in mentions)
        proposals += [_proposal(key, kind, mentions, scored) for kind in kinds]
    return proposals


def _ranked(
    mentions: Sequence[Mention], knowledge: Knowledge, vocabulary: dict[str, set[str]]
) -> list[_Scored]:
    candidates: dict[str, Candidate] = {}
    for name, kind in dict.fromkeys(_spellings(mentions)):
        for candidate in knowledge.candidates(name, kind):
            candidates.setdefault(candidate.target, candidate)
    others = {word: keys - {mentions[0].key} for word, keys in vocabulary.items()}
    scored = [_scored(candidate, mentions, others) for candidate in candidates.values()]
    return sorted(
        (one for one in scored if one.score >= _LEAST),
        key=lambda one: (-one.score, one.candidate.target),
    )


def _spellings(mentions: Iterable[Mention]) -> Iterable[tuple[str, Kind]]:
    for mention in mentions:
        yield mention.text, mention.kind
        if mention.kind is not Kind.HANDLE:
            yield mention.name, mention.kind


def _scored(
    candidate: Candidate, mentions: Sequence[Mention], others: dict[str, set[str]]
) -> _Scored:
    score, reason = max(_fit(candidate, mention) for mention in mentions)
    shared = sorted(
        {
            word
            for text in candidate.context
            for word in words(text)
            if len(word) >= _SHORTEST_CONTEXT and others.get(word)
        }
    )
    if shared:
        score += min(_MOST_CONTEXT, _PER_CONTEXT * len(shared))
        reason = f"{reason}; the text also names {', '.join(shared[:3])}"
    return _Scored(candidate, min(score, _BEST), reason)


def _fit(candidate: Candidate, mention: Mention) -> tuple[float, str]:
    """Return how well one mention fits a candidate by its spelling, and why."""
    if mention.kind is Kind.HANDLE:
        handles = {fold(handle).lstrip("@") for handle in candidate.handles}
        if fold(mention.text).lstrip("@") in handles:
            return _HANDLE, f"{mention.text} is a handle of {candidate.name}"
        return 0.0, "another handle"
    key = name_key(mention.name, mention.kind)
    if key == name_key(candidate.name, candidate.kind):
        return _whole(mention, candidate)
    for alias in candidate.aliases:
        if key == name_key(alias, candidate.kind):
            return (
                _ALIAS if len(key.split()) >= _FULL_NAME else _ALIAS - 0.1
            ), f"“{alias}” is an alias of {candidate.name}"
    return _near(candidate, mention.name, key)


def _whole(mention: Mention, candidate: Candidate) -> tuple[float, str]:
    if (
        mention.kind is Kind.PERSON
        and len(name_key(mention.name, Kind.PERSON).split()) < _FULL_NAME
    ):
        return _SHORT, f"a single name, like that of {candidate.name}"
    return _NAME, f"the name of {candidate.name}"


def _near(candidate: Candidate, name: str, key: str) -> tuple[float, str]:
    if candidate.kind is Kind.PERSON and is_short_for(name, candidate.name):
        return _SHORT + (
            0.2 if len(key.split()) >= _FULL_NAME else 0.0
        ), f"short for {candidate.name}"
    if is_acronym(name) and stands_for(name, candidate.name):
        return _ACRONYM, f"an acronym of {candidate.name}"
    ratio = SequenceMatcher(None, key, name_key(candidate.name, candidate.kind)).ratio()
    return _SIMILAR * ratio, f"spelled like {candidate.name}"


def _vocabulary(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """Return the words of all names in the text, each with the entities whose names use it."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        for word in words(mention.name):
            found[word].add(mention.key)
    return found


def _proposal(
    key: str, kind: Kind, mentions: Sequence[Mention], scored: Sequence[_Scored]
) -> Proposal:
    name = mentions[0].name
    if not scored:
        sure = max(mention.score for mention in mentions)
        return Proposal(
            key, kind, name, "", sure, "new: nobody of this name is in the knowledge base"
        )
    best = scored[0]
    if len(scored) > 1 and best.score - scored[1].score < _MARGIN:
        rivals = " or ".join(one.candidate.name for one in scored[:2])
        return Proposal(
            key, kind, name, "", best.score / len(scored), f"undecided: {rivals} fit equally well"
        )
    return Proposal(key, kind, best.candidate.name, best.candidate.target, best.score, best.reason)
