"""The table of what the engine can find wrong."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One code for each rule; codes are stored and must not change.

    code                      severity  rule
    conflicting-years         error     one event, the same day and month, two years; or "founded in" two years
    stamp-year-differs        warning   the text dates today's news to the stamp's day of another year
    differing-bases           warning   one percentage of one measure, said of two different groups
    attribution-without-link  notice    a statement rests on a named source and no link leads there
    vague-source              warning   a statement rests on nobody in particular ("experts")
    no-author                 warning   the page names no author
    stamp-without-zone        warning   a date line has a time of day and no time zone
    ambiguous-stamp           warning   a date line reads as two days: 11/6/2025
    """

    CONFLICTING_YEARS = "conflicting-years"
    STAMP_YEAR_DIFFERS = "stamp-year-differs"
    DIFFERING_BASES = "differing-bases"
    ATTRIBUTION_WITHOUT_LINK = "attribution-without-link"
    VAGUE_SOURCE = "vague-source"
    NO_AUTHOR = "no-author"
    STAMP_WITHOUT_ZONE = "stamp-without-zone"
    AMBIGUOUS_STAMP = "ambiguous-stamp"
