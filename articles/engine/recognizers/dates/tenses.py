"""Whether a date lies behind or ahead, as the verb beside it says: "met on Friday", "will meet on Friday"."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary

_WORDS = vocabulary("dates")["tenses"]


def _any(words: list[str]) -> str:
    return "|".join(sorted((word.replace(" ", r"\s") for word in words), key=len, reverse=True))


# "Will be sold" and "has been sold" are one verb each: the helper decides, not the participle.
_MARK = re.compile(
    rf"""\b(?:
      (?P<ahead>(?:{_any(_WORDS["helpers_ahead"])})(?:\s(?:not|be|\w+ly|have|been))*\s\w+ | (?:{_any(_WORDS["ahead"])})\b)
    | (?P<behind>(?:{_any(_WORDS["helpers_behind"])})(?:\s(?:not|be|\w+ly|been))*\s\w+ | (?:{_any(_WORDS["behind"])})\b | [a-z]{{3,}}ed\b)
    ) | (?P<end>[.!?;\n](?=\s|$))""",
    re.VERBOSE,
)
_LEADS_ON = re.compile(
    rf"\b(?:{_any(_WORDS['prepositions_ahead'])})\s+(?:the\s+|early\s+|late\s+|mid-)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:at\sleast\s+)?(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_ASKED = re.compile(rf"\b(?:{_any(_WORDS['asking'])})$")
_HELPS = re.compile(rf"(?:{_any(_WORDS['helpers_behind'])})\b")
_WAS = re.compile(r"was|were")
_BEFORE, _AFTER, _PREPOSITION = 100, 80, 16


def direction(text: str, start: int, end: int) -> int:
    """Return 1 where the date is ahead, -1 where it is behind, 0 where nothing tells.

    The last verb before the date tells, else the first one after it, else the preposition.
    """
    last: re.Match[str] | None = None
    for found in _MARK.finditer(text, max(0, start - _BEFORE), start):
        if not _completes(text, last, found):
            last = None if found["end"] else found
    if _UNTIL.search(text, max(0, start - _PREPOSITION), start):
        return -1 if last and _WAS.match(last[0]) else 1
    if last:
        asks = _ASKED.search(last[0]) and _BY.search(text, max(0, start - _PREPOSITION), start)
        return 1 if last["ahead"] or asks else -1
    following = _MARK.search(text, end, end + _AFTER)
    if following and not following["end"]:
        return 1 if following["ahead"] else -1
    return 1 if _LEADS_ON.search(text, max(0, start - _PREPOSITION), start) else 0


def _completes(text: str, last: re.Match[str] | None, found: re.Match[str]) -> bool:
    """Say whether a participle belongs to what is ahead right before it: "will stay shut"."""
    if last is None or not last["ahead"] or not found["behind"]:
        return False
    return text[last.end() : found.start()] == " " and not _HELPS.match(found[0])
