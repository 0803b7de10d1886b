"""The shape of a figure in prose, and the number that it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from math import prod

from articles.engine.data import vocabulary

_WORDS = vocabulary("figures")["words"]
_SCALES: dict[str, int] = vocabulary("figures")["scales"]
_SIGNS: dict[str, str] = vocabulary("figures")["signs"]
_CURRENCIES: dict[str, str] = vocabulary("figures")["currencies"]
_CODES: list[str] = vocabulary("figures")["codes"]["list"]
_NUMBERS: dict[str, int] = _WORDS["numbers"]
_FOLDS: dict[str, int] = _WORDS["folds"]
_TEN = 10
_COUNTRIES = {"canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD"}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SHORT = [word for word in _SCALES if len(word) < len("lakh")]
_LONG = any_of(word for word in _SCALES if word not in _SHORT)
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BELOW_TEN = any_of(word for word, number in _NUMBERS.items() if number < _TEN)

FIGURE = re.compile(
    rf"""
    (?<![\w.,/:\#@$€£¥+–-])
    (?P<minus>[-\u2212](?=\d))?
    (?: (?P<sign>{any_of(_SIGNS)})\s? | (?P<code>{any_of(_CODES)})\s )?
    (?: (?P<low>{_DIGITS})(?:\s?[-–]\s?|\s(?:to|and)\s)(?=\d) )?
    (?: (?P<digits>{_DIGITS})
      | (?P<words>(?i:half\s+an?|an?(?=\s+(?:{_LONG})\b)
                    |(?:{any_of(_NUMBERS)})(?:-(?:{_BELOW_TEN}))?))\b
      | (?P<fold>(?i:{any_of(_FOLDS)}))\b )
    (?: \s?(?P<short>(?i:{any_of(_SHORT)}))\b(?!['’])
      | [\s-](?P<scale>(?i:(?:{_LONG})(?:\s(?:{_LONG}))?))\b )?
    (?: \s?(?P<percent>%|per\s?cent(?:age\s+points?)?\b|(?<=\s)basis\s+points?\b)
      | (?P<times>\s?[x×](?!\w)|(?<=\d)-?fold\b
                 |\s+times(?=\s+(?:as|more|faster|higher|larger|bigger|the|greater|smaller|cheaper|lower)\b))
      | [\s-](?P<currency>(?:(?:U\.S\.|US|Canadian|Australian|Hong\sKong|Singapore)\s)?
                          (?:{any_of([*_CURRENCIES, *_CODES])}))\b )?
    (?!\w|[:/]\d|[.,]\d)
    """,
    re.VERBOSE,
)
"""A number with what stands around it; whether it is a figure is for its reader to say."""


def number(found: re.Match[str]) -> Decimal:
    """Return the value of a match of FIGURE, scaled and signed."""
    if found["fold"]:
        return Decimal(_FOLDS[found["fold"].lower()])
    value = digits(found["digits"]) if found["digits"] else _spelled(found["words"].lower())
    value = (-value if found["minus"] else value) * scale(found)
    return value.to_integral_value() if value == value.to_integral_value() else value


def digits(written: str) -> Decimal:
    """Return the value of digits with separators."""
    return Decimal(written.replace(",", ""))


def scale(found: re.Match[str]) -> int:
    """Return what the number is multiplied by: "million", "bn", "hundred thousand"."""
    written = (found["short"] or found["scale"] or "").lower()
    return prod(_SCALES[word] for word in written.split())


def has_plausible_scale(found: re.Match[str]) -> bool:
    """Say whether the letter after the number is a scale: "$5m" and "5M" are, "100m" may be metres."""
    short = found["short"]
    if not short or found["sign"] or found["code"]:
        return True
    attached = found.start("short") == max(found.end("digits"), found.end("words"))
    return len(short) > 1 or (attached and short in "kKMB")


def currency(found: re.Match[str]) -> str:
    """Return the ISO 4217 code of a match of FIGURE; empty if it is not money."""
    if found["sign"]:
        return _SIGNS[found["sign"]]
    if found["code"]:
        return _iso(found["code"])
    words = found["currency"]
    if not words:
        return ""
    country = next(
        (code for name, code in _COUNTRIES.items() if words.lower().startswith(name)), ""
    )
    last = words.split()[-1]
    return country or _CURRENCIES.get(words) or _CURRENCIES.get(last) or _iso(last)


def _iso(code: str) -> str:
    return "CNY" if code == "RMB" else code


def _spelled(words: str) -> Decimal:
    if words.startswith("half"):
        return Decimal("0.5")
    if words in ("a", "an"):
        return Decimal(1)
    return Decimal(sum(_NUMBERS[word] for word in words.split("-")))
