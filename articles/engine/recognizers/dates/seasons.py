"""Spring, summer, autumn and winter: three months each, and the other three in the south."""

from __future__ import annotations

import re

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Said
from articles.engine.recognizers.dates.placing import placed
from articles.engine.recognizers.dates.relative_days import RELATIVE
from articles.engine.recognizers.dates.values import MONTHS_OF_YEAR, Calendar, Grain, Named

_FIRST_MONTH, _MONTHS = 3, 3
_HALF_A_YEAR = 6
_SURE = frozenset(("since", "until", "till", "before"))
_ARTICLED = re.compile(r"\b(?:in|over|since|until|before|during|by)\s+the\s+$", re.IGNORECASE)
_LOOK_BACK = 12


@RELATIVE.rule(
    "period",
    "the? shift:SHIFT season:season",
    "season:season of? year:year",
    "season:season of shift:SHIFT unit",
    "season:season",
)
def season(said: Said, context: Context) -> Calendar | Named | None:
    """Read "this summer", "the winter of 1944"; alone only behind "since", "in the" and the like."""
    which, letters = said["season"]
    if not context.is_news:
        return _loosely(letters, said, context)
    if said.has("shift", "undefined"):
        return None
    month = _FIRST_MONTH + _MONTHS * which
    if context.is_southern:
        month = (month + _HALF_A_YEAR - 1) % MONTHS_OF_YEAR + 1
    whole = Calendar(said["year"], month, months=_MONTHS)
    if said.token("shift"):
        return _shifted(whole, said["shift"], context)
    return whole if whole.year or _is_introduced(said, context) else None


def _loosely(letters: str, said: Said, context: Context) -> Named:
    year = context.today.year + said["shift"] if said.token("shift") else said["year"]
    return Named(f"{year}-{letters}" if year else letters, "", Grain.SEASON)


def _shifted(season: Calendar, shift: int, context: Context) -> Calendar | None:
    """Return the last season that is over, the one of this year, or the next to begin."""
    today = context.today
    if shift == 0:
        is_late_winter = season.month == MONTHS_OF_YEAR and today.month < _FIRST_MONTH
        return Calendar(today.year - is_late_winter, season.month, months=_MONTHS)
    years = range(today.year - 2, today.year + 3)
    seasons = [Calendar(year, season.month, months=_MONTHS) for year in years]
    stretches = [(one, whole) for one in seasons if (whole := placed(one, context))]
    if shift < 0:
        return next(one for one, whole in reversed(stretches) if whole.end <= today)
    return next(one for one, whole in stretches if whole.start > today)


def _is_introduced(said: Said, context: Context) -> bool:
    start = said.matched[0].start
    articled = _ARTICLED.search(context.text, max(0, start - _LOOK_BACK), start)
    return context.word(said.before) in _SURE or articled is not None
