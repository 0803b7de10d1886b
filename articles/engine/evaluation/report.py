"""The sections of one set with their rates, intervals and worst texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from articles.engine.evaluation import (
    attributions,
    calibration,
    findings,
    names,
    quotations,
    resolution,
    specifications,
    values,
)
from articles.engine.evaluation.bootstrap import interval
from articles.engine.evaluation.counts import Counts, Outcome, total
from articles.engine.evaluation.texts import Judged

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a label, its counts, and the 95 % interval of F1 (or of recall alone)."""

    label: str
    counts: Counts
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Worst:
    """A text with most errors, and what went wrong in it."""

    identifier: str
    errors: float
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is said about one kind of annotation."""

    name: str
    texts: int
    rows: tuple[Row, ...]
    worst: tuple[Worst, ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What the scores of proposals are worth."""

    label: str
    bins: tuple[calibration.Bin, ...]
    error: float
    point: calibration.Point | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said about one set."""

    sections: tuple[Section, ...]
    trust: Trust | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to know."""

    types: frozenset[str] = field(default_factory=frozenset)
    worst: int = 0
    resamples: int = 1000


def evaluate(texts: Sequence[Judged], wish: Wish) -> Report:
    """Return the report of one set: the sections that its annotation allows."""
    types = names.annotated_types(texts)
    types = types & wish.types if wish.types else types
    sections = [
        _section(name, chosen, score(chosen), wish)
        for name, chosen, score in _sections(texts, types)
        if chosen
    ]
    return Report(tuple(sections), _trust(texts, types) if types else None)


def _sections(
    texts: Sequence[Judged], types: frozenset[str]
) -> Iterator[tuple[str, list[Judged], Callable[[Sequence[Judged]], list[Outcome]]]]:
    """Yield each section with the texts that are annotated for it."""
    named = [one for one in texts if one.gold.names is not None] if types else []
    linked = [one for one in named if any(name.entity for name in one.gold.names or ())]
    told = [one for one in texts if one.gold.attributions is not None]
    yield "names", named, lambda chosen: names.score(chosen, types)
    yield "resolution (B³)", linked, resolution.score
    yield "attributions", told, attributions.score
    yield "quotations", told, quotations.score
    yield "dates", [one for one in texts if one.gold.dates is not None], values.score_dates
    yield "figures", [one for one in texts if one.gold.figures is not None], values.score_figures
    yield "questions", [one for one in texts if one.gold.faq], values.score_questions
    planted = [one for one in texts if one.gold.contradictions is not None]
    yield "contradictions", planted, findings.score
    specified = [one for one in texts if one.gold.model in specifications.MODELS]
    yield "specifications", specified, specifications.score


def _section(
    name: str, texts: Sequence[Judged], outcomes: Sequence[Outcome], wish: Wish
) -> Section:
    labels = list(dict.fromkeys(label for one in outcomes for label in one.counts))
    rows = [_row(label, outcomes, wish.resamples) for label in labels]
    return Section(name, len(texts), tuple(rows), tuple(_worst(texts, outcomes, wish.worst)))


def _row(label: str, outcomes: Sequence[Outcome], resamples: int) -> Row:
    counts = [one.counts[label] for one in outcomes if label in one.counts]
    summed = total(counts)
    by_recall = summed.f1 is None

    def rate(drawn: Counts) -> float | None:
        return drawn.recall if by_recall else drawn.f1

    return Row(label, summed, interval(counts, rate, resamples=resamples))


def _worst(texts: Sequence[Judged], outcomes: Sequence[Outcome], most: int) -> Iterator[Worst]:
    """Yield the texts with most errors under the first label of their section."""
    rated = [
        Worst(text.gold.identifier, next(iter(one.counts.values())).errors, one.missed, one.wrong)
        for text, one in zip(texts, outcomes, strict=True)
        if one.counts
    ]
    bad = (one for one in sorted(rated, key=lambda one: -one.errors) if one.errors)
    yield from (one for _, one in zip(range(most), bad, strict=False))


def _trust(texts: Sequence[Judged], types: frozenset[str]) -> Trust:
    """Return the calibration over people and organizations, or else over all types of the set."""
    group = names.GROUPS["PERSON+ORG"]
    chosen = group if group.issubset(types) else types
    named = [one for one in texts if one.gold.names is not None]
    found, gold = calibration.proposals(named, chosen)
    bins = calibration.table(found)
    return Trust(
        "+".join(sorted(chosen, reverse=True)),
        tuple(bins),
        calibration.calibration_error(bins),
        calibration.best_point(found, gold),
    )
