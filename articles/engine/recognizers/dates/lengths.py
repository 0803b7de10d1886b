"""Lengths of time: "three weeks", "2 hours and 30 minutes", "half an hour"."""

from __future__ import annotations

from decimal import Decimal

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said, Token
from articles.engine.recognizers.dates.values import Length, Unit

LENGTHS = Layer()
COMPOUNDS = Layer()

_ORDER = ("Y", "M", "W", "WE", "D", "BD", "TH", "TM", "TS")
_FEW, _COUPLE = 3, 2
_SHARES = {6: Decimal("0.5"), 3: Decimal("0.25")}
_MOST = 100_000


@LENGTHS.rule(
    "length", "count:NUMBER dash? business:business? unit:UNIT", "another count:NUMBER unit:UNIT"
)
def counted(said: Said, context: Context) -> Length | None:
    """Read "three weeks", "3.5 years", "four business days"."""
    count = _decimal(said["count"])
    one_night = context.word(said.token("unit")) == "night"
    if count > _MOST or (count > 1 and one_night):
        return None
    return _length(count, said.token("unit"), "BD" if said.token("business") else "")


@LENGTHS.rule(
    "length",
    "how:a unit:unit/quarter/night/weekend",
    "another unit:UNIT",
    "a? how:few unit:UNIT",
    "a? how:couple of? unit:UNIT",
    "how:half a unit:UNIT",
    "a? share:fraction unit:UNIT",
)
def told(said: Said, _context: Context) -> Length:
    """Read "an hour", "a few days", "half an hour", "½ hour"."""
    count = Decimal(1)
    if said.token("share"):
        count = Decimal(said["share"].numerator) / said["share"].denominator
    elif said.has("how", "half"):
        count = Decimal("0.5")
    elif said.has("how", "few"):
        count = Decimal(_FEW)
    elif said.has("how", "couple"):
        count = Decimal(_COUPLE)
    return _length(count, said.token("unit"))


@LENGTHS.rule("length", "any unit:unit", loose=True)
def whole(said: Said, context: Context) -> Length | None:
    """Read "all week"; "all weeks" repeats."""
    is_one = context.said(said).startswith("all") and not context.said(said).endswith("s")
    return _length(Decimal(1), said.token("unit")) if is_one else None


@LENGTHS.rule(
    "length",
    "count:INT and a? share:half/quarter unit:UNIT",
    "count:INT unit:UNIT and a? share:half/quarter",
)
def and_a_half(said: Said, _context: Context) -> Length:
    """Read "one and a half hours", "one year and a quarter"."""
    return _length(said["count"] + _SHARES[said["share"][2]], said.token("unit"))


@COMPOUNDS.rule("length", "one:length and a? share:half/quarter")
def length_and_a_half(said: Said, _context: Context) -> Length:
    """Read "an hour and a half"."""
    (letter, count), *rest = said["one"].counts
    return Length(((letter, count + _SHARES[said["share"][2]]), *rest))


@COMPOUNDS.rule(
    "length",
    "one:length (comma|and|comma and)? two:length ((comma|and|comma and)? three:length)?",
)
def compound(said: Said, _context: Context) -> Length | None:
    """Read "2 years, 1 month and 21 days": from larger to smaller units."""
    lengths = [said[label] for label in ("one", "two", "three") if said[label]]
    counts = tuple(count for length in lengths for count in length.counts)
    order = [_ORDER.index(letter) for letter, _ in counts]
    return Length(counts) if order == sorted(set(order)) else None


def unit_of(token: Token | None) -> Unit:
    """Return the unit that a token names; "second" is an ordinal as well."""
    value = token.value if token else None
    return value if isinstance(value, tuple) else ("T", "S", 1)


def _length(count: Decimal, unit: Token | None, letter: str = "") -> Length:
    prefix, own, size = unit_of(unit)
    return Length(((letter or prefix + own, count * size),))


def _decimal(value: object) -> Decimal:
    """Return a number; one with a dot comes as two, since it may be a time of day."""
    return Decimal(f"{value[0]}.{value[1]}" if isinstance(value, tuple) else str(value))
