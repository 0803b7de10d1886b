"""What a clause attributes: the words before its subject, those behind the verb, or both."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import frames, lexicon
from articles.engine.recognizers.citations.complements import FINITE, Complement, Opening
from articles.engine.recognizers.citations.lexicon import Frame
from articles.engine.spans import trim
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.clauses import Clause
    from articles.engine.recognizers.citations.reading import Reading

_SEPARATES = re.compile(r"(?:,|[—–]|-|[?!…]|[.,?!…]?[”»\"’'])$")
_JOINT = re.compile(
    r"\s*(?:[,;:—–-]+\s*)?(?:(?:and|but|while|whereas|although|though|yet|so|or)\s+)?"
)
_INTRODUCES = re.compile(
    rf"(?:{lexicon.any_of(lexicon.WORDS['introduces'] | lexicon.WORDS['leads'])}|\w+ing)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    rf"(?:\w+ing|{lexicon.any_of(lexicon.WORDS['leaves'])}|(?:and|but) (?:\w+ )?\w+ed)\b"
)
_JOINS = re.compile(rf"{lexicon.any_of(lexicon.WORDS['goes_on'])}\b")
_PREDICATE = re.compile(rf"(?:{lexicon.any_of(lexicon.WORDS['auxiliary'])}|never)\b")
_INCOMPLETE = re.compile(rf"\b{lexicon.any_of(lexicon.WORDS['incomplete'])}$")
_DANGLES = re.compile(rf"\b{lexicon.any_of(lexicon.WORDS['dangling'])}$")
_SUBORDINATE = re.compile(
    r"(?:even )?(?:if|although|though|unless|because|while|when|once|until)\b", re.IGNORECASE
)
_CLAUSE_BREAK = re.compile(r"[:;]\s+|,\s+(?:and|but|yet|while)\s+")
_FEWEST_WORDS = 2
_HALF = 0.5


def contents(reading: Reading, clause: Clause, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is attributed; behind the verb it ends where one of the ranges taken begins."""
    if frames.is_label(reading, clause):
        return _named(reading, clause, taken)
    left = None if clause.carried else before(reading, clause.low, clause.start)
    right = _cut(reading, clause.complement, taken)
    if left is None:
        return (right,) if right else ()
    if right is None:
        return (left,) if _may_stand(reading, left) else ()
    if _ends_in_quote(reading, left):
        return _resumed(reading, left, right, clause.complement)
    if clause.complement.aside and clause.complement.opening is not Opening.QUOTE:
        return around(reading, left, right)
    return (left,) if _is_whole(reading, clause, left) else (right,)


