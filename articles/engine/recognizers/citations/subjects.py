"""The subject of a reporting verb: before it or behind it, with what commas and dashes set beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon, phrases, sources
from articles.engine.recognizers.citations.nominals import (
    PEOPLE,
    Subject,
    described,
    ending,
    pronoun,
)
from articles.engine.types import Kind, SourceType, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

_OPENING_PRONOUN = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)
_CLOSES = re.compile(
    rf"\s*(?:[,.;:—–(“\"]|$|\n|-\s)|\s+{lexicon.any_of(lexicon.WORDS['closes'])}\b", re.IGNORECASE
)
_LEAD = re.compile(rf"(?:{lexicon.any_of(lexicon.WORDS['leads'])}\b,?\s+)*", re.IGNORECASE)
_INTRODUCES = re.compile(rf"{lexicon.any_of(lexicon.WORDS['introduces'])}\b", re.IGNORECASE)
_OBJECT = re.compile(r"(?:^|[\s(])(?:of|from|at|in|with|for|by|to|on)\s+(?:the\s+)?$")
_DASH = re.compile(r"(?:[—–―]|--)\s*$")
_COMMA = re.compile(r",\s+")
_MOST_COMMAS = 6
_LONGEST_TITLE = 6
_LONGEST_PREPOSITION = 12
_FAR = 260


def before(reading: Reading, low: int, end: int) -> Subject | None:
    """Return the subject whose words end at `end`, where the verb begins, and not before `low`."""
    while end > low and reading.text[end - 1].isspace():
        end -= 1
    found = _beside(reading, low, end)
    return replace(found, words=reading.text[found.start : found.end]) if found else None


def after(reading: Reading, start: int, high: int) -> Subject | None:
    """Return the subject that follows an inverted verb: "said X", "said the minister, Y"."""
    while start < high and reading.text[start].isspace():
        start += 1
    end = phrases.ends(reading, start, high)
    if start == end or not _CLOSES.match(reading.text, end):
        return None
    inside = next((one for one in reading.mentions_in(start, end) if one.kind in PEOPLE), None)
    if inside is not None and not sources.is_somebody_of(reading, Span(start, end), inside):
        return Subject(sources.of_mention(inside), start, end)
    beside = named_next(reading, end, high)
    if beside is not None:
        return Subject(sources.of_mention(beside), start, beside.end)
    return described(reading, start, end)


def opening(reading: Reading, low: int, high: int) -> Subject | None:
    """Return the subject that a sentence begins with, behind what introduces it."""
    lead = _LEAD.match(reading.text, low, high)
    low = lead.end() if lead else low
    if _INTRODUCES.match(reading.text, low, high):
        comma = reading.text.find(", ", low, min(high, low + _FAR))
        if comma < 0:
            return None
        low = comma + len(", ")
    word = _OPENING_PRONOUN.match(reading.text, low, high)
    if word is not None:
        return pronoun(reading, low, Span(*word.span()))
    end = phrases.ends(reading, low, high)
    found = ending(reading, low, end) if low < end else None
    opens = found is not None and found.start <= low + len("the ")
    return found if found is not None and found.firm and opens else None


def named_next(reading: Reading, end: int, high: int) -> Mention | None:
    """Return the name behind a comma: "said the minister, Bo Quill"."""
    comma = _COMMA.match(reading.text, end, high)
    if comma is None:
        return None
    close = phrases.ends(reading, comma.end(), high)
    named = [one for one in reading.mentions_in(comma.end(), close) if one.kind is Kind.PERSON]
    return named[-1] if named else None


def _beside(reading: Reading, low: int, end: int) -> Subject | None:
    if end > low and reading.text[end - 1] == ",":
        return _apposed(reading, low, end - 1)
    dash = _DASH.search(reading.text, max(low, end - 3), end)
    return _dashed(reading, low, dash) if dash else ending(reading, low, end)


def _dashed(reading: Reading, low: int, dash: re.Match[str]) -> Subject | None:
    """Return the subject that words between dashes belong to: "Berg — a pilot — said"."""
    at = reading.text.rfind(dash[0].strip(), max(low, dash.start() - _FAR), dash.start())
    found = before(reading, low, at) if at > low else None
    return replace(found, end=dash.start()) if found is not None and found.firm else None


def _apposed(reading: Reading, low: int, close: int) -> Subject | None:
    """Return the subject that an apposition closed by a comma belongs to: "Berg, a pilot, said"."""
    comma, place = close, None
    for _ in range(_MOST_COMMAS):
        comma = reading.text.rfind(",", max(low, close - _FAR), comma)
        if comma < 0 or reading.quoted(comma):
            break
        found = ending(reading, low, comma)
        if found is None or not found.firm or _is_object(reading, low, found):
            continue
        if _is_place(reading, found, comma):
            place = place or replace(found, end=close)
            continue
        named = _named_between(reading, found, comma, close) or _named_before(reading, low, found)
        if named is not None:
            return Subject(sources.of_mention(named), min(found.start, named.start), close)
        return replace(found, end=close)
    return place


def _is_place(reading: Reading, found: Subject, comma: int) -> bool:
    """Say whether the words before a comma are a place; it speaks if nobody else is there."""
    mention = reading.mention_ending(comma)
    return mention is not None and mention.kind is Kind.PLACE and found.cited.start == mention.start


def _is_object(reading: Reading, low: int, found: Subject) -> bool:
    """Say whether a preposition stands before the words: "Berg, of the Lake Authority, said"."""
    low = max(low, found.start - _LONGEST_PREPOSITION)
    return _OBJECT.search(reading.text, low, found.start) is not None


def _named_before(reading: Reading, low: int, found: Subject) -> Mention | None:
    """Return the person whose description the words are: "Berg, a pilot, once of Oslo, said"."""
    if not phrases.is_speaker_noun(sources.head_of(found.cited.text)):
        return None
    before = reading.text[max(low, found.start - 2) : found.start]
    named = reading.mention_ending(found.start - 2) if before == ", " else None
    return named if named is not None and named.kind is Kind.PERSON else None


def _named_between(reading: Reading, found: Subject, comma: int, close: int) -> Mention | None:
    """Return whose name stands in the apposition of a noun: "its owner, the Canadian Ana Berg, said"."""
    head = sources.head_of(found.cited.text)
    if found.cited.key and not phrases.is_speaker_noun(head):
        return None
    kinds = PEOPLE if found.cited.type is SourceType.PERSON else sources.SPEAKERS
    for one in reading.mentions_in(comma, min(close, comma + _FAR)):
        lead = reading.text[comma + 1 : one.start]
        if len(lead.split()) > _LONGEST_TITLE or sources.has_preposition(f"{lead} "):
            break
        if one.kind in kinds:
            return one
    return None
