"""The table of what the engine can find wrong."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One code for each rule; codes are stored and must not change.

    code                      severity  rule
    conflicting-years         error     one event, the same day and month, two years; or "founded in" two years
    stamp-year-differs        warning   the text dates today's news to the stamp's day of another year
    conflicting-dates         error     one event, two dates
    weekday-differs           error     a day is named with a weekday that it is not
    impossible-order          error     what follows is dated before what it follows: died before born
    duration-differs          error     a length of time against its two end points
    age-differs               error     an age against a date of birth, or two ages of one person
    parts-over-whole          error     the parts named come to more than the whole, or percentages to over 100
    conflicting-figures       error     one measure of one thing at one time, two values
    differing-bases           warning   one percentage of one measure, said of two different groups
    part-differs              error     headline, summary, FAQ or card says what the body contradicts
    spelling-drifts           warning   a name or a handle is spelled in two ways
    card-contradicted         error     a card says of a person what the text contradicts
    attribution-without-link  notice    a statement rests on a named source and no link leads there
    vague-source              warning   a statement rests on nobody in particular ("experts")
    undated-source            notice    a statement rests on a report, survey or filing without a date
    source-is-subject         notice    a statement about somebody rests on that same somebody alone
    stale-figure              notice    a figure is given "as of" a time long before publication
    answer-without-ground     warning   nothing in the article says what an answer of the FAQ says
    no-author                 warning   the page names no author
    stamp-without-zone        warning   a date line has a time of day and no time zone
    ambiguous-stamp           warning   a date line reads as two days: 11/6/2025
    not-english               notice    the text is in another language: the engine reads it poorly
    figure-differs            warning   another article gives the same figure of the same entity another value
    fact-differs              warning   the text contradicts what the house has on record of an entity
    """

    CONFLICTING_YEARS = "conflicting-years"
    STAMP_YEAR_DIFFERS = "stamp-year-differs"
    CONFLICTING_DATES = "conflicting-dates"
    WEEKDAY_DIFFERS = "weekday-differs"
    IMPOSSIBLE_ORDER = "impossible-order"
    DURATION_DIFFERS = "duration-differs"
    AGE_DIFFERS = "age-differs"
    PARTS_OVER_WHOLE = "parts-over-whole"
    CONFLICTING_FIGURES = "conflicting-figures"
    DIFFERING_BASES = "differing-bases"
    PART_DIFFERS = "part-differs"
    SPELLING_DRIFTS = "spelling-drifts"
    CARD_CONTRADICTED = "card-contradicted"
    ATTRIBUTION_WITHOUT_LINK = "attribution-without-link"
    VAGUE_SOURCE = "vague-source"
    UNDATED_SOURCE = "undated-source"
    SOURCE_IS_SUBJECT = "source-is-subject"
    STALE_FIGURE = "stale-figure"
    ANSWER_WITHOUT_GROUND = "answer-without-ground"
    NO_AUTHOR = "no-author"
    STAMP_WITHOUT_ZONE = "stamp-without-zone"
    AMBIGUOUS_STAMP = "ambiguous-stamp"
    NOT_ENGLISH = "not-english"
    FIGURE_DIFFERS = "figure-differs"
    FACT_DIFFERS = "fact-differs"
