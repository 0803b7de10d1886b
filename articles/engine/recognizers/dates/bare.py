"""Whether a year, a month or a weekday that stands alone is a date."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Said
from articles.engine.recognizers.dates.lexicon import MONTHS

_YEARS = vocabulary("dates")["years"]
_INTRODUCED_BY = frozenset(_YEARS["introduced_by"])
_LOOSELY_INTRODUCED_BY = frozenset(_YEARS["loosely_introduced_by"])
_PEOPLE = frozenset(_YEARS["counted_people"])
_NOT_COUNTED = frozenset(_YEARS["not_counted"])
_BEFORE_A_MONTH = frozenset(vocabulary("dates")["months"]["introduced_by"]) | MONTHS.keys()
_BEFORE_A_YEAR = _INTRODUCED_BY | _LOOSELY_INTRODUCED_BY
_CALENDAR_WORDS = frozenset(("quarter", "fiscal")) | MONTHS.keys()

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s(-]{1,2}$")
_GLUED_BEFORE = re.compile(r"(?:[\w$€£][-/.]|[/.:#+_]|\w)$")
_GLUED_AFTER = re.compile(r"[-/–]\d|[.,:]\d|%|[^\W_]")
_DATING_PREFIX = re.compile(r"\b(?:mid|early|late|pre|post)-$", re.IGNORECASE)
_ANY_SUCH_DAY = re.compile(r"\b(?:an?|every|each|average|all|any|that)\s+$", re.IGNORECASE)
_PART_OF_NAME = re.compile(r"\s(?:[Ss]chool|[Ii]sland|[Mm]arket|Night\b|Times\b|Club\b)")
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr)\.?\s[A-Z]\w+\s$)|"
    r"(?<![.!?:\n])\s(?!On|Last|Next|Since|By|Until|From|Before|After|This)[A-Z][a-z]+\s$"
)
_EVENT = re.compile(
    r"\s[A-Z][\w'’-]*(?:\s[\w'’-]+){0,5}?\s(?:" + "|".join(_YEARS["events"]) + r")\b"
)
_LOOK_BACK = 24
_FIRST_SURE_YEAR, _LAST_SURE_YEAR = 1700, 2199
_SHORTEST_NOUN = 4
_SHORTEST_FULL_MONTH = len("june")
_VERBS = frozenset(("may", "march", "mar"))
_BEFORE_VERBS = frozenset(("this", "and", "or", "the", "is", "was", "that"))


def is_year(said: Said, context: Context, year: int) -> bool:
    """Say whether a four-digit number is a year: not where it counts a noun or belongs to a name."""
    start, end = said.matched[0].start, said.matched[-1].end
    before = context.text[max(0, start - _LOOK_BACK) : start]
    glued = _GLUED_BEFORE.search(before) and not _DATING_PREFIX.search(before)
    if glued or _GLUED_AFTER.match(context.text, end):
        return False
    found = _LAST_WORD.search(before)
    word = found[1].lower() if found else ""
    if _counts(context.text, end):
        return word in _INTRODUCED_BY
    if word == "the" and context.is_news and _EVENT.match(context.text, end):
        return False
    if word in _BEFORE_A_YEAR:
        return True
    if found and context.is_news and _is_name(found, before):
        return False  # "Vision 2030"
    return _FIRST_SURE_YEAR <= year <= _LAST_SURE_YEAR


def _counts(text: str, end: int) -> bool:
    """Say whether the word behind a number is what it counts: "2000 people"."""
    found = _NEXT_WORD.match(text, end)
    if found is None:
        return False
    noun = found[1]
    is_round = text[end - 2 : end] in ("00", "50")
    is_plural = noun.islower() and noun.endswith("s") and len(noun) >= _SHORTEST_NOUN
    return noun.lower() in _PEOPLE or (is_round and is_plural and noun not in _NOT_COUNTED)


def _is_name(found: re.Match[str], before: str) -> bool:
    """Say whether the word before a year is a name to which it belongs, and not one that opens a sentence."""
    if not found[1][0].isupper() or found[1].lower() in _CALENDAR_WORDS:
        return False
    head = before[: found.start()].rstrip(" ")
    return bool(head) and head[-1] not in '.!?:\n“"‘('


def is_month(said: Said, context: Context) -> bool:
    """Say whether the name of a month means the month, not a person ("April Jones") or a verb ("may")."""
    token = said.matched[0]
    name = context.text[token.start : token.end]
    found = _LAST_WORD.search(context.text, max(0, token.start - _LOOK_BACK), token.start)
    word = found[1] if found else ""
    introduced = word.lower() in _BEFORE_A_MONTH
    if not context.is_news and name.islower():
        return introduced and not (name in _VERBS and word.lower() in _BEFORE_VERBS)
    if context.is_news and not _is_written_out(token.end, name, context):
        return False
    following = _NEXT_WORD.match(context.text, token.end)
    before_name = following is not None and following[1][0].isupper()
    if token.is_a("month"):
        is_name = before_name and word[:1].isupper()
        return introduced or not (is_name or follows_name(token.start, context))
    return introduced and not (before_name and word.lower() in ("and", "the"))


def _is_written_out(end: int, name: str, context: Context) -> bool:
    """Say whether a month is written as it is in print where no day stands beside it: "June", "Nov."."""
    whole = len(name) >= _SHORTEST_FULL_MONTH or name == "May"
    return name[0].isupper() and (whole or context.text[end : end + 1] == ".")


def is_weekday(said: Said, context: Context) -> bool:
    """Say whether a weekday is a certain day: not in "a Sunday", "Thursday Island", "Carnival Monday"."""
    token = said.matched[0]
    name = context.text[token.start : token.end]
    if name[0].islower() or not name.endswith("day"):
        return False
    low = max(0, token.start - _LOOK_BACK)
    return not (
        _ANY_SUCH_DAY.search(context.text, low, token.start)
        or _PART_OF_NAME.match(context.text, token.end)
        or follows_name(token.start, context)
    )


def follows_name(start: int, context: Context) -> bool:
    """Say whether a capitalised word stands before that does not just open a sentence: "Long March 5"."""
    return _NAME_BEFORE.search(context.text, max(0, start - _LOOK_BACK), start) is not None
