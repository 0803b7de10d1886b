"""A report in words for a terminal, and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.engine.evaluation.report import Interval, Report, Row, Section, Trust, Worst

_LABEL = 34
_SHOWN = 12


def as_text(report: Report) -> Iterator[str]:
    """Yield the lines of a report."""
    for section in report.sections:
        yield f"{section.name}: {section.texts} texts"
        yield f"  {'':<{_LABEL}} {'P':>6} {'R':>6} {'F1':>6}  {'95 %':<13} {'found':>6} {'gold':>6}"
        yield from (_line(row) for row in section.rows)
        for one in section.worst:
            yield from _worst_lines(one)
        yield ""
    if report.trust:
        yield from _trust_lines(report.trust)


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values; rates are in percent."""
    return {
        "sections": {section.name: _section(section) for section in report.sections},
        "trust": report.trust and _trust(report.trust),
    }


def _line(row: Row) -> str:
    counts = row.counts
    rates = " ".join(_percent(rate) for rate in (counts.precision, counts.recall, counts.f1))
    return (
        f"  {row.label:<{_LABEL}} {rates}  {_interval(row.interval):<13}"
        f" {counts.found:6.0f} {counts.gold:6.0f}"
    )


def _percent(rate: float | None) -> str:
    return f"{'–':>6}" if rate is None else f"{100 * rate:6.1f}"


def _interval(interval: Interval | None) -> str:
    return f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f}" if interval else ""


def _worst_lines(one: Worst) -> Iterator[str]:
    yield f"    {one.identifier}: {one.errors:.0f} errors"
    for word, those in (("missed", one.missed), ("wrong", one.wrong)):
        for words in those[:_SHOWN]:
            yield f"      {word}  {words}"
        if len(those) > _SHOWN:
            yield f"      {word}  and {len(those) - _SHOWN} more"


def _trust_lines(trust: Trust) -> Iterator[str]:
    yield f"scores of {trust.label}, against their precision"
    for one in trust.bins:
        yield (
            f"  {one.low:.1f}–{one.high:.1f}  {one.count:6} proposals,"
            f" mean score {one.mean_score:.2f}, right {100 * one.precision:5.1f} %"
        )
    yield f"  mean distance {100 * trust.error:.1f} points"
    point = trust.point
    if point:
        yield (
            f"  shown from {point.threshold:.3f}: precision {100 * point.precision:.1f} %"
            f" at recall {100 * point.recall:.1f} %"
        )
    else:
        yield "  no threshold shows 60 % of the names"
    yield ""


def _section(section: Section) -> dict[str, Any]:
    return {
        "texts": section.texts,
        "rows": {row.label: _row(row) for row in section.rows},
        "worst": [
            {"id": one.identifier, "errors": one.errors, "missed": one.missed, "wrong": one.wrong}
            for one in section.worst
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    counts = row.counts
    return {
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
        "interval": row.interval and [_rounded(end) for end in row.interval],
        "correct": counts.correct,
        "found": counts.found,
        "recalled": counts.recalled,
        "gold": counts.gold,
    }


def _trust(trust: Trust) -> dict[str, Any]:
    point = trust.point
    return {
        "types": trust.label,
        "bins": [
            {
                "low": one.low,
                "high": one.high,
                "count": one.count,
                "mean_score": round(one.mean_score, 4),
                "precision": _rounded(one.precision),
            }
            for one in trust.bins
        ],
        "mean_distance": _rounded(trust.error),
        "shown": point
        and {
            "threshold": point.threshold,
            "precision": _rounded(point.precision),
            "recall": _rounded(point.recall),
        },
    }


def _rounded(rate: float | None) -> float | None:
    return None if rate is None else round(100 * rate, 2)
