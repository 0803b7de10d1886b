"""Degrees of heat: "below minus 20 degrees" in a cold store, but not a turn of 20 degrees."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.countries import Countries
from articles.engine.recognizers.figures.patterns import any_of

_WORDS = vocabulary("figures")["words"]
_HEAT = re.compile(rf"\b(?:{any_of(_WORDS['heat'])})", re.IGNORECASE)
_ANGLE = re.compile(rf"\b(?:{any_of(_WORDS['angles'])})", re.IGNORECASE)
_FAHRENHEIT = "United States"
_AROUND = 60


def degrees(text: str, start: int, end: int, countries: Countries) -> str:
    """Return the unit of degrees without a scale: the country's, if the words around speak of heat."""
    low, high = max(0, start - _AROUND), end + _AROUND
    if not _HEAT.search(text, low, high) or _ANGLE.search(text, low, high):
        return "degrees"
    return "°F" if countries.is_named(_FAHRENHEIT) else "°C"
