"""Patterns over classes of tokens, and the regular expressions that they become.

`day:ordinal/small of? month` is a token of the class "ordinal" or "small", kept under the name "day",
then perhaps one of the class "of", then one of the class "month". Parentheses, `|`, `?`, `*`, `(?=`
and `(?!` mean what they mean in regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ELEMENT = re.compile(r"\(\?[=!]|[()?*|]|[a-z]+:[A-Za-z_/]+|[A-Za-z_/]+|(\S)")
_LABEL = re.compile(r"(?P<label>[a-z]+):")
_CLASSES = re.compile(r"(?:(?P<label>[a-z]+):)?(?P<names>[A-Za-z_/]+)")
_GROUPS = {
    "MONTH": "month/doubtful_month",
    "WEEKDAY": "weekday/doubtful_weekday",
    "INT": "small/spelled",
    "NUMBER": "small/spelled/number/dotted/year",
    "ORDINAL": "ordinal/second",
    "UNIT": "unit/second/quarter/night/weekend/weekends",
    "SHIFT": "shift/past/undefined",
}
"""Classes that the grammar often names together."""

_FIRST_CODE = 0x100
_codes: dict[str, str] = {}


def code(name: str) -> str:
    """Return the character that stands for a class of tokens."""
    return _codes.setdefault(name, chr(_FIRST_CODE + len(_codes)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, and the codes of the tokens that may open it."""

    regex: re.Pattern[str]
    openings: frozenset[str]
    groups: dict[str, tuple[int, ...]]
    """The groups of the regular expression by the labels of the pattern; a label may stand twice."""


def compile_pattern(words: str) -> Pattern:
    """Compile a pattern; a mistake in it is a ValueError at import."""
    elements = [found[0] for found in _ELEMENT.finditer(words)]
    if any(found[1] for found in _ELEMENT.finditer(words)):
        raise ValueError(f"not a pattern: {words}")
    piece, rest = _alternatives(elements, 0)
    if rest < len(elements) or piece.may_be_empty:
        raise ValueError(f"not a pattern: {words}")
    labels = [found["label"] for found in _LABEL.finditer(words)]
    groups = {
        label: tuple(group for group, other in enumerate(labels, 1) if other == label)
        for label in labels
    }
    return Pattern(re.compile(piece.regex), piece.openings, groups)


@dataclass(frozen=True, slots=True)
class _Piece:
    regex: str
    openings: frozenset[str] = frozenset()
    may_be_empty: bool = True


def _alternatives(elements: Sequence[str], at: int) -> tuple[_Piece, int]:
    piece, at = _sequence(elements, at)
    while at < len(elements) and elements[at] == "|":
        other, at = _sequence(elements, at + 1)
        piece = _Piece(
            f"{piece.regex}|{other.regex}",
            piece.openings | other.openings,
            piece.may_be_empty or other.may_be_empty,
        )
    return piece, at


def _sequence(elements: Sequence[str], at: int) -> tuple[_Piece, int]:
    whole = _Piece("")
    while at < len(elements) and elements[at] not in "|)":
        piece, at = _item(elements, at)
        whole = _Piece(
            whole.regex + piece.regex,
            whole.openings | piece.openings if whole.may_be_empty else whole.openings,
            whole.may_be_empty and piece.may_be_empty,
        )
    return whole, at


def _item(elements: Sequence[str], at: int) -> tuple[_Piece, int]:
    element = elements[at]
    if element.startswith("("):
        piece, at = _alternatives(elements, at + 1)
        looking = element != "("
        regex = f"{element}{piece.regex})" if looking else f"(?:{piece.regex})"
        piece = _Piece(regex) if looking else _Piece(regex, piece.openings, piece.may_be_empty)
    else:
        piece = _classes(element)
    at += 1
    if at < len(elements) and elements[at] in "?*":
        return _Piece(piece.regex + elements[at], piece.openings), at + 1
    return piece, at


def _classes(element: str) -> _Piece:
    found = _CLASSES.fullmatch(element)
    if found is None:
        raise ValueError(f"not a class: {element}")
    names = "/".join(_GROUPS.get(name, name) for name in found["names"].split("/"))
    codes = frozenset(code(name) for name in names.split("/"))
    regex = "[" + "".join(sorted(codes)) + "]"
    return _Piece(f"({regex})" if found["label"] else regex, codes, may_be_empty=False)
