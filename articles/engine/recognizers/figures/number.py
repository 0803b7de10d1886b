"""A number as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, and what it is; `scale` is what it was multiplied by.

    A share is "two thirds"; one share, "a third" or "half", may be something else: "a third party".
    """

    start: int
    end: int
    value: Decimal
    is_digits: bool = False
    is_separated: bool = False
    is_share: bool = False
    is_one_share: bool = False
    scale: int = 1

    @property
    def is_large(self) -> bool:
        """Say whether it is written as only large numbers are: with a scale or a separator."""
        return self.scale > 1 or self.is_separated


def decimal(share: Fraction | int) -> Decimal:
    """Return a share as a number with six places at most."""
    share = Fraction(share)
    return whole((Decimal(share.numerator) / share.denominator).quantize(_PLACES))


def whole(value: Decimal) -> Decimal:
    """Return the value without zeros behind the point."""
    integral = value.to_integral_value()
    return integral if value == integral else value.normalize()