def _named(reading: Reading, clause: Clause, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return all that follows a verb that gives a name: "called [the plan “a farce”]"."""
    whole = trim(reading.text, Span(clause.group.cue.end, clause.high))
    complement = replace(clause.complement, opening=Opening.NOUN, span=whole)
    right = _cut(reading, complement, taken)
    if right is None:
        return ()
    quotes = reading.quotes_in(right.start, right.end)
    if quotes and quotes[-1].end < right.end and reading.text[quotes[-1].end - 2] in ",.":
        return (Span(right.start, quotes[-1].end),)
    words = reading.text[right.start : right.end].rstrip(". ")
    return (Span(right.start, right.start + len(words)),)


def before(reading: Reading, low: int, end: int) -> Span | None:
    """Return the words that a comma or closing mark sets off before `end`."""
    words = reading.text[low:end].rstrip()
    if not _SEPARATES.search(words[-3:]):
        return None
    joint = _JOINT.match(reading.text, low, end)
    start = joint.end() if joint else low
    body = words[: len(words) - (1 if words[-1] in ",—–-" else 0)].rstrip()
    span = trim(reading.text, Span(start, max(start, low + len(body))))
    few = len(reading.text[span.start : span.end].split()) < _FEWEST_WORDS
    if span.start >= span.end or (few and not reading.quotes_in(span.start, span.end)):
        return None
    return _from_quote(reading, span)


def _from_quote(reading: Reading, span: Span) -> Span:
    """Begin with the quotation where the words end in one that only an introduction precedes."""
    quotes = reading.quotes_in(span.start, span.end)
    if not quotes or quotes[-1].end < span.end - 1:
        return span
    quote = quotes[-1]
    lead = reading.text[span.start : quote.start].rstrip()
    introduced = lead.endswith(",") and _INTRODUCES.match(lead) is not None
    if lead.endswith(":") or (introduced and len(quotes) == 1):
        return Span(quote.start, span.end)
    return span


def _may_stand(reading: Reading, left: Span) -> bool:
    """Say whether words with nothing behind the verb are the content: most are, "In May, he said." is not."""
    words = reading.text[left.start : left.end]
    return not _INTRODUCES.match(words) or len(words.split()) > 2 * _FEWEST_WORDS


def _is_whole(reading: Reading, clause: Clause, left: Span) -> bool:
    """Say whether the words before are a clause and those behind only tell when and where it was said."""
    if clause.complement.opening in {Opening.THAT, Opening.QUOTE, Opening.TO}:
        return False
    if not clause.group.takes(Frame.SAY) or not clause.complement.stepped:
        return False
    introduced = _INTRODUCES.match(reading.text, left.start, left.end) is not None
    return not introduced and FINITE.search(reading.text, left.start, left.end) is not None


def _ends_in_quote(reading: Reading, left: Span) -> bool:
    quotes = reading.quotes_in(left.start, left.end)
    if not quotes or quotes[-1].end < left.end - 1 or reading.is_title(quotes[-1]):
        return False
    introduced = _INTRODUCES.match(reading.text, left.start, left.end) is not None
    return not introduced or quotes[-1].start == left.start


def _resumed(reading: Reading, left: Span, right: Span, complement: Complement) -> tuple[Span, ...]:
    """Return a quotation with its second half: "“It rose,” she said, “and fell.”"."""
    goes_on = complement.opening is Opening.QUOTE or (
        complement.aside
        and reading.is_quoted((right,), share=_HALF)
        and not _LEAVES.match(reading.text, right.start)
    )
    return (left, right) if goes_on else (left,)


def around(reading: Reading, left: Span, right: Span) -> tuple[Span, ...]:
    """Return a statement that an aside may interrupt: "The river, she said, rose"."""
    text = reading.text
    if _LEAVES.match(text, right.start, right.end):
        return (left,) if _may_stand(reading, left) else ()
    if _PREDICATE.match(text, right.start, right.end):
        left = _last_clause(reading, left)
        return (right,) if _DANGLES.search(text, left.start, left.end) else (left, right)
    if _DANGLES.search(text, left.start, left.end):
        return (right,)
    if _SUBORDINATE.match(text, left.start, left.end):
        return (left, right)
    if _is_complete(reading, left):
        return (left, right) if _JOINS.match(text, right.start) else (left,)
    few = len(text[left.start : left.end].split()) < 3 * _FEWEST_WORDS
    introduced = few and _INTRODUCES.match(text, left.start, left.end)
    return (right,) if introduced else (left, right)


def _is_complete(reading: Reading, left: Span) -> bool:
    """Say whether the words have a predicate and do not break off."""
    breaks_off = _INCOMPLETE.search(reading.text, left.start, left.end) is not None
    return not breaks_off and FINITE.search(reading.text, left.start, left.end) is not None


def _last_clause(reading: Reading, left: Span) -> Span:
    """Return the words since the last colon or ", and": the subject of what follows the aside."""
    ends = [sign.end() for sign in _CLAUSE_BREAK.finditer(reading.text, left.start, left.end)]
    return Span(ends[-1], left.end) if ends else left


def _cut(reading: Reading, complement: Complement, taken: Sequence[Span]) -> Span | None:
    """Return the complement up to the next attribution that a preposition or bracket shows."""
    span = complement.span
    if complement.opening is Opening.NONE or span.start >= span.end:
        return None
    at = bisect_right(taken, span.start, key=lambda unit: unit.start)
    end = min([span.end, *(unit.start for unit in taken[at : at + 1])])
    words = reading.text[span.start : end].rstrip(" ,;([—–-")
    return Span(span.start, span.start + len(words)) if words else None
