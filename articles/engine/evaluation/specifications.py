"""The specifications of Recognizers-Text: a sentence, and what is to be found in it.

`score_specification` says whether one is fully right: what was found stands exactly where it should
(boundaries normalised on both sides), nothing more was found, and each has one of the listed values.
In scope are the models date (times of day, lengths and repetitions among them), currency, percent,
dimension and age.

- The sentences of the date model are spoken to an assistant and are read in that usage, with the
  reference date and the month first: "two months ago" is a day, "next Friday" that of next week. A
  listed value and a reading are compared as both are written there: a point by its value, a stretch by
  start and end (the first day after it), each with its modifier ("before", "start"); what has no fixed
  time, like "every Monday", by its TIMEX3.
- Amounts and measures are the figures of the kind that the model asks for; a value is right with its
  number and its unit. Cents are hundredths of their currency here.

Beside that, "as extract finds them" says how many specifications of nothing but dates and periods the
news reading gets right, which leaves out prepositions, makes nothing more precise than it is said, and
reads the two ends of a range as two dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from articles.engine.evaluation.boundaries import normalised
from articles.engine.evaluation.counts import Counts, Outcome, recalled
from articles.engine.evaluation.gold import Gold, Row, Specified, read_gold
from articles.engine.evaluation.periods import period
from articles.engine.evaluation.texts import Judged
from articles.engine.evaluation.units import same_unit
from articles.engine.recognizers import dates, figures
from articles.engine.recognizers.figures import Kind
from articles.engine.spans import overlaps
from articles.engine.types import DateMention, Document, Figure, Span

KINDS: Final = {
    "currency": Kind.MONEY,
    "percent": Kind.PERCENT,
    "dimension": Kind.MEASURE,
    "age": Kind.AGE,
}
MODELS: Final = frozenset({"date", *KINDS})
_TEMPERATURES: Final = frozenset({"°C", "°F"})  # a model of their own
_CALENDAR: Final = frozenset({"date", "daterange"})
_UNRESOLVED = "not resolved"
_ENDS: Final = 2
_OPEN: Final = {"since": "start", "before": "end"}
"""What a preposition that extract leaves out opens on one side, and where the date itself stands."""

_TOLERANCE = Decimal("0.0001")

# Units of Recognizers-Text that are not called by their ISO code, and what they are worth in it.
_UNITS: Final[dict[str, tuple[str, Decimal]]] = {
    "Dollar": ("USD", Decimal(1)),
    "Cent": ("USD", Decimal("0.01")),
    "Pound": ("GBP", Decimal(1)),
    "Pence": ("GBP", Decimal("0.01")),
    "Penny": ("GBP", Decimal("0.01")),
    "Franc": ("CHF", Decimal(1)),
    "Rupee": ("INR", Decimal(1)),
    "Peseta": ("ESP", Decimal(1)),
    "Finnish markka": ("FIM", Decimal(1)),
    "Netherlands guilder": ("NLG", Decimal(1)),
    "Bitcoin": ("BTC", Decimal(1)),
}


def score_specification(row: Row) -> bool:
    """Say whether the engine gets one specification (a line of the file) fully right."""
    gold = read_gold(row)
    return is_right(gold, () if gold.model == "date" else figures.recognize(Document(gold.text)))


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each specification whether it is right as a whole, by model."""
    return [_outcome(one) for one in texts]


def is_right(gold: Gold, found: Sequence[Figure]) -> bool:
    """Say whether all is found where it should be, with a listed value, and nothing else.

    The dates of a date specification are read here; its figures do not matter.
    """
    expected = {normalised(gold.text, one.start, one.end): one for one in gold.specified or ()}
    values = dict(_found(gold, found))
    return values.keys() == expected.keys() and all(
        _has_value(values[span], one, gold.model) for span, one in expected.items()
    )


