"""Who is who: B³ over the annotated names, within each text and across a set.

The names are given to coreference as annotated, so that only resolution is measured, and only names
whose entity the set says are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from articles.engine.coreference import resolve
from articles.engine.evaluation.boundaries import normalised
from articles.engine.evaluation.counts import Counts, Outcome
from articles.engine.evaluation.names import Place
from articles.engine.evaluation.texts import Judged
from articles.engine.recognizers import cards
from articles.engine.types import Kind, Mention

_KINDS = frozenset(kind.value for kind in Kind)
_METHOD = "tagger"


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts within it, and its share of the counts across the set."""
    truths: list[list[Hashable]] = []
    answers: list[list[Hashable]] = []
    for one in texts:
        places = _linked(one)
        keys = {
            (each.start, each.end, each.kind.value): each.key
            for each in resolve(one.found.document, _given(one, set(places)))
        }
        truths.append(list(places.values()))
        answers.append([keys[place] for place in places])
    across = iter(
        b_cubed([key for keys in answers for key in keys], [key for keys in truths for key in keys])
    )
    return [
        Outcome(
            {
                "within a text": _sum(b_cubed(answer, truth)),
                "across texts": _sum([next(across) for _ in truth]),
            }
        )
        for truth, answer in zip(truths, answers, strict=True)
    ]


def b_cubed(answers: Sequence[Hashable], truths: Sequence[Hashable]) -> list[tuple[float, float]]:
    """Return the precision and the recall of each mention (Bagga and Baldwin, 1998)."""
    by_answer, by_truth = Counter(answers), Counter(truths)
    both = Counter(zip(answers, truths, strict=True))
    return [
        (both[answer, truth] / by_answer[answer], both[answer, truth] / by_truth[truth])
        for answer, truth in zip(answers, truths, strict=True)
    ]


def _sum(shares: Sequence[tuple[float, float]]) -> Counts:
    count = len(shares)
    return Counts(
        correct=sum(precision for precision, _ in shares),
        found=count,
        recalled=sum(recall for _, recall in shares),
        gold=count,
    )


def _linked(one: Judged) -> dict[Place, str]:
    """Return the names whose entity is known, boundaries normalised, in text order."""
    found = {}
    for name in one.gold.names or ():
        span = normalised(one.gold.text, name.start, name.end)
        if name.entity and name.type in _KINDS and span.start < span.end:
            found[span.start, span.end, name.type] = name.entity
    return dict(sorted(found.items()))


def _given(one: Judged, places: set[Place]) -> list[Mention]:
    """Return the names as mentions; what cards explain knows its full name."""
    document = one.found.document
    explained = {
        (each.start, each.end, each.kind.value): each for each in cards.recognize(document)
    }
    mentions = []
    for place in sorted(places):
        start, end, type_ = place
        words = one.gold.text[start:end]
        known = explained.get(place)
        mentions.append(
            Mention(
                start=start,
                end=end,
                text=words,
                kind=Kind(type_),
                name=known.name if known else words,
                key="",
                score=1.0,
                method=known.method if known else _METHOD,
            )
        )
    return mentions
