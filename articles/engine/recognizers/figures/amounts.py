"""Amounts of money: a number with the currency before or behind it, its scale and its cents."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.engine.recognizers.figures.countries import Countries
from articles.engine.recognizers.figures.guards import is_glued_after
from articles.engine.recognizers.figures.money import Amount, Money
from articles.engine.recognizers.figures.nouns import measured_thing
from articles.engine.recognizers.figures.numbers import Number, read_number, with_letter_scale
from articles.engine.recognizers.figures.patterns import MINUS, RANGE
from articles.engine.recognizers.figures.readings import Kind, Reading

_CENTS = re.compile(r"(?:\sand)?\s(?=\d|[a-z])")
_CLOSED = re.compile(r"\s?[.;!?](?!\d)|\s*$|\s*\n")
_THE = re.compile(r"\b(?:the|on|along)\s$", re.IGNORECASE)
_LOOK_BACK = 16
_FEWEST_WON = 100
_FEWEST_CENTS = 10
_HUNDRED = 100
_QUARTERS = 4


class Amounts:
    """The amounts of one text; a currency of several countries depends on the whole of it."""

    def __init__(self, text: str, countries: Countries) -> None:
        """Keep the text and its countries."""
        self._text = text
        self._money = Money(text, countries)

    def sign(self, start: int, floor: int) -> Amount | None:
        """Return the currency whose sign stands before the number at `start`, and not before `floor`."""
        return self._money.before(start, floor)

    def before(self, number: Number, amount: Amount) -> Reading | None:
        """Return money with its sign before the number."""
        scaled = with_letter_scale(self._text, number)
        if is_glued_after(self._text, scaled.end) and not RANGE.match(self._text, scaled.end):
            return None
        if amount.is_letter and not self._is_sum(scaled, amount):
            return None
        minus = MINUS.search(self._text, max(0, amount.at - _LOOK_BACK), amount.at)
        value = (-scaled.value if minus else scaled.value) * amount.factor
        start = minus.start() if minus else amount.at
        thing = measured_thing(self._text, scaled.end)
        return Reading(
            start, scaled.end, value, amount.unit, Kind.MONEY, thing, factor=amount.factor
        )

    def _is_sum(self, number: Number, amount: Amount) -> bool:
        """Say whether a letter is a sign of money: R50 in South Africa, not the R50 there, not Q3."""
        if number.scale > 1:
            return True
        if not amount.is_known:
            return False
        if number.value <= _QUARTERS and amount.unit == "GTQ":
            return False
        return _THE.search(self._text, max(0, amount.at - _LOOK_BACK), amount.at) is None

    def behind(self, number: Number) -> Reading | None:
        """Return money with its name, its sign or its code behind the number."""
        amount = self._money.after(number.end)
        if amount is None or not self._is_money(amount, number):
            return None
        value, end = number.value * amount.factor, amount.at
        has_cents = amount.factor == 1 and not number.is_large
        cents = self._cents(amount.at) if has_cents else None
        if cents:
            value, end = value + cents.value / _HUNDRED, cents.end
        thing = measured_thing(self._text, end)
        return Reading(
            number.start, end, value, amount.unit, Kind.MONEY, thing, factor=amount.factor
        )

    def _is_money(self, amount: Amount, number: Number) -> bool:
        """Say whether a name means money: not "96 won the race", "25 pounds of flour"."""
        if self._text[number.end + 1 : number.end + 6].lower() == "pound":
            return number.is_large or "£" in self._text
        won = amount.unit in ("KRW", "KPW")
        return not won or number.is_large or number.value >= _FEWEST_WON

    def _cents(self, end: int) -> Number | None:
        """Return the cents behind dollars: "3 dollars 50 cents"."""
        space = _CENTS.match(self._text, end)
        number = read_number(self._text, space.end()) if space else None
        if number is None or number.value >= _HUNDRED or number.is_share:
            return None
        behind = self._money.after(number.end)
        if behind:
            return replace(number, end=behind.at) if behind.factor < 1 else None
        spoken = number.value >= _FEWEST_CENTS and _CLOSED.match(self._text, number.end)
        return number if spoken else None
