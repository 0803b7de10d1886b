"""What a reporting verb reports: the words before its subject, behind the verb, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.spans import trim
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import CitedSource

ENDS_CONTENT = re.compile(r"(?:[,?!—–-]|[,.?!]?[”\"’'])\s*$")
ENDS_QUOTE = re.compile(r"[”\"’'][,.]?\s*$")
_AFTERWARDS = re.compile(
    r"\s*(?:,?\s*(?:on|in|at|during|to|via|after|before|late|early|last|this|earlier|later|yesterday|today|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday)\b(?:(?!\bthat\b)[^,;:“\"]){0,90})?[,.]?\s*$"
)
_ADDRESSEE = re.compile(
    r"\s+(?!that\b)[^,;:“”\"\n]{2,60}?(?=\s+(?:that|how|why|whether)\b|\s*[,:]?\s*[“\"]|,)"
)
_LEAD_IN = re.compile(
    r"\s*(?:,?\s*(?:on|in|at|to|during|last|this|late|early|earlier|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)\b[^.;:“”\"]{0,60}?\s)?(?:that|how|whether|why)\s+|\s*[,:]\s*"
)
_INTRODUCES = re.compile(
    r"^(?:in|on|at|after|before|during|earlier|later|last|this|speaking|asked|meanwhile|however|but|and|for|with|by|when|while|as|since|"
    r"separately|yesterday|today|according|instead|still|also|moreover|nevertheless|nonetheless|although)\b",
    re.IGNORECASE,
)
_SHORTEST_CONTENT = 2
_LONGEST_LEAD = 10


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting verb with its subject: what stands before and behind both."""

    verb: Span
    source: CitedSource
    left: Span
    right: Span


def contents(reading: Reading, clause: Clause, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield what is attributed; it ends where one of the ranges taken begins."""
    left = _left(reading, clause.left)
    right = _right(reading, clause)
    right = _before_units(reading, right, taken) if right else None
    if left is not None and (right is None or _wins(reading, left, clause)):
        yield left
        if right is not None and _goes_on(reading, right):
            yield right
    elif right is not None:
        yield right


def _wins(reading: Reading, left: Span, clause: Clause) -> bool:
    """Say whether the words before the speaker are the content though words follow, too."""
    if ENDS_QUOTE.search(reading.text[clause.left.start : clause.left.end]):
        return True
    return (
        reading.text[clause.right.start : clause.right.start + 1] == "," and left.end > left.start
    )


def _before_units(reading: Reading, span: Span, taken: Sequence[Span]) -> Span | None:
    """Cut the content where another attribution or a bracket with a source begins."""
    end = min([span.end, *(unit.start for unit in taken if span.start < unit.start < span.end)])
    words = reading.text[span.start : end].rstrip(" ,;([—–-")
    return Span(span.start, span.start + len(words)) if words else None


def _left(reading: Reading, span: Span) -> Span | None:
    """Return the content before the subject: "…, X said" and "“…” X said"."""
    words = reading.text[span.start : span.end]
    if not ENDS_CONTENT.search(words):
        return None
    quotes = reading.quotes_in(span.start, span.end)
    if _INTRODUCES.match(words) and not (
        quotes and quotes[-1].end >= span.start + len(words.rstrip()) - 1
    ):
        return None
    body = trim(reading.text, span)
    end = span.start + len(words.rstrip(" ,—–-"))
    if len(words.split()) < _SHORTEST_CONTENT and not quotes:
        return None
    return Span(body.start, end) if body.start < end else None


def _right(reading: Reading, clause: Clause) -> Span | None:
    start, end = clause.right.start, clause.right.end
    if reading.text[clause.verb.start : clause.verb.end] in {"told", "tells", "tell"}:
        addressee = _ADDRESSEE.match(reading.text, start, end)
        start = addressee.end() if addressee else start
    if _AFTERWARDS.match(reading.text, start, end) and not reading.quotes_in(start, end):
        return None
    quote = _opening_quote(reading, start, end)
    if quote is not None:
        return quote
    lead = _LEAD_IN.match(reading.text, start, end)
    span = trim(reading.text, Span(lead.end() if lead else start, end))
    words = reading.text[span.start : span.end].rstrip(". ")
    return (
        Span(span.start, span.start + len(words))
        if len(words.split()) >= _SHORTEST_CONTENT
        else None
    )


def _opening_quote(reading: Reading, start: int, end: int) -> Span | None:
    """Return the quotation that all of the complement is: "X said in a note: “…”"."""
    quote = next((one for one in reading.quotes_in(start, end) if one.start >= start), None)
    if quote is None or not reading.says_something(quote):
        return None
    between = reading.text[start : quote.start].rstrip()
    if len(between.split()) > _LONGEST_LEAD or not (between.endswith((":", ",")) or not between):
        return None
    rest = reading.text[quote.end : end].strip(" .,")
    return quote if not rest or reading.text[quote.end - 2] in ",.!?" else None


def _goes_on(reading: Reading, right: Span) -> bool:
    """Say whether the content behind the speaker belongs to that before: a quotation resumed."""
    return any(quote.start == right.start for quote in reading.quotes_in(right.start, right.end))
