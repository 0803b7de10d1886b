"""What an expression of time says, in plain strings: when it begins and ends, how long, how often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from articles.engine.recognizers.dates.arithmetic import add, seconds, timex
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.holidays import Holiday
from articles.engine.recognizers.dates.placing import placed
from articles.engine.recognizers.dates.values import (
    DAY,
    HOURS,
    NOON,
    Bound,
    Calendar,
    Clock,
    Dated,
    Edge,
    Grain,
    Hours,
    Instant,
    Length,
    Named,
    Now,
    Part,
    Range,
    Repeated,
    Stretch,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """When something is: `value` for one point, `start` and `end` (excluded) for a stretch.

    Days are written 2024-05-03, times 17:30:00, and both with a space between. `timex` is the
    notation of TIMEX3 where there is no fixed time: P3D, XXXX-WXX-1, 2024-SU. `mod` says which
    part or side is meant: start, mid, end, before, after, since, until, more, less. A length has
    its seconds as `value`.
    """

    value: str = ""
    start: str = ""
    end: str = ""
    timex: str = ""
    mod: str = ""


def read(value: object, context: Context) -> Reading | None:
    """Return what a value of the grammar says, or None where nothing says when that is."""
    try:
        return _MAKERS[type(value)](value, context)
    except (
        ValueError,
        OverflowError,
    ):  # outside the years that Python counts, or no day to count from
        return None


def _calendar(value: Calendar | Holiday, context: Context) -> Reading | None:
    whole = placed(value, context)
    if whole is None:
        return None
    if whole.grain is Grain.DAY:
        return Reading(value=whole.start.isoformat())
    return _stretch(whole, context)


def _stretch(value: Stretch, _context: Context) -> Reading:
    start, end = value.start.isoformat(), value.end.isoformat()
    return Reading(start=start, end=end, timex=value.timex)


def _edge(value: Edge, context: Context) -> Reading:
    inner = value.of
    if isinstance(inner, Calendar):
        year = f"{inner.year:04}" if inner.year else "XXXX"
        month = f"-{inner.month:02}" if inner.month else ""
        return Reading(timex=year + month, mod=value.mod)
    if isinstance(inner, Named):
        return Reading(timex=inner.timex, mod=value.mod)
    return replace(_stretch(inner, context), mod=value.mod)


def _clock(value: Clock, _context: Context) -> Reading:
    return Reading(value=_time(value), mod=value.mod)


def _part(value: Part, _context: Context) -> Reading:
    if value.first == value.end:
        return Reading(value=_time(Clock(value.first)))
    end = _time(Clock(value.end)) if value.end < HOURS else "23:59:59"
    return Reading(start=_time(Clock(value.first)), end=end, mod=value.mod)


def _hours(value: Hours, _context: Context) -> Reading:
    return Reading(start=_time(value.start), end=_time(value.end))


def _dated(value: Dated, context: Context) -> Reading | None:
    whole, inner = placed(value.day, context), read(value.time, context)
    if whole is None or inner is None:
        return None
    day, end_day = whole.start, whole.start
    if inner.start and inner.end and inner.end <= inner.start:
        end_day += DAY
    return replace(
        inner,
        value=f"{day} {inner.value}" if inner.value else "",
        start=f"{day} {inner.start}" if inner.start else "",
        end=f"{end_day} {inner.end}" if inner.end else "",
    )


def _range(value: Range, context: Context) -> Reading | None:
    start = _point(value.start, context, None)
    if start is None:
        return None
    if isinstance(value.end, Length):
        return Reading(start=_moment(start), end=_moment(add(start, value.end)))
    end = _point(value.end, context, start)
    if end is None or end < start:
        return None
    if _is_timed(value.start) or _is_timed(value.end):
        return Reading(start=_moment(start), end=_moment(end))
    return Reading(start=start.date().isoformat(), end=end.date().isoformat())


def _point(value: object, context: Context, after: dt.datetime | None) -> dt.datetime | None:
    """Return where an end of a range lies: the beginning of what it names."""
    if isinstance(value, Instant):
        return value.at
    if isinstance(value, Now):
        return context.now
    if isinstance(value, Clock):
        return _clock_point(value, after or context.now, after)
    clock = value.time if isinstance(value, Dated) and isinstance(value.time, Clock) else Clock(0)
    day = value.day if isinstance(value, Dated) else value
    whole = placed(day, context, after.date() if after else None)
    time = dt.time(clock.hour % HOURS, clock.minute or 0)
    return dt.datetime.combine(whole.start, time) if whole else None


def _clock_point(value: Clock, day: dt.datetime, after: dt.datetime | None) -> dt.datetime:
    at = day.replace(hour=value.hour % HOURS, minute=value.minute or 0, second=0)
    is_early = after is not None and at < after and not value.sure
    return at + dt.timedelta(hours=NOON) if is_early else at


def _bound(value: Bound, context: Context) -> Reading | None:
    inner = read(value.of, context)
    if inner is None:
        return None
    mod = f"{value.mod}-{inner.mod}" if inner.mod else value.mod
    if inner.timex and inner.mod:
        return Reading(timex=inner.timex, mod=mod)
    if value.mod in ("before", "until"):
        at = inner.value or (inner.end if value.mod == "until" else inner.start)
        return Reading(end=at, mod=mod)
    return Reading(
        start=inner.value or (inner.end if value.mod == "after" else inner.start), mod=mod
    )


def _is_timed(value: object) -> bool:
    timed = isinstance(value, Dated) and isinstance(value.time, Clock)
    return timed or isinstance(value, Instant | Clock)


def _time(clock: Clock) -> str:
    return f"{clock.hour % HOURS:02}:{clock.minute or 0:02}:{clock.second or 0:02}"


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _length(value: Length, _context: Context) -> Reading:
    return Reading(timex=timex(value), value=f"{seconds(value).normalize():f}", mod=value.mod)


_MAKERS: dict[type, Callable[[Any, Context], Reading | None]] = {
    Calendar: _calendar,
    Holiday: _calendar,
    Stretch: _stretch,
    Named: lambda value, _context: Reading(timex=value.timex),
    Edge: _edge,
    Clock: _clock,
    Part: _part,
    Hours: _hours,
    Length: _length,
    Instant: lambda value, _context: Reading(value=_moment(value.at)),
    Now: lambda _value, context: Reading(value=_moment(context.now)),
    Dated: _dated,
    Range: _range,
    Bound: _bound,
    Repeated: lambda value, _context: Reading(timex=value.timex),
    str: lambda value, _context: Reading(value=value),
}
