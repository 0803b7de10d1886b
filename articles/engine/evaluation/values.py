"""Dates, figures, questions: where they stand, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from articles.engine.evaluation.boundaries import normalised, normalised_date
from articles.engine.evaluation.counts import Counts, Outcome, matched
from articles.engine.evaluation.matching import pair_best, shared
from articles.engine.evaluation.periods import same_period
from articles.engine.evaluation.texts import Judged
from articles.engine.evaluation.units import same_unit
from articles.engine.spans import Ranged
from articles.engine.types import Span

_HALF = 0.5


def score_dates(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts of dates: strict, relaxed, and with the right value."""
    return [_dates(one) for one in texts]


def score_figures(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts of figures: strict, relaxed, with value, with value and unit."""
    return [_figures(one) for one in texts]


def score_questions(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text how many questions were found with their answers."""
    return [_questions(one) for one in texts]


def _dates(one: Judged) -> Outcome:
    gold, found = one.gold.dates or (), one.found.extraction.dates
    pairs = _pairs(gold, found)
    right = {at: to for at, to in pairs if same_period(gold[at].iso, found[to].iso)}
    counts = {
        "value": matched(len(right), len(found), len(gold)),
        **_places(one, gold, found, pairs, normalised_date),
    }
    missed = tuple(
        f"{one.words(this.start, this.end)} = {this.iso}"
        for at, this in enumerate(gold)
        if at not in right
    )
    wrong = tuple(
        f"{that.text} = {that.iso}" for to, that in enumerate(found) if to not in right.values()
    )
    return Outcome(counts, missed, wrong)


def _figures(one: Judged) -> Outcome:
    gold, found = one.gold.figures or (), one.found.extraction.figures
    pairs = _pairs(gold, found)
    values = [(at, to) for at, to in pairs if _equal(gold[at].value, found[to].value)]
    right = {at: to for at, to in values if same_unit(gold[at].unit, found[to].unit)}
    counts = {
        "value + unit": matched(len(right), len(found), len(gold)),
        "value": matched(len(values), len(found), len(gold)),
        **_places(one, gold, found, pairs, normalised),
    }
    missed = tuple(
        f"{one.words(this.start, this.end)} = {this.value} {this.unit}"
        for at, this in enumerate(gold)
        if at not in right
    )
    wrong = tuple(
        f"{that.text} = {that.value} {that.unit}"
        for to, that in enumerate(found)
        if to not in right.values()
    )
    return Outcome(counts, missed, wrong)


def _questions(one: Judged) -> Outcome:
    gold, found = one.gold.faq or (), one.found.extraction.faq
    pairs = pair_best(
        gold,
        found,
        likeness=lambda this, that: min(
            _share(this.question, that.question), _share(this.answer, that.answer)
        ),
        least=_HALF,
    )
    hit = {at for at, _ in pairs}
    missed = tuple(
        one.words(this.question.start, this.question.end)
        for at, this in enumerate(gold)
        if at not in hit
    )
    return Outcome({"question + answer": matched(len(pairs), len(found), len(gold))}, missed)


def _places(
    one: Judged,
    gold: Sequence[Ranged],
    found: Sequence[Ranged],
    pairs: list[tuple[int, int]],
    bare: Callable[[str, int, int], Span],
) -> dict[str, Counts]:
    there = {bare(one.gold.text, this.start, this.end) for this in gold}
    said = {bare(one.gold.text, that.start, that.end) for that in found}
    return {
        "strict": matched(len(there & said), len(said), len(there)),
        "relaxed": matched(len(pairs), len(found), len(gold)),
    }


def _pairs(gold: Sequence[Ranged], found: Sequence[Ranged]) -> list[tuple[int, int]]:
    return pair_best(gold, found, likeness=shared, least=1)


def _share(one: Span, other: Span) -> float:
    both = shared(one, other)
    either = one.end - one.start + other.end - other.start - both
    return both / either if either else 0.0


def _equal(one: Decimal, other: Decimal) -> bool:
    """Say whether two values are the same to four digits: a third is 0.3333."""
    return abs(one - other) <= abs(one) * Decimal("0.0005")