def _found(gold: Gold, found: Sequence[Figure]) -> Iterator[tuple[Span, dates.Expression | Figure]]:
    """Yield what is of the specification's model, by where it stands."""
    things: Iterator[dates.Expression | Figure] = (
        one for one in found if one.kind == KINDS.get(gold.model) and one.unit not in _TEMPERATURES
    )
    if gold.model == "date":
        usage = dates.Usage.ASSISTANT
        context = dates.Context(gold.text, _naive(gold), usage, day_first=False)
        things = iter(dates.expressions(context))
    return ((normalised(gold.text, one.start, one.end), one) for one in things)


def _naive(gold: Gold) -> Any:
    return gold.published and gold.published.replace(tzinfo=None)


def _has_value(found: dates.Expression | Figure, expected: Specified, model: str) -> bool:
    values = [value for value in expected.values if value]
    if isinstance(found, Figure):
        return any(is_figure_value(found, value, model) for value in values)
    return any(is_reading_value(found.reading, value) for value in values)


def is_reading_value(reading: dates.Reading, value: Row) -> bool:
    """Say whether a reading is the same as a listed value, in any notation that both have."""
    mod = value.get("Mod") or ""
    if mod != reading.mod:
        return False
    if reading.timex and reading.timex == value.get("timex"):
        return True
    if reading.start or reading.end:
        return (reading.start, reading.end) == (value.get("start", ""), value.get("end", ""))
    return bool(reading.value) and reading.value == value.get("value")


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


def is_date_value(iso: str, value: Row) -> bool:
    """Say whether partial ISO 8601, as extract writes it, means one of the values of a specification.

    Ends of periods are written as the first day after them, except between two days that are named.
    """
    if iso == value.get("timex"):
        return True
    days = period(iso)
    if days is None:
        return False
    first, last = days
    if value.get("Mod") in _OPEN:
        return value.get(_OPEN[value["Mod"]]) == first.isoformat()
    if "value" in value and value["value"] != _UNRESOLVED:
        return first == last and value["value"] == first.isoformat()
    if value.get("start") != first.isoformat():
        return False
    named_end = period(iso.rpartition("/")[2])
    ends = {_after(last), last.isoformat(), named_end[0].isoformat() if named_end else ""}
    return value.get("end") in ends


def _outcome(one: Judged) -> Outcome:
    model, expected = one.gold.model, one.gold.specified or ()
    if model not in MODELS:
        return Outcome({})
    found = one.found.extraction.figures
    right = is_right(one.gold, found)
    whole = recalled(int(right), 1)
    counts: dict[str, Counts] = {"in scope, fully right": whole, f"{model}, fully right": whole}
    if model == "date" and all(this.type in _CALENDAR for this in expected):
        counts["dates and periods, fully right"] = whole
        in_news = recalled(int(_right_in_news(one.gold, one.found.extraction.dates)), 1)
        counts["dates and periods, as extract finds them"] = in_news
    if right:
        return Outcome(counts)
    missed = tuple(f"{one.words(this.start, this.end)} = {this.values[0]}" for this in expected)
    return Outcome(counts, missed, tuple(_shown(that) for _, that in _found(one.gold, found)))


def _right_in_news(gold: Gold, found: Sequence[DateMention]) -> bool:
    """Say whether extract's dates are the expected ones, and each means a listed value.

    "From 2014 to 2018" is two dates in news: both ends of one expected range are that range.
    """
    expected = gold.specified or ()
    heard = [[that for that in found if overlaps(this, that)] for this in expected]
    if sum(map(len, heard)) != len(found) or not all(1 <= len(some) <= _ENDS for some in heard):
        return False
    return all(
        any(is_date_value(_joined(some), value) for value in this.values if value)
        for this, some in zip(expected, heard, strict=True)
    )


def _joined(ends: Sequence[DateMention]) -> str:
    """Return one date, or the range from one to another."""
    if len(ends) == 1:
        return ends[0].iso
    return f"{ends[0].iso.partition('/')[0]}/{ends[-1].iso.rpartition('/')[2]}"


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


def _shown(found: dates.Expression | Figure) -> str:
    if isinstance(found, Figure):
        return f"{found.text} = {found.value} {found.unit}"
    reading = found.reading
    said = (reading.value, reading.start, reading.end, reading.timex, reading.mod)
    return f"{found.text} = {' '.join(filter(None, said))}"
