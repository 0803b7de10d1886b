"""Contradictions: how many of the planted ones are found, and how often there is a false alarm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles.engine.evaluation.counts import Counts, Outcome, matched, recalled
from articles.engine.evaluation.matching import shared
from articles.engine.evaluation.texts import Judged
from articles.engine.spans import Ranged

CONTRADICTIONS: Final = frozenset(
    {
        "conflicting-years",
        "conflicting-dates",
        "weekday-differs",
        "impossible-order",
        "duration-differs",
        "age-differs",
        "parts-over-whole",
        "conflicting-figures",
        "differing-bases",
        "part-differs",
        "spelling-drifts",
        "card-contradicted",
    }
)
"""The rules that say that an article contradicts itself; the others speak of sources and form."""


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts of contradictions, and its false alarms as a count of one.

    A planted one is found by a finding that names two of its passages, or its only one.
    """
    return [_outcome(one) for one in texts]


def _outcome(one: Judged) -> Outcome:
    planted = one.gold.contradictions or ()
    findings = [each for each in one.found.findings if each.code in CONTRADICTIONS]
    hits = [[each for each in findings if is_found(this.spans, each.spans)] for this in planted]
    alarms = [each for each in findings if not any(each in those for those in hits)]
    alike = sum(
        any(each.code == this.code for each in those)
        for this, those in zip(planted, hits, strict=True)
    )
    seen = sum(1 for those in hits if those)
    counts = {
        "contradictions": Counts(
            correct=len(findings) - len(alarms),
            found=len(findings),
            recalled=seen,
            gold=len(planted),
        ),
        "with the right code": matched(alike, len(findings), len(planted)),
        "false alarms, in 100 articles": recalled(len(alarms), 1),
    }
    for this, those in zip(planted, hits, strict=True):
        counts[this.code] = counts.get(this.code, Counts()) + recalled(int(bool(those)), 1)
    missed = tuple(
        f"{this.code}: {' / '.join(one.words(span.start, span.end) for span in this.spans)}"
        for this, those in zip(planted, hits, strict=True)
        if not those
    )
    return Outcome(counts, missed, tuple(f"{each.code}: {each.message}" for each in alarms))


def is_found(planted: Sequence[Ranged], named: Sequence[Ranged]) -> bool:
    """Say whether passages name two of those of a planted contradiction, or its only one."""
    passages = sum(any(shared(span, each) for each in named) for span in planted)
    return passages >= min(2, len(planted))
