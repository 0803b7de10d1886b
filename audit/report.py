"""One table: a page a line, a measure a column, each value beside its limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and on which side of it a value may lie."""

    bound: float
    is_least: bool = False
    unit: str = ""

    def holds(self, value: float) -> bool:
        """Tell whether the value keeps to it."""
        return value >= self.bound if self.is_least else value <= self.bound

    def __str__(self) -> str:
        """Return it as the table shows it."""
        return f"{'≥' if self.is_least else '≤'} {self.bound:g}{self.unit}"


@dataclass(frozen=True, slots=True)
class Measure:
    """What one tool says of one page; some have no limit. `details` help to mend it."""

    page: str
    column: str
    value: float
    limit: Limit | None
    details: Sequence[str] = ()

    @property
    def passed(self) -> bool:
        """Whether the value keeps to its limit."""
        return self.limit is None or self.limit.holds(self.value)

    def __str__(self) -> str:
        """Return the value, marked where it breaks its limit."""
        value = f"{self.value:.2f}".rstrip("0").rstrip(".")
        return value if self.passed else f"✗ {value}"


def table(measures: Iterable[Measure]) -> str:
    """Return the measures as a table; the last line says what each column allows."""
    found = {(one.page, one.column): one for one in measures}
    pages = list(dict.fromkeys(page for page, _ in found))
    columns = list(dict.fromkeys(column for _, column in found))
    limits = {column: str(one.limit or "") for (_, column), one in found.items()}
    lines = [
        ["", *columns],
        *([page, *(str(found.get((page, one), "")) for one in columns)] for page in pages),
        ["limit", *(limits[column] for column in columns)],
    ]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def complaints(measures: Iterable[Measure]) -> list[str]:
    """Return what stands behind each broken limit, a line each."""
    return [
        f"{one.page}, {one.column}: {detail}"
        for one in measures
        if not one.passed
        for detail in one.details or (f"{one.value:g}",)
    ]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = cells
    padded = [first.ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
    return "  ".join(padded).rstrip()
