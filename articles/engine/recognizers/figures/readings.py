"""What a number says: the shape in which the readers of this package hand figures on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum


class Kind(StrEnum):
    """What a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    SHARE = "share"
    AGE = "age"
    TIME = "time"
    MEASURE = "measure"


class Like(Enum):
    """Which figure before it a bare number is like.

    The last of its sentence that counts; that or the last of the sentence before, when "of them" names
    it; or the last of its sentence of any kind.
    """

    COUNTED = "counted"
    NAMED = "named"
    COMPARED = "compared"


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit: the sign of money stands before it, other units behind.

    One that is `like` another has the unit of a figure before it in its sentence, if there is one;
    `factor` is what the unit made of the number ("19 cents, from 14").
    """

    start: int
    end: int
    value: Decimal
    unit: str
    kind: Kind
    measures: str | None = None
    like: Like | None = None
    factor: Decimal = Decimal(1)
    qualifier: str | None = None
