"""Who of the knowledge base is meant: a proposal with a score and a reason for every entity named.

A full name or a handle says more than a surname. What else the text says decides between
namesakes, and so does what people said of the same spelling in earlier articles; where neither
does, nobody is proposed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.evidence import quote_key
from articles.engine.names import fold, is_acronym, is_short_for, name_key, stands_for, words
from articles.engine.types import Kind, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articles.engine.types import Candidate, Extraction, Knowledge, Meaning, Mention

_WITHOUT_RECORD: Final = frozenset({Kind.NORP})
_HANDLE: Final = 0.97
_NAME: Final = 0.92
_ALIAS: Final = 0.9
_ACRONYM: Final = 0.75
_SHORT: Final = 0.6
_SIMILAR: Final = 0.5
_PER_NAME: Final = 0.03
_PER_WORD: Final = 0.02
_MOST_CONTEXT: Final = 0.09
_MARGIN: Final = 0.015
_LEAST: Final = 0.45
_FULL_NAME: Final = 2
_SHORTEST_CONTEXT: Final = 4
_BEST: Final = 0.99
_FIT_IN_ARTICLES: Final = 3
"""How many judged articles the fit of a name is worth."""

_COMMON: Final = frozenset(vocabulary("stopwords")["words"])
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Context:
    """The words of the text, and of those of its names, the entities whose names use them."""

    named: Mapping[str, set[str]]
    written: frozenset[str]


def reconcile(extraction: Extraction, knowledge: Knowledge, *, text: str = "") -> list[Proposal]:
    """Return one proposal for each key and kind, in the order of the text.

    `target` is empty where nobody is known, or where namesakes are equally likely. `text` is what
    was read: its words tell namesakes apart.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.kind not in _WITHOUT_RECORD:
            groups[mention.key].append(mention)
    context = _Context(_named(extraction.mentions), frozenset(map(fold, _WORD.findall(text))))
    earlier = knowledge.meanings({quote_key(one.text) for one in extraction.mentions})
    proposals: list[Proposal] = []
    for key, mentions in groups.items():
        meant = _most_judged(mentions, earlier)
        scored = _ranked(mentions, knowledge, context, meant)
        kinds = dict.fromkeys(mention.kind for mention in mentions)
        proposals += [_proposal(key, kind, mentions, scored) for kind in kinds]
    return proposals


def _most_judged(
    mentions: Iterable[Mention], earlier: Mapping[str, Sequence[Meaning]]
) -> Sequence[Meaning]:
    """Return what the spelling that most articles use has meant."""
    spellings = dict.fromkeys(quote_key(mention.text) for mention in mentions)
    found = (earlier.get(spelling, ()) for spelling in spellings)
    return max(found, key=lambda meant: sum(one.articles for one in meant))


def _ranked(
    mentions: Sequence[Mention],
    knowledge: Knowledge,
    context: _Context,
    meant: Sequence[Meaning],
) -> list[_Scored]:
    kinds = {mention.kind for mention in mentions}
    candidates: dict[str, Candidate] = {}
    for name, kind in dict.fromkeys(_spellings(mentions)):
        for candidate in knowledge.candidates(name, kind):
            candidates.setdefault(candidate.target, candidate)
    for one in meant:
        if one.candidate.kind in kinds or Kind.HANDLE in kinds:
            candidates.setdefault(one.candidate.target, one.candidate)
    scored = (
        _with_past(_scored(candidate, mentions, context), meant)
        for candidate in candidates.values()
    )
    return sorted(
        (one for one in scored if one.score >= _LEAST),
        key=lambda one: (-one.score, one.candidate.target),
    )


def _spellings(mentions: Iterable[Mention]) -> Iterator[tuple[str, Kind]]:
    for mention in mentions:
        yield mention.text, mention.kind
        if mention.kind is not Kind.HANDLE:
            yield mention.name, mention.kind


def _scored(candidate: Candidate, mentions: Sequence[Mention], context: _Context) -> _Scored:
    score, reason = max(_fit(candidate, mention) for mention in mentions)
    names, others = _shared(candidate, mentions[0].key, context)
    if names or others:
        score += min(_MOST_CONTEXT, _PER_NAME * len(names) + _PER_WORD * len(others))
        verb = "names" if names else "says"
        reason = f"{reason}; the text also {verb} {', '.join((names or others)[:3])}"
    return _Scored(candidate, min(score, _BEST), reason)


def _shared(candidate: Candidate, key: str, context: _Context) -> tuple[list[str], list[str]]:
    """Return what the text shares with what is known of a candidate: names of others, and words."""
    told = {
        word for text in candidate.context for word in words(text) if len(word) >= _SHORTEST_CONTEXT
    }
    told -= _COMMON | set(words(candidate.name))
    names = {word for word in told if context.named.get(word, set()) - {key}}
    return sorted(names), sorted((told & context.written) - names - context.named.keys())


def _with_past(scored: _Scored, meant: Sequence[Meaning]) -> _Scored:
    """Weigh how well a name fits with how often it was meant before."""
    judged = sum(one.articles for one in meant)
    if not judged:
        return scored
    target = scored.candidate.target
    times = next((one.articles for one in meant if one.candidate.target == target), 0)
    score = (scored.score * _FIT_IN_ARTICLES + times) / (_FIT_IN_ARTICLES + judged)
    past = f"meant {scored.candidate.name} in {times} of {judged} earlier articles"
    return replace(scored, score=min(score, _BEST), reason=f"{scored.reason}; {past}")


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


def _named(mentions: Iterable[Mention]) -> dict[str, set[str]]:
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
        reason = f"undecided: {rivals} fit equally well"
        return Proposal(key, kind, name, "", best.score / len(scored), reason, is_undecided=True)
    return Proposal(key, kind, best.candidate.name, best.candidate.target, best.score, best.reason)
