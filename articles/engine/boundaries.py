"""Where a name begins and ends, and what cannot be one.

Taggers run names of a list together, keep the titles, verbs and prepositions beside them and read
lines in title case as names throughout. These rules cut what print never makes part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.engine.data import vocabulary
from articles.engine.names import fold, is_given_name
from articles.engine.spans import block_spans, enclosing, sentences
from articles.engine.types import Kind, Span

_WORDS = vocabulary("never_names")
_NEVER_TABLES = ("technical", "roles", "page_furniture", "calendar", "common")
NEVER = frozenset(word for table in _NEVER_TABLES for word in _WORDS[table])
"""What never is a name by itself, folded."""

EDGES = frozenset(_WORDS["edges"])
"""What never is a name's first or last word, folded."""

_AUXILIARIES = frozenset(_WORDS["auxiliaries"])
_MONTHS = frozenset(_WORDS["calendar"])
_LEGAL = "|".join(vocabulary("names")["legal_suffixes"])
_LIST = re.compile(
    rf"\s*,\s+(?:(?:and|or)\s+)?(?!(?:{_LEGAL})\b)|\s+(?:and|or)\s+|(?<=\w{{3}})/(?=\w{{3}})",
    re.IGNORECASE,
)
_IN_A_LIST = re.compile(rf",\s+(?!(?:{_LEGAL})\b)|(?<=\w{{3}})/(?=\w{{3}})", re.IGNORECASE)
_OUTSIDE = re.compile(r"\s+(?:at|as|by|from|in|on|to|via|with|versus|vs)\s")
_OUTSIDE_A_PERSON = re.compile(r"\s+(?:at|as|by|for|from|in|of|on|to|via|with)\s")
_OF_A_DATE = re.compile(
    r"\b(?:in|since|by|until|of|from|last|this|early|late|mid)[ -]$|\d\s$", re.IGNORECASE
)
_QUESTION = re.compile(r"[^.!?\n]{0,300}\?")
_LOWER = re.compile(r"(?<![@\w/.])[a-z]{3,}\b")
_WORD = re.compile(r"[\w’'&.-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_WHOLE_NAME = re.compile(
    r"(?:(?:^|[\s.])[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|[A-Z]\.[A-Z]))\.$"
)
_TITLED_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_FEWEST_WORDS = 4
_TITLE_CASE_SHARE = 0.6
_COULD_BE_TITLES = frozenset({Kind.WORK, Kind.LAW, Kind.EVENT})


class Boundaries:
    """The boundaries of names in one text."""

    def __init__(self, text: str) -> None:
        """Note where sentences open and which words the text writes in lower case."""
        self._text = text
        self._openings = frozenset(sentence.start for sentence in sentences(text))
        self._lower = frozenset(_LOWER.findall(text))

    def names(self, span: Span, kind: Kind) -> Iterator[Span]:
        """Yield the names in a stretch that a tagger takes for one; usually it is one."""
        end = self._text.find("\n", span.start, span.end)
        line = Span(span.start, span.end if end < 0 else end)
        for piece in self._pieces(line) if kind not in _COULD_BE_TITLES else [line]:
            name = self._trimmed(self._before_preposition(piece, kind))
            if name.start < name.end:
                yield name

    def _pieces(self, span: Span) -> Iterator[Span]:
        """Split "Oracle, Salesforce and Hugging Face", but not "Health and Sport"."""
        if _IN_A_LIST.search(self._text, span.start, span.end):
            at = span.start
            for comma in _LIST.finditer(self._text, span.start, span.end):
                yield Span(at, comma.start())
                at = comma.end()
            yield Span(at, span.end)
        else:
            yield span

    def _before_preposition(self, span: Span, kind: Kind) -> Span:
        pattern = _OUTSIDE_A_PERSON if kind is Kind.PERSON else _OUTSIDE
        found = None
        if kind not in _COULD_BE_TITLES:
            found = pattern.search(self._text, span.start, span.end)
        return Span(span.start, found.start()) if found else span

    def _trimmed(self, span: Span) -> Span:
        """Cut punctuation, possessives and words that no name begins or ends with."""
        start, end = span.start, span.end
        before = None
        while start < end and before != (start, end):
            before = (start, end)
            start, end = self._bare(start, end)
            start, end = self._without_edges(start, end)
        return Span(start, max(start, end))

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        text = self._text
        while start < end and not (text[start].isalnum() or text[start] in "@#"):
            start += 1
        while start < end and not (text[end - 1].isalnum() or _WHOLE_NAME.search(text[start:end])):
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        return start, start + possessive.start() if possessive else end

    def _without_edges(self, start: int, end: int) -> tuple[int, int]:
        words = list(_WORD.finditer(self._text, start, end))
        if len(words) > 1 and self._opens_only(words[0]):
            return words[1].start(), end
        if len(words) > 1 and fold(words[-1][0]) in EDGES:
            return start, words[-2].end()
        return start, end

    def _opens_only(self, word: re.Match[str]) -> bool:
        """Say whether the first word belongs to the sentence and not to the name."""
        folded = fold(word[0])
        if folded in EDGES:
            return True
        if word[0] in _AUXILIARIES and _QUESTION.match(self._text, word.end()):
            return True
        if folded in _MONTHS:
            before = self._text[max(0, word.start() - 8) : word.start()]
            return _OF_A_DATE.search(before) is not None
        opens = word.start() in self._openings and folded in self._lower
        return opens and not is_given_name(word[0])


def is_name(text: str) -> bool:
    """Say whether a stretch can be a name at all: a capital, a letter, not on the never list."""
    if "@" in text or "://" in text:
        return False
    folded = fold(text).strip(" .,'’\"-")
    has_capital = any(sign.isupper() for sign in text) or not text.isascii()
    return has_capital and folded not in NEVER and any(sign.isalpha() for sign in text)


def headlines(text: str) -> list[Span]:
    """Return the lines in title case, where capitals tell nothing; none if there is no other prose."""
    blocks = block_spans(text)
    found = [block for block in blocks if _is_title_case(text[block.start : block.end])]
    titled = sum(block.end - block.start for block in found)
    written = sum(block.end - block.start for block in blocks)
    return found if written > 2 * titled else []


def in_headline(lines: list[Span], start: int) -> bool:
    """Say whether a place is in one of the title-case lines."""
    return enclosing(lines, start) is not None


def _is_title_case(line: str) -> bool:
    words = _TITLED_WORD.findall(line)
    if len(words) < _FEWEST_WORDS or line.endswith((".", "!”", ".”")):
        return False
    return sum(1 for word in words if word[0].isupper()) >= _TITLE_CASE_SHARE * len(words)
