"""Boundaries that annotators draw differently, drawn alike on both sides before they are compared."""

from __future__ import annotations

import re

from articles.engine.types import Span

_OPENING = "@#$£€("
_CLOSING = ".)!%"
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_LEAD = re.compile(r"(?:the|a|an|mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.)\s+", re.IGNORECASE)
_BEFORE_DATES = re.compile(r"(?:from|between|in|on|during|of)\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|plc|Bros))\.$")


def normalised(text: str, start: int, end: int) -> Span:
    """Return the span without a leading article or Mr, punctuation at its ends and a final 's.

    It is empty where nothing else was in it.
    """
    while start < end and not (text[start].isalnum() or text[start] in _OPENING):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in _CLOSING):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    end = start + possessive.start() if possessive else end
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] == "." and not _ABBREVIATION.search(text[start:end]):
        end -= 1
    return Span(start, end)


def normalised_date(text: str, start: int, end: int) -> Span:
    """Return the span of a date without a preposition before it, either: from 3 to 5 May."""
    span = normalised(text, start, end)
    before = _BEFORE_DATES.match(text, span.start, span.end)
    return normalised(text, before.end(), span.end) if before else span
