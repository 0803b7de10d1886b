"""Units as keys: what "km/h", "kph" and "kilometres per hour" have in common."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = {
    "percent": "% pct per-cent percentage",
    "percentage-point": "percentage-points pp",
    "basis-point": "basis-points bps bp",
    "": "count number",
    "person": "people persons",
    "kilometer": "km kilometers",
    "meter": "m meters",
    "decimeter": "dm",
    "centimeter": "cm",
    "millimeter": "mm",
    "micrometer": "µm",
    "picometer": "pm",
    "mile": "mi",
    "yard": "yd yds",
    "foot": "ft feet",
    "inch": "in inches",
    "square-kilometer": "km2 km² sq-km",
    "square-meter": "m2 m² sq-m",
    "square-foot": "ft2 ft² sq-ft square-feet",
    "square-mile": "mi2 sq-mi",
    "cubic-meter": "m3 m³",
    "cubic-foot": "ft3 ft³ cubic-feet",
    "hectare": "ha",
    "kilogram": "kg kgs kilo",
    "gram": "g",
    "milligram": "mg",
    "microgram": "µg mcg ug",
    "metric-ton": "t tonne",
    "pound": "lb lbs",
    "ounce": "oz",
    "liter": "l",
    "milliliter": "ml",
    "gallon": "gal",
    "barrel": "bbl",
    "second": "s sec",
    "millisecond": "ms",
    "minute": "min",
    "hour": "h hr",
    "day": "d",
    "year": "yr year-old years-old yo",
    "megabyte": "MB",
    "megabit": "Mb Mbit",
    "gigabyte": "GB",
    "gigabit": "Gb",
    "kilometer/hour": "kph kmph kmh",
    "mile/hour": "mph",
    "megawatt": "MW",
    "gigawatt": "GW",
    "kilowatt": "kW",
    "kilowatt-hour": "kWh",
    "celsius": "°C degree-celsius",
    "fahrenheit": "°F degree-fahrenheit",
    "degree": "°",
    "x": "times fold",
}
_KEYS: Final = {word: key for key, words in _NAMES.items() for word in words.split()}
_CURRENCY = re.compile(r"[A-Z]{3}")
_BETWEEN = re.compile(r"[\s_-]+")
_FEWEST = 4


def is_currency(unit: str) -> bool:
    """Say whether a unit is an ISO 4217 code, or has its shape."""
    return _CURRENCY.fullmatch(unit) is not None


def unit_key(unit: str) -> str:
    """Return what the spellings of a unit share: singular, long, with a slash for "per"."""
    joined = _BETWEEN.sub("-", unit.strip()).replace("-per-", "/")
    if is_currency(joined):
        return joined
    return "/".join(filter(None, (_piece(piece) for piece in joined.split("/"))))


def same_unit(gold: str, found: str) -> bool:
    """Say whether two units are one; of a counted noun the last word is enough ("fire-engines")."""
    one, other = unit_key(gold), unit_key(found)
    if one == other:
        return True
    nouns = "/" not in one + other and bool(one and other)
    return nouns and one.rpartition("-")[2] == other.rpartition("-")[2]


def _piece(piece: str) -> str:
    if piece in _KEYS:
        return _KEYS[piece]
    lower = piece.lower().replace("metre", "meter").replace("litre", "liter")
    lower = _KEYS.get(lower, lower)
    singular = lower.removesuffix("s") if len(lower) >= _FEWEST else lower
    return _KEYS.get(singular, singular)
