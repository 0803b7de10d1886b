"""The subject of a reporting verb: a name, a pronoun or a noun that can speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import sources
from articles.engine.spans import enclosing, trim
from articles.engine.types import CitedSource, Kind, SourceType, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

_WORDS = vocabulary("citations")
_SUBJECTS = _WORDS["subjects"]
_NOUNS = sorted(
    {noun for table in ("person", "organization", "vague") for noun in _SUBJECTS[table]}
    | {word for words in _WORDS["media"].values() for word in words},
    key=len,
    reverse=True,
)
_NOUN = "(?:" + "|".join(re.escape(noun) + "s?" for noun in _NOUNS) + ")"
_DETERMINER = r"(?:the|a|an|his|her|its|their|our|my|one|another|some|several|many|most|two|three|other|senior|this|that|these|those|new|recent)"
_NOMINAL = re.compile(
    rf"(?:\b{_DETERMINER}\s+(?:[\w'’-]+\s+){{0,4}}?|\b(?:[A-Z][\w'’-]*\s+){{0,3}}|^\s*(?:[\w'’-]+\s+){{0,2}}|,\s+(?:[\w'’-]+\s+)?)"
    rf"{_NOUN}(?P<tail>\s+(?:at|of|from|for|in|with|on|by|close to|familiar with|who)\s+[^,;:“”\"]{{2,70}})?$",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(rf"(?:{_DETERMINER}\s+)?(?:[\w'’-]+\s+){{0,3}}?{_NOUN}\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\s*(?:[,.;:—–(]|$|\n|-\s)|\s+(?:who|of|in|on|at|to|from|during|after|as|last|this|when|while|and)\b"
)
_PRONOUN = re.compile(r"\b(?P<word>he|she|they|it|we|i|who)$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s+(?:has|have|had|also|later|then|previously|recently|earlier|repeatedly|once|further|today|yesterday|on|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|himself|herself|itself|themselves|would|did|reportedly|publicly|"
    r"often|again|still|simply|just|even|now|never|always|immediately|quickly|subsequently|correctly|rightly|first|long|"
    r"[a-z]+ly))*\s*$"
)
_BRACKET = re.compile(r"\s\([^()]{1,40}\)$")
_POST_MODIFIER = re.compile(r"\s(?:of|from|at|in|with|for)\s[^,;:“”\"]{2,60}$")
_TITLE_BETWEEN = re.compile(
    r"\s+(?:(?:the|a|an|chief|senior|deputy|former|vice|executive|managing|[A-Z][\w-]*|[a-z]+)\s+){0,5}$"
)
_JOINT = re.compile(r"[\s,]*(?:and|or|but)\s+")
_JOINS = re.compile(
    r"\b(?:and|or|but|to|that|which|than|as)\s*$|^\s*,?\s*which\b|\b(?:said|told|accused|that)\b"
)
_FIRST_PERSON = frozenset({"we", "i"})
_PEOPLE = frozenset({Kind.PERSON, Kind.HANDLE})
_PLACE_SPEAKS = frozenset({Kind.PLACE, Kind.NORP})
_FAR = 700
_LONGEST_NAME = 150
_MOST_COMMAS = 4


def before(reading: Reading, start: int, end: int) -> CitedSource | None:
    """Return the subject that ends where the verb begins, not before `start`."""
    text = reading.text
    end = _skip(reading, start, end)
    named = _named_at(reading, start, end)
    if named is not None:
        return named
    pronoun = _PRONOUN.search(text, max(start, end - 6), end)
    if pronoun is not None:
        return _pronoun(reading, Span(*pronoun.span("word")))
    return _unnamed(reading, start, end)


def after(reading: Reading, start: int, end: int) -> CitedSource | None:
    """Return the subject that follows an inverted verb: "said X", "said the minister"."""
    text = reading.text
    while start < end and text[start] == " ":
        start += 1
    for one in reading.mentions_in(start, end):
        if one.kind in sources.SPEAKERS and (
            one.start == start or _only_title(text[start : one.start], one)
        ):
            return sources.of_mention(one) if _CLOSES.match(text, one.end) else None
    phrase = _NOUN_PHRASE.match(text, start, end)
    if phrase is None or not _CLOSES.match(text, phrase.end()):
        return None
    return _described(reading, Span(*phrase.span()))


def _skip(reading: Reading, start: int, end: int) -> int:
    """Step back from the verb over adverbs, auxiliaries and an apposition between commas."""
    text = reading.text
    between = _BETWEEN.search(text, max(start, end - 60), end)
    end = between.start() if between else end
    if text[end - 1 : end] == ",":
        end = _before_apposition(reading, start, end)
    bracket = _BRACKET.search(text, max(start, end - 45), end)
    return bracket.start() if bracket else end


def _before_apposition(reading: Reading, start: int, end: int) -> int:
    """Return the end of the name that an apposition closed by a comma at `end` belongs to."""
    comma = end - 1
    for _ in range(_MOST_COMMAS):
        comma = reading.text.rfind(", ", start, comma)
        if comma < 0:
            break
        at = enclosing(reading.mentions, comma - 1)
        if at is not None and at.end == comma and at.kind in sources.SPEAKERS:
            return comma
    return end


def _named_at(reading: Reading, start: int, end: int) -> CitedSource | None:
    for one in reversed(reading.mentions_in(max(start, end - _LONGEST_NAME), end)):
        if one.end == end and one.kind in sources.SPEAKERS | _PLACE_SPEAKS:
            return _with_head(reading, start, one)
        if one.end < end:
            break
    return None


def _with_head(reading: Reading, start: int, mention: Mention) -> CitedSource | None:
    """Return the mention as source, or the noun before it: "researchers at MIT said" is not MIT."""
    phrase = _NOMINAL.search(reading.text, max(start, mention.start - 80), mention.end)
    if phrase and phrase["tail"] and mention.kind not in _PEOPLE:
        return _described(reading, Span(*phrase.span()))
    return sources.of_mention(mention)


def _pronoun(reading: Reading, span: Span) -> CitedSource | None:
    word = reading.text[span.start : span.end].lower()
    if word in _FIRST_PERSON:
        return None
    kinds = frozenset({Kind.ORG}) if word == "it" else frozenset({Kind.PERSON})
    meant = reading.before(span.start, kinds, since=max(0, span.start - _FAR))
    if meant is None and word in {"it", "who"}:
        return None
    if word == "who" and meant is not None:
        return sources.of_mention(meant)
    type_ = SourceType.ORG if word == "it" else SourceType.PERSON
    key = meant.key if meant is not None and word != "they" else ""
    return CitedSource(span.start, span.end, reading.text[span.start : span.end], type_, key)


def _unnamed(reading: Reading, start: int, end: int) -> CitedSource | None:
    phrase = _NOMINAL.search(reading.text, max(start, end - 110), end)
    return _described(reading, Span(*phrase.span())) if phrase else None


def _described(reading: Reading, span: Span) -> CitedSource | None:
    lead = _JOINT.match(reading.text, span.start, span.end)
    span = Span(lead.end() if lead else span.start, span.end)
    words = reading.text[span.start : span.end]
    if _JOINS.search(words):
        return None
    span = trim(reading.text, Span(span.start + len(words) - len(words.lstrip(" ,")), span.end))
    return sources.described(reading, span).cited if span.start < span.end else None


def _only_title(words: str, mention: Mention) -> bool:
    """Say whether only a title stands between the verb and the name: "said Finance Minister X"."""
    return (
        mention.kind is Kind.PERSON
        and len(words.split()) <= len(["senior", "vice", "president", "of", "research"])
        and not any(sign in words for sign in ',;:.“”"')
    )
