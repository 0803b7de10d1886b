"""The measurements as tables of text, with the conditions under which they were taken."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence

import django
from django.db import connection

from bench.clock import Cost
from bench.engine import Speed
from bench.hostile import LENGTH, Growth
from bench.publishing import ACTION
from bench.reading import Measured

Row = Sequence[str]
UNKNOWN = "?"


def conditions(*, articles: int, rounds: int) -> str:
    """Return on what and when this was measured; a busy machine makes caches cold and times longer."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        [postgres] = cursor.fetchone()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{articles} articles, {rounds} rounds. {_cores()} cores, load {load}. "
        f"Python {platform.python_version()}, Django {django.__version__}, PostgreSQL {postgres}."
    )


def reading_table(found: Sequence[Measured]) -> str:
    """Return requests: both sides as application + PostgreSQL, and what the difference is."""
    rows = [
        [
            one.name,
            _words(one.ours),
            _words(one.ordinary) if one.ordinary else "",
            f"{one.ordinary.total / one.ours.total:.1f}" if one.ordinary else "",
            f"{one.size:,}",
        ]
        for one in found
    ]
    return _table(
        ["CPU ms a request, app + PostgreSQL", "ours", "ordinary", "ratio", "bytes"], rows
    )


def publishing_table(found: Mapping[str, Cost]) -> str:
    """Return what publishing costs, and how many times as much as each of the others."""
    ours = found[ACTION].total
    rows = [[name, _words(cost), f"{ours / cost.total:.1f}"] for name, cost in found.items()]
    return _table(["CPU ms a publication, app + PostgreSQL", "cost", "ratio"], rows)


def engine_table(found: Sequence[Speed]) -> str:
    """Return the engine's steps."""
    rows = [[one.step, f"{one.milliseconds:.2f}", f"{one.words:,.0f}"] for one in found]
    return _table(["engine", "CPU ms a post", "words/s a core"], rows)


def hostile_table(found: Sequence[Growth]) -> str:
    """Return how the engine's time grows with texts made to slow it down."""
    rows = [
        [one.pattern, f"{one.milliseconds:.0f}", f"{one.doubled:.1f}", f"{one.doubled_again:.1f}"]
        for one in found
    ]
    return _table(
        [f"hostile texts of {LENGTH:,} signs", "CPU ms", "doubled", "doubled again"], rows
    )


def _words(cost: Cost) -> str:
    database = UNKNOWN if cost.database is None else f"{cost.database:.2f}"
    return f"{cost.app:.2f} + {database}"


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def _table(head: Row, rows: Sequence[Row]) -> str:
    """Return a table in Markdown that can also be read as it stands: words left, numbers right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = [
        "-" * width if place == 0 else "-" * (width - 1) + ":" for place, width in enumerate(widths)
    ]
    lines = [_line(head, widths), _line(rule, widths), *(_line(row, widths) for row in rows)]
    return "\n".join(lines)


def _line(cells: Row, widths: Sequence[int]) -> str:
    first, *others = (
        cell.rjust(width) if place else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"
