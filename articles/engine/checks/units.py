"""When two figures are of one unit."""

from __future__ import annotations

from articles.engine.checks.stems import stem
from articles.engine.data import vocabulary
from articles.engine.types import Figure

PERCENT = "percent"
PEOPLE = "person"
COUNT = "count"
"""The unit of a number that counts nothing named."""

_PEOPLE = frozenset(stem(word) for word in vocabulary("sums")["people"])
_SPELLINGS = {"per cent": PERCENT, "%": PERCENT, "percentage": PERCENT}


def unit_of(figure: Figure) -> str:
    """Return the unit of a figure, the same for all its spellings: a code, a symbol, or a stem."""
    unit = figure.unit.strip()
    if not unit or unit.isupper() or figure.kind == "measure":
        return unit
    if unit in _SPELLINGS or unit == PERCENT:
        return PERCENT
    if unit.startswith(("percentage", "basis")):
        return unit
    last = stem(unit.split()[-1].lower())
    return PEOPLE if last in _PEOPLE else last
