"""A text prepared for finding attributions: its sentences, names, quotations, dates and links."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.boundaries import headlines
from articles.engine.recognizers.citations.quotations import quotations
from articles.engine.spans import enclosing, sentences
from articles.engine.types import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.spans import Ranged
    from articles.engine.types import DateMention, Document, Link, Mention

_DATELINE = re.compile(
    r"(?:(?:[A-Z][\w’'. /]+(?:\([A-Z][\w ]+\)\s*)?,[^—–:;.\n]{0,30}|[A-Z][A-Z’'. /-]{2,30}(?:,[^—–:;\n]{0,30})?)(?:\([\w ]{1,20}\)\s*)?\s*(?:[—–―]|--?\s)\s*"
    r"|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*[—–:-]\s*|[QA][:.]\s+)"
)
_LONGER_WORD = re.compile(r"[^\W\d_]{3,}")
_SAYS_SOMETHING = 4
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Reading:
    """What the grammar of attributions looks at; every sequence is sorted."""

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    quotes: Sequence[Span]
    dates: Sequence[DateMention]
    links: Sequence[Link]
    titles: Sequence[Span] = ()

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds the offset, or the line where no sentence does."""
        found = enclosing(self.sentences, offset)
        if found is not None:
            return found
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return Span(start, len(self.text) if end < 0 else end)

    def sentence_number(self, offset: int) -> int:
        """Return the number of the last sentence that begins at or before the offset."""
        return bisect_right(self.sentences, offset, key=lambda one: one.start) - 1

    def opening(self, sentence: Span) -> int:
        """Return where the words of a sentence begin, behind a dateline, a time or "Q:"."""
        lead = _DATELINE.match(self.text, sentence.start, min(sentence.end, sentence.start + 80))
        return lead.end() if lead else sentence.start

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that lie within the range."""
        at = bisect_left(self.mentions, start, key=lambda one: one.start)
        found: list[Mention] = []
        while at < len(self.mentions) and self.mentions[at].start < end:
            if self.mentions[at].end <= end:
                found.append(self.mentions[at])
            at += 1
        return found

    def before(self, offset: int, kinds: frozenset[Kind], *, since: int = 0) -> Mention | None:
        """Return the last mention of one of the kinds that ends before the offset, outside quotations."""
        at = bisect_left(self.mentions, offset, key=lambda one: one.start) - 1
        while at >= 0 and self.mentions[at].start >= since:
            one = self.mentions[at]
            if one.kind in kinds and one.end <= offset and not self.quoted(one.start):
                return one
            at -= 1
        return None

    def quoted(self, offset: int) -> bool:
        """Say whether the offset lies inside quotation marks."""
        return enclosing(self.quotes, offset) is not None

    def quote_at(self, offset: int) -> Span | None:
        """Return the quotation that holds the offset, its opening mark included."""
        return enclosing(self.quotes, offset)

    def quotes_in(self, start: int, end: int) -> list[Span]:
        """Return the quotations that share a code point with the range."""
        at = bisect_right(self.quotes, start, key=lambda quote: quote.end)
        found: list[Span] = []
        while at < len(self.quotes) and self.quotes[at].start < end:
            found.append(self.quotes[at])
            at += 1
        return found

    def date_in(self, span: Ranged) -> str | None:
        """Return the first date that the range touches, as partial ISO 8601."""
        at = bisect_right(self.dates, span.start, key=lambda date: date.end)
        if at < len(self.dates) and self.dates[at].start < span.end:
            return self.dates[at].iso
        return None

    def mention_ending(self, end: int) -> Mention | None:
        """Return the mention that ends exactly here."""
        one = enclosing(self.mentions, end - 1)
        return one if one is not None and one.end == end else None

    def is_quoted(self, spans: Sequence[Span], *, share: float = _MOSTLY) -> bool:
        """Say whether the words of the spans stand in quotation marks, all but a few."""
        total = sum(span.end - span.start for span in spans)
        inside = sum(
            min(span.end, quote.end) - max(span.start, quote.start)
            for span in spans
            for quote in self.quotes_in(span.start, span.end)
            if not self.is_title(quote)
        )
        return bool(total) and inside >= share * total

    def in_titles(self, offset: int) -> bool:
        """Say whether the offset is in a line in title case, where capitals tell nothing."""
        return enclosing(self.titles, offset) is not None

    def mention_before(self, offset: int) -> Mention | None:
        """Return the last mention that begins before the offset."""
        at = bisect_left(self.mentions, offset, key=lambda one: one.start) - 1
        return self.mentions[at] if at >= 0 else None

    def says_something(self, quote: Span) -> bool:
        """Say whether a quotation is more than a word or two in marks (a scare quote, a title)."""
        words = self.text[quote.start : quote.end].split()
        return len(words) >= _SAYS_SOMETHING and not self.is_title(quote)

    def is_title(self, quote: Span) -> bool:
        """Say whether the words in marks are capitalised as titles of books and films are."""
        if self.in_titles(quote.start):
            return False
        words = _LONGER_WORD.findall(self.text[quote.start : quote.end])
        capital = sum(1 for word in words if word[0].isupper() and word[1:].islower())
        return len(words) > 1 and capital > _MOSTLY * len(words)


def read(document: Document, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> Reading:
    """Prepare a document for the grammar."""
    return Reading(
        text=document.text,
        sentences=sentences(document.text),
        mentions=sorted(mentions, key=lambda one: one.start),
        quotes=quotations(document.text),
        dates=sorted(dates, key=lambda one: one.start),
        links=sorted(document.links, key=lambda link: link.start),
        titles=headlines(document.text),
    )
