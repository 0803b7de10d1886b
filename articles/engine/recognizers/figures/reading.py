"""One number at a time: what it is, and in which unit."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.engine.recognizers.figures.ages import age
from articles.engine.recognizers.figures.amounts import Amounts
from articles.engine.recognizers.figures.bare import is_an_hour
from articles.engine.recognizers.figures.counting import count, in_millions
from articles.engine.recognizers.figures.countries import Countries
from articles.engine.recognizers.figures.guards import (
    is_glued_after,
    is_glued_before,
    is_named,
    is_time,
)
from articles.engine.recognizers.figures.money import Amount
from articles.engine.recognizers.figures.nouns import (
    counted_noun,
    measured_thing,
)
from articles.engine.recognizers.figures.numbers import Number, read_number
from articles.engine.recognizers.figures.patterns import MINUS, RANGE
from articles.engine.recognizers.figures.readings import Kind, Reading
from articles.engine.recognizers.figures.shares import are_quarters, is_share, ratio
from articles.engine.recognizers.figures.temperatures import degrees
from articles.engine.recognizers.figures.units import Measured, measured
from articles.engine.recognizers.figures.vague import AT_LEAST, vague

_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+)?$", re.IGNORECASE)
_AGO = re.compile(r"\s(?:ago|old)\b")
_OF_UNIT = re.compile(r"(?:\sof)?\san?(?=\s)")
_LOOSE = frozenset(("an hour", "one day", "one night"))
_LOOK_BACK = 16
_HUNDRED = 100
_THOUSAND = 1_000


class Reader:
    """The figures of one text."""

    def __init__(self, text: str) -> None:
        """Keep the text; a currency of several countries depends on the whole of it."""
        self.text = text
        self._countries = Countries(text)
        self._amounts = Amounts(text, self._countries)
        self._counts = False

    def read(
        self, start: int, *, floor: int = 0, counts: bool = False
    ) -> tuple[list[Reading], int]:
        """Return the figures that begin with the number at `start` (two for a range), and where to go on.

        Nothing before `floor` belongs to it. `counts` says that the sentence has counted something before.
        """
        self._counts = counts
        number = read_number(self.text, start)
        if number is None:
            return self._vague(start)
        amount = self._amounts.sign(start, floor) if number.is_digits else None
        if (amount is None and self._is_tail(start)) or is_time(self.text, number):
            return [], number.end
        low, high = self._both_ends(number, amount)
        if high:
            return [low, high] if low else [high], high.end
        return ([low], max(low.end, number.end)) if low else ([], number.end)

    def _vague(self, start: int) -> tuple[list[Reading], int]:
        """Return what "hundreds of kilometres" and "thousands of people" say."""
        found = vague(self.text, start)
        if found is None:
            return [], start + 1
        reading = self._with_unit(found.number)
        if reading:
            return [replace(reading, qualifier=AT_LEAST)], reading.end
        noun = counted_noun(self.text, found.number.end)
        if noun is None:
            return [], found.end
        value = found.number.value
        counted = Reading(start, found.end, value, noun.unit, Kind.COUNT, noun.phrase)
        return [replace(counted, qualifier=AT_LEAST)], found.end

    def _is_tail(self, start: int) -> bool:
        """Say whether letters or signs run into the number: GPT-4, H100."""
        before = self.text[start - 1 : start] if start else ""
        return before.isalnum() or is_glued_before(self.text, start)

    def _both_ends(
        self, number: Number, amount: Amount | None
    ) -> tuple[Reading | None, Reading | None]:
        """Return the figure at a number or, where it opens a range, its lower and upper end."""
        joint = RANGE.match(self.text, number.end)
        if joint and (joint["word"] or "").lower() == "and" and not self._is_between(number.start):
            joint = None
        upper = read_number(self.text, joint.end()) if joint else None
        if upper and not number.is_share:
            sign = amount or self._amounts.sign(upper.start, number.end)
            high = self._reading(upper, sign, opens=False)
            low = high and _lower(number, upper, high, amount.at if amount else number.start)
            high = replace(high, start=upper.start) if high and amount else high
            named = high and high.kind is Kind.COUNT and is_named(self.text, number)
            if low and high and low.value < high.value and not named:
                return low, high
        return self._reading(number, amount), None

    def _is_between(self, start: int) -> bool:
        return _BETWEEN.search(self.text, max(0, start - _LOOK_BACK), start) is not None

    def _reading(
        self, number: Number, amount: Amount | None, *, opens: bool = True
    ) -> Reading | None:
        """Return what a number says with the words around it."""
        if amount:
            return self._amounts.before(number, amount)
        if number.is_share:
            return self._share(number)
        number = in_millions(self.text, number)
        found = self._with_unit(number)
        if found and self._is_ago(found):
            return None
        if found is None and is_glued_after(self.text, number.end):
            return None
        found = found or count(self.text, number, counts=self._counts)
        return self._signed(found) if found and opens else found

    def _with_unit(self, number: Number) -> Reading | None:
        """Return a number that the words behind it measure."""
        return (
            self._age(number)
            or self._amounts.behind(number)
            or self._measure(number)
            or self._ratio(number)
        )

    def _is_ago(self, found: Reading) -> bool:
        is_short = found.kind is Kind.TIME and found.value < _HUNDRED
        return is_short and _AGO.match(self.text, found.end) is not None

    def _share(self, number: Number) -> Reading | None:
        """Return a share, or the unit that is shared: "half a mile", "a quarter of a dollar"."""
        of_unit = _OF_UNIT.match(self.text, number.end)
        if of_unit:
            whole = replace(number, end=of_unit.end())
            unit = measured(self.text, whole)
            found = _measure(whole, unit) if unit else self._amounts.behind(whole)
            if found:
                return found
        unit = measured(self.text, number)
        if unit and unit.kind is Kind.MEASURE:
            return _measure(number, unit)
        if are_quarters(self.text, number):
            quarters = (number.value * 4).to_integral_value()
            return Reading(number.start, number.end, quarters, "quarters", Kind.TIME)
        if number.is_one_share and not is_share(self.text, number):
            return None
        return Reading(number.start, number.end, number.value, "", Kind.SHARE)

    def _age(self, number: Number) -> Reading | None:
        found = age(self.text, number)
        if found is None:
            return None
        return Reading(number.start, found.end, number.value, found.unit, Kind.AGE)

    def _measure(self, number: Number) -> Reading | None:
        unit = measured(self.text, number)
        if unit is None:
            return None
        if not unit.extra and self._is_loose(number, unit):
            return None
        thing = None if unit.kind is Kind.COUNT else measured_thing(self.text, unit.end)
        found = _measure(number, unit, thing)
        if found.unit != "degrees":
            return found
        return replace(found, unit=degrees(self.text, found.start, found.end, self._countries))

    def _is_loose(self, number: Number, unit: Measured) -> bool:
        """Say whether "an hour" and "one day" measure nothing: "9 tonnes an hour", "one day it will"."""
        written = self.text[number.start : unit.end].lower()
        return written in _LOOSE and not is_an_hour(self.text, number)

    def _ratio(self, number: Number) -> Reading | None:
        found = ratio(self.text, number)
        return Reading(number.start, found.end, found.value, "", Kind.SHARE) if found else None

    def _signed(self, reading: Reading) -> Reading:
        """Return the figure with its minus sign."""
        if reading.kind not in (Kind.PERCENT, Kind.MEASURE):
            return reading
        low = max(0, reading.start - _LOOK_BACK)
        minus = MINUS.search(self.text, low, reading.start)
        return replace(reading, start=minus.start(), value=-reading.value) if minus else reading


def _measure(number: Number, unit: Measured, thing: str | None = None) -> Reading:
    value = number.value * unit.times + unit.extra
    return Reading(number.start, unit.end, value, unit.unit, unit.kind, thing)


def _lower(number: Number, upper: Number, high: Reading, start: int) -> Reading:
    """Return the lower end of a range, in the scale and the unit of its upper end."""
    value = number.value * high.factor
    if number.scale == 1 and upper.scale > 1 and number.value < _THOUSAND:
        value *= upper.scale
    return replace(high, start=start, end=number.end, value=value)
