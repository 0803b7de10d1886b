"""Every expression of time in a text: tokens first, then the layers of the grammar, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.recognizers.dates import (  # noqa: F401 - these add rules to layers of others
    anchored_stretches,
    relative_stretches,
    seasons,
)
from articles.engine.recognizers.dates.anchored_days import ANCHORED, WEEKDAYS
from articles.engine.recognizers.dates.bounds import BOUNDS
from articles.engine.recognizers.dates.calendar_days import CALENDAR
from articles.engine.recognizers.dates.calendar_stretches import BARE, YEARS
from articles.engine.recognizers.dates.clock_rules import CLOCK
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Token
from articles.engine.recognizers.dates.hours import CLOCK_RANGES
from articles.engine.recognizers.dates.lengths import COMPOUNDS, LENGTHS
from articles.engine.recognizers.dates.moments import MOMENTS
from articles.engine.recognizers.dates.offsets import OFFSETS
from articles.engine.recognizers.dates.parts import PARTS, PLACED_PARTS
from articles.engine.recognizers.dates.patterns import code
from articles.engine.recognizers.dates.ranges import DAY_RANGES, RANGES, YEAR_RANGES
from articles.engine.recognizers.dates.readings import Reading, read
from articles.engine.recognizers.dates.relative_days import RELATIVE
from articles.engine.recognizers.dates.repeated import REPEATED, REPEATED_AT
from articles.engine.recognizers.dates.words import tokenize

# Numbers of years and hours first, since they would be counts; then dates of the calendar, lengths and what
# repeats, which may contain one another's words; then what counts from other dates, from near to far.
_LAYERS = (
    YEARS,
    YEAR_RANGES,
    CLOCK,
    CALENDAR,
    LENGTHS,
    COMPOUNDS,
    REPEATED,
    RELATIVE,
    BARE,
    ANCHORED,
    OFFSETS,
    PLACED_PARTS,
    PARTS,
    WEEKDAYS,
    CLOCK_RANGES,
    REPEATED_AT,
    DAY_RANGES,
    MOMENTS,
    RANGES,
    BOUNDS,
)
_RESULTS = frozenset(
    code(name)
    for name in (
        "date",
        "period",
        "offset",
        "time",
        "part",
        "hours",
        "length",
        "moment",
        "moments",
        "range",
        "bound",
        "repeated",
        "stamp",
    )
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that says when, how long or how often."""

    start: int
    end: int
    text: str
    reading: Reading


def reduce(context: Context) -> list[Token]:
    """Return the expressions of time in a text as tokens, in order."""
    tokens = tokenize(context.text)
    for layer in _LAYERS:
        tokens = layer.reduce(tokens, context, loosely=not context.is_news)
    return [token for token in tokens if token.code in _RESULTS]


def expressions(context: Context) -> Iterator[Expression]:
    """Yield every expression of time that can be read, in order."""
    for token in reduce(context):
        reading = read(token.value, context)
        if reading:
            text = context.text[token.start : token.end]
            yield Expression(token.start, token.end, text, reading)
