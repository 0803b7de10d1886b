"""The specifications of Recognizers-Text: right is the span with any one of the listed values.

In scope are dates, currency, percent, dimension and age. House values leave times of day out, so
specifications of times are counted beside those of dates, not among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from articles.engine.evaluation.boundaries import normalised, normalised_date
from articles.engine.evaluation.counts import Counts, Outcome, recalled
from articles.engine.evaluation.gold import Row, Specified
from articles.engine.evaluation.periods import period, same_period
from articles.engine.evaluation.texts import Judged
from articles.engine.evaluation.units import is_currency, same_unit
from articles.engine.types import DateMention, Figure

MODELS: Final = frozenset({"date", "currency", "percent", "dimension", "age"})
_CALENDAR: Final = frozenset({"date", "daterange"})

_UNITS: Final[dict[str, tuple[str, Decimal]]] = {
    "Dollar": ("USD", Decimal(1)),
    "Cent": ("USD", Decimal("0.01")),
    "Pound": ("GBP", Decimal(1)),
    "Pence": ("GBP", Decimal("0.01")),
    "Penny": ("GBP", Decimal("0.01")),
    "Franc": ("CHF", Decimal(1)),
    "Rupee": ("INR", Decimal(1)),
    "Sen": ("JPY", Decimal("0.01")),
    "Peseta": ("ESP", Decimal(1)),
    "Finnish markka": ("FIM", Decimal(1)),
    "Netherlands guilder": ("NLG", Decimal(1)),
    "Bitcoin": ("BTC", Decimal(1)),
    "Satoshi": ("BTC", Decimal("1e-8")),
}
_TOLERANCE = Decimal("0.0001")


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each specification whether it is right as a whole, by model and by type."""
    return [_outcome(one) for one in texts]


def _outcome(one: Judged) -> Outcome:
    model, expected = one.gold.model, one.gold.specified or ()
    if model not in MODELS:
        return Outcome({})
    right = [any(_is_right(one, this, that) for that in _found(one, model)) for this in expected]
    extra = [that for that in _found(one, model) if _is_extra(one, that)]
    whole = recalled(int(all(right) and not extra), 1)
    calendar = all(this.type in _CALENDAR for this in expected)
    label = model if model != "date" else "dates" if calendar else "times of day, durations, sets"
    counts: dict[str, Counts] = {"with times of day": whole, f"{label}, fully right": whole}
    if model != "date" or calendar:
        counts["in scope, fully right"] = whole
    for this, is_right in zip(expected, right, strict=True):
        each = f"{model} {this.type}" if model == "date" else model
        counts[f"{each}, spans"] = counts.get(f"{each}, spans", Counts()) + recalled(is_right, 1)
    missed = tuple(
        f"{one.words(this.start, this.end)} = {this.values[0]}"
        for this, is_right in zip(expected, right, strict=True)
        if not is_right
    )
    wrong = () if all(right) and not extra else tuple(map(_shown, _found(one, model)))
    return Outcome(counts, missed, wrong)


def _found(one: Judged, model: str) -> Sequence[DateMention | Figure]:
    extraction = one.found.extraction
    return extraction.dates if model == "date" else extraction.figures


def _is_extra(one: Judged, found: DateMention | Figure) -> bool:
    """Say whether something was found where the specification has nothing of its model."""
    model = one.gold.model
    if any(found.start < this.end and this.start < found.end for this in one.gold.specified or ()):
        return False
    if isinstance(found, DateMention):
        return True
    if model == "currency":
        return is_currency(found.unit)
    return model == "percent" and same_unit("%", found.unit)


def _is_right(one: Judged, expected: Specified, found: DateMention | Figure) -> bool:
    text = one.gold.text
    bare = normalised_date if isinstance(found, DateMention) else normalised
    if bare(text, expected.start, expected.end) != bare(text, found.start, found.end):
        return False
    if isinstance(found, DateMention):
        return any(is_date_value(found.iso, value) for value in expected.values)
    return any(is_figure_value(found, value, one.gold.model) for value in expected.values)


def is_date_value(iso: str, value: Row) -> bool:
    """Say whether partial ISO 8601 means one of the values of a date specification.

    Ends of periods are written as the first day after them, except between two days that are named.
    """
    if same_period(iso, str(value.get("timex"))):
        return True
    days = period(iso)
    if days is None:
        moment = str(value.get("value", "")).replace(" ", "T")
        return bool(iso) and moment in {iso, f"{iso}:00", f"{iso}:00:00"}
    first, last = days
    if "value" in value:
        return first == last and value["value"] == first.isoformat()
    if value.get("Mod") or value.get("start") != first.isoformat():
        return False
    named_end = period(iso.rpartition("/")[2])
    ends = {_after(last), last.isoformat(), named_end[0].isoformat() if named_end else ""}
    return value.get("end") in ends


def is_figure_value(found: Figure, value: Row, model: str) -> bool:
    """Say whether a figure has the number and the unit of a specification."""
    number = _number(str(value.get("value", "")).rstrip("%"))
    if number is None:
        return False
    if model == "percent":
        return found.value == number and same_unit("%", found.unit)
    written = str(value.get("unit", ""))
    unit, factor = _UNITS.get(written, (value.get("isoCurrency") or written, Decimal(1)))
    if model != "currency":
        unit, factor = written, Decimal(1)
    alike = same_unit(unit, found.unit) and _close(found.value, number * factor)
    return alike or (same_unit(written, found.unit) and _close(found.value, number))


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * _TOLERANCE


def _number(written: str) -> Decimal | None:
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


def _after(day: Any) -> str:
    try:
        return str(type(day).fromordinal(day.toordinal() + 1).isoformat())
    except ValueError:  # the year 9999 ends all
        return ""


def _shown(found: DateMention | Figure) -> str:
    if isinstance(found, DateMention):
        return f"{found.text} = {found.iso}"
    return f"{found.text} = {found.value} {found.unit}"
