"""What stands behind a reporting verb: a clause, a quotation, a noun, or only when and where it was said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon, phrases, sources
from articles.engine.recognizers.citations.lexicon import Frame
from articles.engine.spans import enclosing, trim
from articles.engine.types import Medium, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.groups import Group
    from articles.engine.recognizers.citations.reading import Reading


class Opening(StrEnum):
    """How a complement begins."""

    NONE = "none"
    THAT = "that"
    TO = "to"
    QUOTE = "quote"
    CLAUSE = "clause"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb is followed by. `aside` says that a comma comes between: "the river, he said, rose"."""

    opening: Opening
    span: Span
    addressee: Span | None = None
    aside: bool = False
    medium: Medium | None = None
    date: str | None = None
    stepped: bool = False


_SUBORDINATOR = re.compile(
    r"\s*,?\s*(?P<word>that|how|whether|why|what|if|where|when|who)(?:\s+|,\s*(?=[“\"‘])|(?<=that),\s+)",
    re.IGNORECASE,
)
_CLAUSAL = frozenset({"that", "how", "whether", "why"})
_TO = re.compile(r"\s+to\s+(?=[a-z])")
_OF = re.compile(r"\s+of\s+")
_RELATIVE = re.compile(r",?\s+(?:who|whose|which|where|when)\b")
_PUNCTUATION = re.compile(r"\s*[,:]?\s*")
_COLON_AT_END = re.compile(r":\s*\n\s*")
_PREPOSITION = re.compile(
    r",?\s+(?:(?:late|early|earlier|again|last|only|just)\s+)*(?:on|in|at|during|via|through|to|after|before|from|outside|by|last|this|earlier|later|of|about)\s+",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\s+(?:\w+ly|later|again|today|yesterday|earlier|recently|afterwards|afterward|once|here|there|then|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?=\s*[,.:;]|\s+(?:that|how|whether|on|in|at|during)\b|\s+[“\"]|\s*$)"
)
_ADDRESSEE = re.compile(r"\s+(?!that\b|how\b|to\b)(?:of\s+|with\s+)?(?=\w)")
_OBJECT_PRONOUN = re.compile(
    r"(?:him|her|them|me|us|you|it|himself|herself|themselves|everyone|everybody|parliament|reporters|lawmakers|investors|viewers|voters)\b"
)
FINITE = re.compile(
    rf"\b(?:{lexicon.any_of(lexicon.WORDS['auxiliary'] | lexicon.WORDS['finite'])}|\w{{2,}}ed)\b|[’'](?:s|re|ll|ve|d|m|t)\b"
)
"""A word that makes a clause of those around it."""

_WORDLESS = re.compile(r"[\W_]*$")
_AFTER = re.compile(r"\b(?:after|before)\b")
_BRACKET = re.compile(r"\s\([^()\n]{1,40}\)")
_THAT_AHEAD = re.compile(r"[^,;:.“”\"]{0,90}?\s(?:that|how|why|whether)\s")
_QUOTE_NEXT = re.compile(r"\s*[,:]\s*[“\"'‘]")
_MAIN = re.compile(r"[^,;:“”\"]{0,160}")
_MOST_ADVERBIALS = 4


def read(reading: Reading, group: Group, start: int, high: int) -> Complement:
    """Read what follows the verb (or an inverted subject) from `start` to the end of its clause."""
    if start > group.cue.end and _RELATIVE.match(reading.text, start, high):
        return Complement(Opening.NONE, Span(start, start))
    return _Reader(reading, group, start, high).read()


class _Reader:
    """Steps over who was told, when and where, and then looks at how the complement begins."""

    def __init__(self, reading: Reading, group: Group, start: int, high: int) -> None:
        self._reading = reading
        self._text = reading.text
        self._group = group
        self._at = start
        self._high = high
        self._addressee: Span | None = None
        self._medium: Medium | None = None
        self._date: str | None = None
        self._stepped = False

    def read(self) -> Complement:
        if self._group.takes(Frame.TELL):
            self._step_over_addressee()
        for _ in range(_MOST_ADVERBIALS):
            if self._begins() or not self._step_over_adverbial():
                break
            self._stepped = True
        return self._complement()

    def _begins(self) -> bool:
        """Say whether the complement begins here beyond doubt."""
        found = _SUBORDINATOR.match(self._text, self._at, self._high)
        if self._quote() is not None or (found is not None and found["word"] in _CLAUSAL):
            return True
        undertaken = self._addressee is not None or self._group.takes(Frame.PROMISE)
        return undertaken and _TO.match(self._text, self._at, self._high) is not None

    def _quote(self) -> Span | None:
        gap = _PUNCTUATION.match(self._text, self._at, self._high)
        at = gap.end() if gap else self._at
        quote = self._reading.quote_at(at)
        return quote if quote is not None and quote.start == at else None

    def _quote_below(self) -> Span | None:
        """Return the quotation at the head of the next paragraph: "She said:", line feed, "“…”"."""
        gap = _COLON_AT_END.match(self._text, self._at)
        quote = self._reading.quote_at(gap.end()) if gap else None
        return quote if quote is not None and gap and quote.start == gap.end() else None

    def _step_over_addressee(self) -> None:
        gap = _ADDRESSEE.match(self._text, self._at, self._high)
        if gap is None:
            return
        pronoun = _OBJECT_PRONOUN.match(self._text, gap.end(), self._high)
        end = pronoun.end() if pronoun else phrases.ends(self._reading, gap.end(), self._high)
        if end <= gap.end():
            return
        told = self._group.verb.base == "tell"
        if told or _follows(self._text, end, self._high):
            self._addressee = Span(gap.end(), end)
            self._at = end

    def _step_over_adverbial(self) -> bool:
        adverb = _ADVERB.match(self._text, self._at, self._high) or _BRACKET.match(
            self._text, self._at, self._high
        )
        if adverb:
            self._at = adverb.end()
            return True
        dated = enclosing(self._reading.dates, self._at + 1)
        if dated is not None and dated.start == self._at + 1 and dated.end < self._high:
            self._take(Span(dated.start, dated.end), dated.end)
            return True
        return self._step_over_phrase()

    def _step_over_phrase(self) -> bool:
        """Step over "on Tuesday", "in a statement", "at a hearing in Oslo"."""
        gap = _PREPOSITION.match(self._text, self._at, self._high)
        if gap is None:
            return False
        dated = enclosing(self._reading.dates, gap.end())
        end = dated.end if dated else phrases.ends(self._reading, gap.end(), self._high)
        if dated is None and (gap[0].startswith(",") or _AFTER.search(gap[0])):
            return False
        if end <= gap.end() or not self._is_afterthought(gap.end(), end):
            return False
        self._take(Span(gap.end(), end), end)
        return True

    def _is_afterthought(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        if self._text[self._at : start].strip(" ,") in {"of", "about"}:
            return _QUOTE_NEXT.match(self._text, end) is not None
        where = sources.medium_of(words) or enclosing(self._reading.dates, start)
        return where is not None or _follows(self._text, end, self._high) or self._that_ahead(end)

    def _that_ahead(self, end: int) -> bool:
        """Say whether nothing but more places and "that" follow: "at a fair in the hills near Oslo that"."""
        ahead = _THAT_AHEAD.match(self._text, end, self._high)
        return ahead is not None and FINITE.search(self._text, end, ahead.end()) is None

    def _take(self, span: Span, end: int) -> None:
        self._medium = self._medium or sources.medium_of(self._text[span.start : span.end])
        self._date = self._date or self._reading.date_in(span)
        self._at = end

    def _complement(self) -> Complement:
        quote = self._quote() or self._quote_below()
        if quote is not None:
            aside = self._text[self._at : self._at + 1] == ","
            return self._found(Opening.QUOTE, self._quoted(quote), aside=aside)
        found = _SUBORDINATOR.match(self._text, self._at, self._high)
        if found and (found["word"].lower() in _CLAUSAL or "," not in found[0]):
            aside = found[0].lstrip().startswith(",")
            start = found.end() if found["word"].lower() == "that" else found.start("word")
            return self._found(Opening.THAT, Span(start, self._high), aside=aside)
        to = _TO.match(self._text, self._at, self._high)
        if to and self._addressee is not None and self._group.verb.base != "tell":
            return self._found(Opening.TO, Span(self._addressee.start, self._high))
        if to:
            return self._found(Opening.TO, Span(to.start() + 1, self._high))
        accused = _OF.match(self._text, self._at, self._high)
        if accused and self._addressee is not None:
            return self._found(Opening.NOUN, Span(accused.end(), self._high))
        return self._rest()

    def _rest(self) -> Complement:
        gap = _PUNCTUATION.match(self._text, self._at, self._high)
        start = gap.end() if gap else self._at
        aside = self._text[self._at : self._at + 1] == ","
        words = self._text[start : self._high]
        if _WORDLESS.match(words) or (self._text[start] in ".;!?)" and not aside):
            return self._found(Opening.NONE, Span(start, start))
        main = _MAIN.match(words)
        clausal = FINITE.search(words, 0, main.end() if main else 0) is not None
        opening = Opening.CLAUSE if clausal else Opening.NOUN
        return self._found(opening, Span(start, self._high), aside=aside)

    def _quoted(self, quote: Span) -> Span:
        """Return the quotation, with the words behind it where it is only the clause's first part."""
        if quote.start >= self._high:
            return quote
        rest = self._text[quote.end : self._high]
        closed = self._text[quote.end - 2] in ",.!?…" or rest.lstrip()[:1] in {"", ".", ";"}
        return quote if closed or quote.end >= self._high else Span(quote.start, self._high)

    def _found(self, opening: Opening, span: Span, *, aside: bool = False) -> Complement:
        whole = trim(self._text, span) if span.start < span.end else span
        words = self._text[whole.start : whole.end].rstrip(". ")
        whole = Span(whole.start, whole.start + len(words))
        return Complement(
            opening, whole, self._addressee, aside, self._medium, self._date, self._stepped
        )


def _follows(text: str, end: int, high: int) -> bool:
    """Say whether a complement, or nothing more, follows at `end`."""
    tail = text[end : end + 40] if end + 40 < high else text[end:high]
    return (
        re.match(r"\s*(?:[,:.;]|$|[“\"])|\s+(?:that|to|how|whether|why|if|of)\s", tail) is not None
    )
