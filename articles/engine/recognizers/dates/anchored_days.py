"""Days found from a longer time: "the first Monday of May", "the 15th of next month"; and weekdays alone."""

from __future__ import annotations

from articles.engine.recognizers.dates.bare import is_weekday
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.holidays import Holiday, nth_weekday
from articles.engine.recognizers.dates.months import day
from articles.engine.recognizers.dates.placing import placed
from articles.engine.recognizers.dates.running import stretch_of
from articles.engine.recognizers.dates.values import LAST_DAY, Calendar, Grain, Now

ANCHORED = Layer()
WEEKDAYS = Layer()

_DAY_UNIT, _MONTH_UNIT = ("", "D", 1), ("", "M", 1)
_MOST_WEEKDAYS = 5


@ANCHORED.rule("date", "the? (nth:ORDINAL|last:shift) day:WEEKDAY (of|in) period:period")
def nth_weekday_of(said: Said, context: Context) -> Calendar | None:
    """Read "the first Monday of next month"."""
    whole = placed(said["period"], context)
    which = said["nth"] or said["last"]
    if whole is None or not -1 <= which <= _MOST_WEEKDAYS or which == 0:
        return None
    return Calendar.of(nth_weekday(whole.start.year, whole.start.month, said["day"], which))


@ANCHORED.rule(
    "date",
    "the? nth:ordinal (unit:unit (of|in)|of)? period:period",
    "the? nth:ordinal unit:unit of the month:unit",
)
def nth_of_month(said: Said, context: Context) -> Calendar | None:
    """Read "the 15th of next month"."""
    if said["unit"] not in (None, _DAY_UNIT) or said["month"] not in (None, _MONTH_UNIT):
        return None
    whole = placed(said["period"] or stretch_of(_MONTH_UNIT, 0, context), context)
    if whole is None or whole.grain is not Grain.MONTH:
        return None
    return day(said["nth"], whole.start.month, whole.start.year)


@ANCHORED.rule(
    "date",
    "the nth:ordinal (?!unit|quarter|half|part|and)",
    "the nth:small (?=time|from|between)",
    "nth:ordinal (?!x|unit)",
    loose=True,
)
def nth_of_nearest_month(said: Said, context: Context) -> Calendar | None:
    """Read "on the 18th"."""
    introduced = context.word(said.before) in ("on", "of")
    return Calendar(day=said["nth"]) if introduced and 1 <= said["nth"] <= LAST_DAY else None


@ANCHORED.rule("date", "date:date (of|in) period:period")
def day_of_year(said: Said, context: Context) -> Calendar | None:
    """Read "Independence Day of this year"."""
    found, whole = said["date"], placed(said["period"], context)
    if whole is None or whole.grain is not Grain.YEAR:
        return None
    if isinstance(found, Holiday):
        return Calendar.of(found.on(whole.start.year))
    if found.year or found.month is None or found.day is None:
        return None
    return day(found.day, found.month, whole.start.year)


@WEEKDAYS.rule("date", "day:WEEKDAY")
def bare_weekday(said: Said, context: Context) -> Calendar | None:
    """Read "Tuesday"."""
    sure = not context.is_news or is_weekday(said, context)
    return Calendar(weekday=said["day"]) if sure else None


@WEEKDAYS.rule(
    "moment", "right? now", "at (the|SHIFT)? present? (unit|present|time_word)", loose=True
)
def present(_said: Said, _context: Context) -> Now:
    """Read "now", "at the moment"."""
    return Now()
