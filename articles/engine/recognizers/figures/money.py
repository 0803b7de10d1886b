"""Which currency a number is in: by sign, code or name, and by the country of the text where it must be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.engine.data import vocabulary
from articles.engine.numerals import SCALES
from articles.engine.recognizers.figures.countries import Countries, Shared
from articles.engine.recognizers.figures.patterns import any_of

_MONEY = vocabulary("currencies")
_SIGNS: dict[str, str] = _MONEY["signs"]
_NAMES: dict[str, str] = _MONEY["names"]
_SMALL: dict[str, str] = _MONEY["small"]
_LOOSE: list[str] = _MONEY["codes"]["also_small"]
_CODES = any_of((*_MONEY["codes"]["list"], *(code.lower() for code in _LOOSE)))
_SHARED: dict[str, Shared] = _MONEY["shared"]
_SHARED_SIGNS = {sign: shared for shared in _SHARED.values() for sign in shared["signs"]}
_SHARED_NAMES = {name: shared for shared in _SHARED.values() for name in shared["names"]}
_CENT = _SHARED["cent"]
_DOLLAR = "$"
_SAME = {"RMB": "CNY"}


def _in_letters(sign: str) -> bool:
    return sign[-1].isalpha() and len(sign) > 1


# Signs of letters stand directly before the digits, or with a space if they are no single letter.
_PLAIN = any_of((*(sign for sign in _SIGNS if not sign[-1].isalpha()), _DOLLAR))
_WORDY = any_of(filter(_in_letters, (*_SIGNS, *_SHARED_SIGNS)))
_STOPPED = any_of(sign for sign in _SHARED_SIGNS if not sign[-1].isalpha() and sign != _DOLLAR)
_LETTER = any_of(sign for sign in _SHARED_SIGNS if len(sign) == 1 and sign != _DOLLAR)
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?P<scale>[MK])?(?P<code>{_CODES})[$€£]?\s?(?<!COP)"
    rf"|(?P<sign>{_PLAIN})\s?"
    rf"|(?<![^\W_])(?P<word>{_WORDY})\.?\s?"
    rf"|(?<![^\W_])(?P<stopped>{_STOPPED})\s?"
    rf"|(?<![^\W_])(?P<letter>{_LETTER}))$",
)
_LOOSE_BEFORE = re.compile(r"(?<![^\W_])(?P<sign>(?:hk|nz|us|c|u\.s\.?)\s?\$)\s?$")
_AFTER = re.compile(
    r"(?:\s?(?P<sign>[€£$¥₹₩₽元₡₾₭₿]|ரூ|zł|Kč)(?!\s?\d)"
    rf"|\s?(?P<scale>[MK])?(?P<code>{_CODES})(?![^\W_])(?:\s(?P<size>{any_of(SCALES)})\b)?"
    rf"|[\s-](?P<name>(?i:{any_of((*_NAMES, *_SHARED_NAMES, *_SMALL))}))(?![^\W_]))"
)
_LONGEST_SIGN = 8
_FACTORS = {"": Decimal(1), "K": Decimal(1_000), "M": Decimal(1_000_000)}
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Amount:
    """The currency of a number, and where its sign begins or its name ends.

    `factor` is that of "MUSD" and of cents. The unit of a currency that is not known is its sign; a
    sign of one letter is known to be one if the text names its country.
    """

    unit: str
    at: int
    factor: Decimal = Decimal(1)
    is_letter: bool = False
    is_known: bool = True


class Money:
    """Currencies as one text writes them."""

    def __init__(self, text: str, countries: Countries) -> None:
        """Keep the text and its countries."""
        self._text = text
        self._countries = countries

    def before(self, start: int, floor: int = 0) -> Amount | None:
        """Return the currency whose sign or code stands before a number, and not before `floor`."""
        low = max(floor, start - _LONGEST_SIGN)
        loose = _LOOSE_BEFORE.search(self._text, low, start)
        found = loose or _BEFORE.search(self._text, low, start)
        if found is None:
            return None
        written = found[found.lastgroup or 0]
        if found.lastgroup == "code":
            return Amount(_code(written), found.start(), _FACTORS[found["scale"] or ""])
        unit = _SIGNS.get(written) or _SIGNS.get(_tidy(written)) or self._shared(written)
        if found.lastgroup == "letter":
            known = self._countries.names_any(_SHARED_SIGNS[written])
            return Amount(unit or written, found.start(), is_letter=True, is_known=known)
        return Amount(unit or written.rstrip("."), found.start())

    def after(self, end: int) -> Amount | None:
        """Return the currency whose name, sign or code stands behind a number."""
        found = _AFTER.match(self._text, end)
        if found is None:
            return None
        if found["sign"]:
            unit = _SIGNS.get(found["sign"]) or self._shared(found["sign"])
            return Amount(unit, found.end())
        if found["code"]:
            factor = _FACTORS[found["scale"] or ""] * SCALES.get(found["size"] or "", 1)
            return Amount(_code(found["code"]), found.end(), factor)
        return self._named(found["name"].lower(), found.end())

    def _named(self, name: str, end: int) -> Amount:
        if name in _CENT["names"]:
            return Amount(self._of_cents, end, _HUNDREDTH)
        if name in _SMALL:
            return Amount(_SMALL[name], end, _HUNDREDTH)
        return Amount(_NAMES.get(name) or self._shared(name) or name, end)

    def _shared(self, written: str) -> str:
        """Return the currency of several countries that this text means, or nothing."""
        shared = _SHARED_SIGNS.get(written) or _SHARED_NAMES.get(written)
        return self._countries.currency(shared) if shared else ""

    @property
    def _of_cents(self) -> str:
        """Return the currency whose cents the text means."""
        if "€" in self._text and "$" not in self._text:
            return "EUR"
        return self._countries.currency(_CENT)


def _code(code: str) -> str:
    return _SAME.get(code.upper(), code.upper())


def _tidy(sign: str) -> str:
    """Return a sign as the list has it: "hk $" is HK$."""
    return re.sub(r"[\s.]", "", sign).upper()
