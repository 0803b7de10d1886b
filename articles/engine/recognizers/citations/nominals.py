"""Who speaks, as the words right beside the verb say it: a name, a pronoun, a noun, "X, who"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon, phrases, sources
from articles.engine.spans import trim
from articles.engine.types import CitedSource, Kind, Medium, SourceType, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

PEOPLE = frozenset({Kind.PERSON, Kind.HANDLE})
_NAMES = sources.SPEAKERS | {Kind.PLACE, Kind.NORP}
_PRONOUN = re.compile(
    r"(?<![\w’'])(?P<word>he|she|they|it|who)(?:[’'](?:s|d|ve|ll|re))?$", re.IGNORECASE
)
_BEHIND = re.compile(r"\s(?:\([^()]{1,40}\)|there|here|alone|abroad)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_RELATIVE = re.compile(r"\b(?P<word>who) $")
_OWNER = re.compile(r"['’]s\s")
_CLAUSE = re.compile(r"\s(?:who|that)\s[^,;:“”\"]{3,80}$")
_OF = re.compile(r"\s(?:of|at|from|with|for)\s")
_OBJECT = re.compile(r"\b(?:of|at|from|for|in|with|to|by|on|near)\s$")
_SOME = lexicon.WORDS["some"]
_NO_END = lexicon.WORDS["determiners"] - _SOME | lexicon.WORDS["links"]
_LONGEST_BRACKET = 45
_LONGEST_PRONOUN = 8
_LONGEST_WHO = 6
_FAR = 20
_LONGEST_CLAUSE = 90


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and the stretch that all words about the speaker take.

    `firm` says that the words are a name, a pronoun or a noun that speaks; `relative`, that they
    stand before "who".
    """

    cited: CitedSource
    start: int
    end: int
    firm: bool = True
    medium: Medium | None = None
    date: str | None = None
    relative: bool = False
    words: str = ""

    @property
    def plural(self) -> bool:
        """Say whether the words can go with a plural verb: "police", "Berg and Quill", "analysts"."""
        words = self.words.lower()
        head = sources.head_of(words)
        return " and " in words or head.endswith("s") or head in lexicon.WORDS["plurals"]

    @property
    def is_document(self) -> bool:
        """Say whether something written speaks."""
        return self.cited.type is SourceType.DOCUMENT or self.medium is not None


def ending(reading: Reading, low: int, end: int) -> Subject | None:
    """Return the subject whose words end at `end`, commas apart; they begin at `low` at the earliest."""
    behind = _BEHIND.search(reading.text, max(low, end - _LONGEST_BRACKET), end)
    end = behind.start() if behind else end
    word = _PRONOUN.search(reading.text, max(low, end - _LONGEST_PRONOUN), end)
    if word is not None and not _OBJECT.search(reading.text, max(low, end - _FAR), word.start()):
        return pronoun(reading, low, Span(*word.span("word")))
    start = phrases.begins(reading, low, end)
    relative = _RELATIVE.search(reading.text, max(low, start - _LONGEST_WHO), start)
    if relative is not None:
        return pronoun(reading, low, Span(relative.start("word"), end))
    named = _named(reading, low, start, end)
    found = named or (described(reading, start, end) if start < end else None)
    if found is not None and found.firm:
        return found
    return _before_relative(reading, low, end) or found


def _before_relative(reading: Reading, low: int, end: int) -> Subject | None:
    """Return whom a relative clause without commas describes: "a team that climbed them found"."""
    clause = _CLAUSE.search(reading.text, max(low, end - _LONGEST_CLAUSE), end)
    if clause is None:
        return None
    start = phrases.begins(reading, low, clause.start())
    found = _named(reading, low, start, clause.start()) or described(reading, start, clause.start())
    return replace(found, end=end) if found is not None and found.firm else None


def pronoun(reading: Reading, low: int, span: Span) -> Subject | None:
    """Return a pronoun as subject; for "who", the one it stands behind."""
    words = reading.text[span.start : span.end]
    if words.lower().startswith("who"):
        end = low + len(reading.text[low : span.start].rstrip(" ,"))
        found = ending(reading, low, end) if end > low else None
        firm = found is not None and found.firm
        return replace(found, end=span.end, relative=True) if found and firm else None
    type_ = SourceType.ORG if words.lower() == "it" else SourceType.PERSON
    return Subject(CitedSource(span.start, span.end, words, type_), span.start, span.end)


def described(reading: Reading, start: int, end: int) -> Subject | None:
    """Return the words as a subject, None where they cannot be one."""
    span = trim(reading.text, Span(start, end))
    words = reading.text[span.start : span.end]
    head = sources.head_of(words)
    if not words or not head or not {head, words.lower()}.isdisjoint(lexicon.NEVER_SUBJECT):
        return None
    if words.split()[-1].lower() in _NO_END or _POSSESSIVE.search(words):
        return None
    source = sources.described(reading, span)
    speaks = head in _SOME or phrases.is_speaker_noun(head)
    if _OWNER.search(words) and not speaks:
        return None
    firm = (speaks and not _is_bare(words, source)) or bool(source.cited.key) or _is_name(words)
    return Subject(source.cited, span.start, span.end, firm, source.medium, source.date)


def _named(reading: Reading, low: int, start: int, end: int) -> Subject | None:
    """Return the name that the words end with, or the person whom they place somewhere."""
    named = reading.mention_ending(end)
    if named is None:
        return None
    person = _of_somewhere(reading, start, named)
    if person is not None:
        return Subject(sources.of_mention(person), start, end)
    whole = Span(min(start, named.start), end)
    if named.kind not in _NAMES or named.start < low or _hangs(reading, whole, named):
        return None
    return Subject(sources.of_mention(named), whole.start, end)


def _of_somewhere(reading: Reading, start: int, named: Mention) -> Mention | None:
    """Return the person in "Secretary Bo Quill of the Power Division"."""
    if named.kind in PEOPLE:
        return None
    people = [one for one in reading.mentions_in(start, named.start) if one.kind in PEOPLE]
    return people[-1] if people and _OF.match(reading.text, people[-1].end) else None


def _hangs(reading: Reading, span: Span, named: Mention) -> bool:
    """Say whether a name only belongs to the noun that speaks: "researchers at MIT"."""
    if sources.is_somebody_of(reading, span, named):
        return True
    before = reading.text[span.start : named.start]
    return named.kind not in PEOPLE and sources.has_preposition(before)


def _is_bare(words: str, source: sources.Source) -> bool:
    """Say whether the words are about a kind of text and no text: "future outlook"."""
    determined = words.split(maxsplit=1)[0].lower() in lexicon.WORDS["determiners"]
    return source.medium is not None and not determined and not words.endswith("s")


def _is_name(words: str) -> bool:
    """Say whether the words are a name that no tagger knows: "Del. Stacey Plaskett"."""
    found = [word for word in words.split() if word.lower() not in lexicon.WORDS["links"] | {"the"}]
    return len(found) > 1 and all(word[:1].isupper() for word in found)
