"""Which expressions of time are dates of a news text, and how they are written down.

A date can be placed: a day, a week, a year, from one to another. Lengths of time are figures, times of
day are left out, and so is what happens every week. The span leaves out prepositions and "the".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Token
from articles.engine.recognizers.dates.patterns import code
from articles.engine.recognizers.dates.placing import partial_iso, placed
from articles.engine.recognizers.dates.tenses import direction
from articles.engine.recognizers.dates.values import (
    Calendar,
    Dated,
    Edge,
    Grain,
    Named,
    Range,
    Stretch,
)
from articles.engine.types import DateMention

_DATES = ("date", "period", "offset")
_OUTSIDE = frozenset(
    code(name)
    for name in (
        "the",
        "on",
        "in",
        "from",
        "between",
        "at",
        "of",
        "to",
        "for",
        "by",
        "during",
        "since",
        "comma",
        "possessive",
    )
)


def mentions(tokens: list[Token], context: Context) -> Iterator[DateMention]:
    """Yield the dates among the expressions of a text, in order."""
    for token in tokens:
        after = None
        for inner in (_with_year_of(token, one) for one in _dates(token)):
            mention = _mention(inner, context, after)
            if mention:
                yield mention
                after = _first_day(inner, mention) if isinstance(token.value, Range) else None


def _dates(token: Token) -> Iterator[Token]:
    """Yield the tokens of an expression that are dates by themselves."""
    value = token.value
    if token.is_a("repeated"):
        return
    if _is_date(token) or token.is_a("stamp") or (isinstance(value, Dated) and not _has(token)):
        yield token
    else:
        for part in token.parts:
            yield from _dates(part)


def _is_date(token: Token) -> bool:
    """Say whether a token is one date; "May to July" are two, "May-July" and "3 to 7 May" one."""
    if not isinstance(token.value, Range):
        return token.is_a(*_DATES) and not isinstance(token.value, Dated)
    ends = (token.value.start, token.value.end)
    dated = [part for part in token.parts if part.is_a(*_DATES)]
    joined = len(dated) < len(ends) or any(part.is_a("dash") for part in token.parts)
    return joined and all(isinstance(end, Calendar | Stretch | Edge | Named) for end in ends)


def _has(token: Token) -> bool:
    """Say whether a date is among the parts of a token."""
    return any(part.is_a(*_DATES) or _has(part) for part in token.parts)


def _with_year_of(whole: Token, end: Token) -> Token:
    """Return the first end of a range in the year that only the last one names: "May to July 2020"."""
    value = whole.value.start if isinstance(whole.value, Range) else None
    if not isinstance(value, Calendar) or value.year is None:
        return end
    return replace(end, value=value) if replace(value, year=None) == end.value else end


def _first_day(token: Token, mention: DateMention) -> dt.date | None:
    """Return the day after which the other end of a range lies."""
    value = token.value
    if not isinstance(value, Calendar) or mention.iso[0] == "-":
        return None
    year, month, day = (*(int(part) for part in mention.iso.split("/")[0].split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def _mention(token: Token, context: Context, after: dt.date | None) -> DateMention | None:
    value = token.value.day if isinstance(token.value, Dated) else token.value
    start, end = _trimmed(token)
    toward = replace(context, direction=_direction(value, start, end, context))
    iso = _iso(value, toward, after)
    if not iso:
        return None
    return DateMention(
        start=start,
        end=end,
        text=context.text[start:end],
        iso=iso,
        granularity=_granularity(value),
        ambiguous=isinstance(value, Calendar) and bool(value.possible),
        qualifier=value.mod if isinstance(value, Edge) else "",
    )


def _trimmed(token: Token) -> tuple[int, int]:
    parts = list(token.parts) or [token]
    while len(parts) > 1 and parts[0].code in _OUTSIDE:
        parts.pop(0)
    start = _trimmed(parts[0])[0] if parts[0].parts else parts[0].start
    end = _trimmed(parts[-1])[1] if parts[-1].parts else parts[-1].end
    return start, end


def _direction(value: object, start: int, end: int, context: Context) -> int:
    """Return where the verb looks, if the date needs it."""
    first = value.start if isinstance(value, Range) else value
    first = first.of if isinstance(first, Edge) else first
    needs_verb = isinstance(first, Calendar) and first.year is None
    return direction(context.text, start, end) if needs_verb else 0


def _granularity(value: object) -> str:
    if isinstance(value, Edge):
        return _granularity(value.of)
    if isinstance(value, Calendar | Stretch | Named):
        return value.grain
    return Grain.INTERVAL if isinstance(value, Range) else Grain.SECOND


def _iso(value: object, context: Context, after: dt.date | None) -> str:
    """Return a value in partial ISO 8601; nothing where nobody knows when it is."""
    if isinstance(value, Range):
        return _range(value, context)
    inner = value.of if isinstance(value, Edge) else value
    if isinstance(inner, Calendar):
        return _calendar(inner, context, after)
    if isinstance(inner, Stretch):
        return partial_iso(inner)
    return inner.iso if isinstance(inner, Named) else str(inner)


def _calendar(value: Calendar, context: Context, after: dt.date | None) -> str:
    if value.year is not None:
        return partial_iso(value)
    found = placed(value, context, after)
    if found is None:
        return partial_iso(value) if value.month is not None else ""
    if value.month is None:
        return found.start.isoformat()
    return partial_iso(replace(value, year=found.start.year))


def _range(value: Range, context: Context) -> str:
    """Return both ends of a range, each as precise as it is written."""
    whole = placed(value.start, context)
    first = _iso(value.start, context, None)
    last = _iso(value.end, context, whole.start if whole else None)
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}" if first and last else ""
