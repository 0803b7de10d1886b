"""Times of which one end is given: "before 2010", "since August", "2018 or later"."""

from __future__ import annotations

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.values import Bound, Calendar, Dated, Length

BOUNDS = Layer()

_MODS = {
    "before": "before",
    "by": "before",
    "after": "after",
    "since": "since",
    "until": "before",
    "till": "before",
    "til": "before",
}
# What a comparison begins with, and which end of the time it gives.
_OPENINGS = (
    ("no later", "before"),
    ("later", "after"),
    ("year later", "after"),
    ("year greater", "after"),
    ("greater", "after"),
    ("more", "after"),
    ("less", "before"),
    ("as late", "until"),
    ("<", "until"),
)


@BOUNDS.rule(
    "bound", "side:before/after/since/by/until around? of:date/period/moment/moments/time/part/meal"
)
def bound(said: Said, context: Context) -> Bound | None:
    """Read "before 2010", "since August"."""
    mod = _MODS.get(context.word(said.token("side")))
    return Bound(mod, said["of"]) if mod else None


@BOUNDS.rule("bound", "(to|until) date_word", loose=True)
def to_date(said: Said, context: Context) -> Bound | None:
    """Read "to date", but not "up to date"."""
    is_adjective = said.before is not None and (
        said.before.is_a("equals", "dash") or context.word(said.before) in ("up", "equals")
    )
    return None if is_adjective else Bound("before", Calendar.of(context.today))


@BOUNDS.rule(
    "bound",
    "no later than of:date/period/moment/time",
    "unit? later than of:date/period/moment/time",
    "unit? (more|less) than of:period/date",
    "as (early|late) as of:date/period/moment/time",
    "(any time_word)? from of:time",
    "starting on? of:date/period",
    "of:date/period/time/moment (or|and) (later|more)",
    "of:date/period/time/moment and after (?=stop)",
    "(less_sign|more_sign) equals? of:period",
)
def compared(said: Said, context: Context) -> Bound:
    """Read "no later than 6 May", "2018 or later", "starting January 7th"."""
    words = context.said(said)
    mod = next((mod for opening, mod in _OPENINGS if words.startswith(opening)), "since")
    return Bound(mod, said["of"])


@BOUNDS.rule("bound", "at:time or later on day:date", loose=True)
def compared_moment(said: Said, _context: Context) -> Bound:
    """Read "3 pm or later on Monday"."""
    return Bound("since", Dated(said["day"], said["at"]))


@BOUNDS.rule("length", "how:more/less than length:length")
def compared_length(said: Said, _context: Context) -> Length:
    """Read "more than 4 days"."""
    return Length(said["length"].counts, mod="more" if said.has("how", "more") else "less")
