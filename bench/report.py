"""The measurements as tables of text, with the conditions under which they were taken."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import django
from django.db import connection

from bench.clock import Cost
from bench.engine import Speed
from bench.hostile import LENGTH, Growth
from bench.publishing import ACTION, ONE_BY_ONE
from bench.reading import BARE, LARGE, ORDINARY, OURS, Measured

if TYPE_CHECKING:
    from bench.session import Loaded

Row = Sequence[str]
UNKNOWN = "?"


def conditions(*, articles: int, rounds: int) -> str:
    """Return on what and when this was measured; a busy machine makes caches cold and times longer."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        [postgres] = cursor.fetchone()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{articles:,} articles, {rounds} rounds. {_cores()} cores, load {load}. "
        f"Python {platform.python_version()}, Django {django.__version__}, PostgreSQL {postgres}."
    )


def loaded(databases: Sequence[Loaded]) -> str:
    """Return how many articles there are, how large they are, and how long it took."""
    return "\n".join(
        f"{one.articles:,} articles, {one.megabytes:,.0f} MB, loaded in {one.seconds:.0f} s."
        for one in databases
    )


def reading_table(found: Sequence[Measured]) -> str:
    """Return requests: both sides as server + PostgreSQL, and how many times ours the other is."""
    rows = [
        [
            one.name,
            _words(one.sides[OURS].cost),
            _words(one.sides[ORDINARY].cost) if ORDINARY in one.sides else "",
            _ratio(one.ratio(ORDINARY)),
            f"{statistics.median(one.sides[OURS].waits):.1f} / {one.sides[OURS].slowest:.1f}",
            f"{one.size:,}",
        ]
        for one in found
    ]
    head = ["CPU ms a request, server + PostgreSQL", "ours", "ordinary", "ratio"]
    table = _table([*head, "p50 / p99 ms", "bytes"], rows)
    bare = next((one for one in found if BARE in one.sides), None)
    if bare is None:
        return table
    return (
        f"{table}\n\nThe bytes of one SELECT by a bare view: {_words(bare.sides[BARE].cost)} ms;"
        f" ours takes {1 / (bare.ratio(BARE) or 1):.2f} times that."
    )


def growth_table(found: Sequence[Measured], articles: int) -> str:
    """Return what the same requests cost among many more articles."""
    rows = [
        [
            one.name,
            _words(one.sides[OURS].cost),
            _words(one.sides[LARGE].cost),
            f"{one.ratio(LARGE):.2f}",
        ]
        for one in found
        if LARGE in one.sides
    ]
    return _table(["ours, CPU ms a request", "usual", f"{articles:,}", "ratio"], rows)


def memory(server: str, before: float, after: float) -> str:
    """Return what the workers of a server held before the measurement and after it."""
    return f"Memory of the workers of {server}: {before:.0f} MB before, {after:.0f} MB after."


def publishing_table(found: Mapping[int, Mapping[str, Cost]]) -> str:
    """Return what publishing costs at each size, and how many times as much as the others."""
    rows = [
        [f"{name}, {articles:,}", _words(cost), f"{costs[ACTION].total / cost.total:.2f}"]
        for articles, costs in found.items()
        for name, cost in costs.items()
    ]
    return _table(["CPU ms a publication, app + PostgreSQL", "cost", "ratio"], rows)


def batch_table(found: Mapping[str, Cost], articles: int) -> str:
    """Return what publishing many costs for each, and how many times as much one by one."""
    alone = found[ONE_BY_ONE].total
    rows = [
        [name, _words(cost), f"{alone / cost.total:.2f}" if cost.total else UNKNOWN]
        for name, cost in found.items()
    ]
    head = [f"CPU ms a publication of {articles:,}, app + PostgreSQL", "cost", "ratio"]
    return _table(head, rows)


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


def _ratio(value: float | None) -> str:
    return f"{value:.1f}" if value else ""


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
