"""A text prepared for finding attributions: its sentences, names, quotations, dates and links."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.spans import enclosing, sentences
from articles.engine.types import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.spans import Ranged
    from articles.engine.types import DateMention, Document, Link, Mention

_CURLY = re.compile(r"[“„«][^“”„«»\n]*[”“»]")
_STRAIGHT = re.compile(r'(?<![\w"])"(?=\S)[^"\n]*(?<=\S)"(?!\w)')
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[A-Z\w])[^‘\n]*?[,.!?][’'](?!\w)")
_RUNS_ON = re.compile(r'(?:^|(?<=[\s(]))(?P<open>[“"])(?=\S)[^“”"\n]*$', re.MULTILINE)
_CLOSES = re.compile(r'[ \t]*\n\s*[“"][^”"\n]*[”"]')
_SAYS_SOMETHING = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the grammar of attributions looks at; every sequence is sorted."""

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    quotes: Sequence[Span]
    dates: Sequence[DateMention]
    links: Sequence[Link]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds the offset, or the line where no sentence does."""
        found = enclosing(self.sentences, offset)
        if found is not None:
            return found
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return Span(start, len(self.text) if end < 0 else end)

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

    def says_something(self, quote: Span) -> bool:
        """Say whether a quotation is more than a word or two in marks (a scare quote, a title)."""
        return len(self.text[quote.start : quote.end].split()) >= _SAYS_SOMETHING


def read(document: Document, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> Reading:
    """Prepare a document for the grammar."""
    return Reading(
        text=document.text,
        sentences=sentences(document.text),
        mentions=sorted(mentions, key=lambda one: one.start),
        quotes=quotations(document.text),
        dates=sorted(dates, key=lambda one: one.start),
        links=document.links,
    )


def quotations(text: str) -> list[Span]:
    """Return the stretches in quotation marks, marks included.

    A quotation whose paragraph ends without a closing mark, where the next opens with one, goes on.
    """
    found = [Span(*match.span()) for match in (*_CURLY.finditer(text), *_STRAIGHT.finditer(text))]
    found += [Span(*match.span()) for match in _SINGLE.finditer(text)]
    found += _over_paragraphs(text)
    chosen: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return chosen


def _over_paragraphs(text: str) -> list[Span]:
    found: list[Span] = []
    for opening in _RUNS_ON.finditer(text):
        end = opening.end()
        closing = _CLOSES.match(text, end)
        if closing:
            found.append(Span(opening.start("open"), closing.end()))
        elif _continues(text, end):
            found.append(Span(opening.start("open"), end))
    return found


def _continues(text: str, end: int) -> bool:
    return re.match(r'[ \t]*\n\s*[“"]', text[end : end + 8]) is not None
