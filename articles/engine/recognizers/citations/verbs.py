"""Attributions by verb: "X said that …", "“…,” said X", "the survey found …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import sources, subjects
from articles.engine.spans import merge, overlaps, trim
from articles.engine.types import Citation, CitationKind, Cue, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import CitedSource

_VERBS = vocabulary("citations")["verbs"]
_SAY = frozenset(_VERBS["say"])
_THINK = frozenset(_VERBS["think"])
_JUDGE = frozenset(_VERBS["judge"])
_SHOW = frozenset(_VERBS["show"])
_ANY_VERB = re.compile(
    r"\b(?:" + "|".join(sorted(_SAY | _THINK | _JUDGE | _SHOW | frozenset(_VERBS["carry_on"]), key=len, reverse=True)) + r")\b"
)
_CARRY_ON = frozenset(_VERBS["carry_on"])
_JOINED = re.compile(r",?\s*(?P<word>,|\band|\bbut|\bwhile)\s+(?:also\s+|then\s+|later\s+|has\s+|had\s+)*$")
_COMPLEMENT = re.compile(r"\s*:?\s*(?:[“\"‘]|that\b|to\b|how\b|whether\b|why\b)")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|as|to|not yet|the|a|an|of|any|no)\s+$")
_AFTERWARDS = re.compile(
    r"\s*(?:,?\s*(?:on|in|at|during|to|via|after|before|late|early|last|this|earlier|later|yesterday|today|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday)\b[^,;:“\"]{0,90})?[,.]?\s*$"
)
_ADDRESSEE = re.compile(r"\s+(?!that\b)[^,;:“”\"\n]{2,60}?(?=\s+(?:that|how|why|whether)\b|\s*[,:]?\s*[“\"]|,)")
_WHERE = re.compile(r"\b(?:in|on|at|during|via)\s+(?:a|an|the|his|her|its|their|X|[A-Z])[^,;:“”\"]{0,80}")
_LEAD_IN = re.compile(r"^\s*(?:that|how|whether|why|:)\s*|^\s*[,:]\s*")
_ENDS_CONTENT = re.compile(r"(?:[,?!—–-]|[,.?!]?[”\"’'])\s*$")
_ENDS_QUOTE = re.compile(r"[”\"’'][,.]?\s*$")
_INTRODUCES = re.compile(
    r"^(?:in|on|at|after|before|during|earlier|later|last|this|speaking|asked|meanwhile|however|but|and|for|with|by|when|while|as|since|"
    r"separately|yesterday|today|according|instead|still|also|moreover|nevertheless|nonetheless|although)\b",
    re.IGNORECASE,
)
_INVERTED_VERBS = _SAY - {"told", "tells", "tell"}
_SHORTEST_CONTENT = 2
_LONGEST_LEAD = 10
_MOSTLY = 0.5
_SCORES = {"quotation": 0.9, "clause": 0.8, "noun": 0.6}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A reporting verb with its subject: what stands before and behind both."""

    verb: Span
    source: CitedSource
    left: Span
    right: Span


def recognize(reading: Reading, taken: Sequence[Span]) -> list[Citation]:
    """Return the attributions that a verb shows, outside quotations and outside the ranges taken."""
    found: list[Citation] = []
    for match in _ANY_VERB.finditer(reading.text):
        verb = Span(*match.span())
        if reading.quoted(verb.start) or any(overlaps(verb, span) for span in taken):
            continue
        clause = _carried_on(reading, verb, found) or _clause(reading, verb)
        citation = _citation(reading, clause, taken) if clause else None
        if citation is not None:
            found[-1:] = [_cut(reading, one, citation) for one in found[-1:]]
            found.append(citation)
    return found


def _carried_on(reading: Reading, verb: Span, found: Sequence[Citation]) -> _Clause | None:
    """Return a clause with the last speaker: "…, she said, adding that …", "… and warned that …"."""
    sentence = reading.sentence_at(verb.start)
    last = found[-1] if found else None
    if last is None or last.source is None or last.end <= sentence.start:
        return None
    word = reading.text[verb.start : verb.end]
    joined = _JOINED.search(reading.text, max(last.cue.end, verb.start - 30), verb.start)
    if not joined or (word not in _CARRY_ON and joined["word"] == ","):
        return None
    if _COMPLEMENT.match(reading.text, verb.end, sentence.end) is None:
        return None
    return _Clause(verb, last.source, Span(joined.start(), joined.start()), Span(verb.end, sentence.end))


def _cut(reading: Reading, one: Citation, other: Citation) -> Citation:
    """End the content of a citation where the next verb of the same speaker takes over."""
    if one.source != other.source:
        return one
    joined = _JOINED.search(reading.text, max(one.cue.end, other.cue.start - 30), other.cue.start)
    end = joined.start() if joined else other.cue.start
    content = tuple(Span(part.start, min(part.end, end)) if part.end > other.cue.start else part for part in one.content)
    return replace(one, content=tuple(part for part in content if part.start < part.end))


def _clause(reading: Reading, verb: Span) -> _Clause | None:
    sentence = reading.sentence_at(verb.start)
    start = _start(reading, sentence)
    word = reading.text[verb.start : verb.end]
    left = reading.text[start : verb.start]
    after_quote = _ENDS_QUOTE.search(left) is not None
    inverted = word in _INVERTED_VERBS and _ENDS_CONTENT.search(left) is not None
    if inverted and after_quote and (clause := _inverted(reading, verb, start, sentence.end)):
        return clause
    if _PASSIVE.search(left):
        return None
    subject = subjects.before(reading, start, verb.start)
    if word in _CARRY_ON:
        return None
    if subject is not None and _fits(reading, subject, verb, sentence.end):
        return _Clause(verb, subject, Span(start, subject.start), Span(verb.end, sentence.end))
    return _inverted(reading, verb, start, sentence.end) if inverted and subject is None else None


def _inverted(reading: Reading, verb: Span, start: int, end: int) -> _Clause | None:
    subject = subjects.after(reading, verb.end, end)
    if subject is None:
        return None
    return _Clause(verb, subject, Span(start, verb.start), Span(subject.end, end))


def _start(reading: Reading, sentence: Span) -> int:
    """Return the start of the sentence, or of the quotation that began before it."""
    return min([sentence.start, *(quote.start for quote in reading.quotes_in(sentence.start, sentence.end))])


def _fits(reading: Reading, subject: CitedSource, verb: Span, end: int) -> bool:
    """Say whether this verb reports here: what follows it, and who is the subject, decide."""
    word = reading.text[verb.start : verb.end]
    complement = _COMPLEMENT.match(reading.text, verb.end, end) is not None
    if subject.type is SourceType.DOCUMENT or sources.medium_of(subject.text):
        return word in _SHOW
    if word in _SAY:
        return complement or reading.text[verb.end : verb.end + 3] != " of"
    if word in _JUDGE:
        return subject.type in {SourceType.PERSON, SourceType.ORG, SourceType.HANDLE}
    return complement and word in _THINK


def _citation(reading: Reading, clause: _Clause, taken: Sequence[Span]) -> Citation | None:
    content = tuple(_contents(reading, clause, taken))
    if not content:
        return None
    sentence = reading.sentence_at(clause.verb.start)
    whole = merge([sentence, *content])
    kind = CitationKind.QUOTATION if _is_quoted(reading, content) else CitationKind.PARAPHRASE
    medium, date = _medium(reading, clause, sentence)
    if clause.source.type is SourceType.DOCUMENT and kind is CitationKind.PARAPHRASE:
        kind = CitationKind.REFERENCE
    cue = reading.text[clause.verb.start : clause.verb.end]
    return Citation(
        min(sentence.start, whole[0].start),
        max(sentence.end, whole[-1].end),
        kind,
        Cue(clause.verb.start, clause.verb.end, cue),
        clause.source,
        content,
        medium=medium,
        date=date,
        score=_score(reading, clause, kind),
        method="verb",
        reason=f"“{cue}” with its subject “{clause.source.text}”",
    )


def _contents(reading: Reading, clause: _Clause, taken: Sequence[Span]) -> Iterator[Span]:
    left = _left(reading, clause.left)
    right = _right(reading, clause)
    right = _before_units(reading, right, taken) if right else None
    if left is not None and (right is None or _wins(reading, left, clause)):
        yield left
        if right is not None and _goes_on(reading, right):
            yield right
    elif right is not None:
        yield right


def _wins(reading: Reading, left: Span, clause: _Clause) -> bool:
    """Say whether the words before the speaker are the content though words follow, too."""
    if _ENDS_QUOTE.search(reading.text[clause.left.start : clause.left.end]):
        return True
    return reading.text[clause.right.start : clause.right.start + 1] == "," and left.end > left.start


def _before_units(reading: Reading, span: Span, taken: Sequence[Span]) -> Span | None:
    """Cut the content where another attribution or a bracket with a source begins."""
    end = min([span.end, *(unit.start for unit in taken if span.start < unit.start < span.end)])
    words = reading.text[span.start : end].rstrip(" ,;([—–-")
    return Span(span.start, span.start + len(words)) if words else None


def _left(reading: Reading, span: Span) -> Span | None:
    """Return the content before the subject: "…, X said" and "“…” X said"."""
    words = reading.text[span.start : span.end]
    if not _ENDS_CONTENT.search(words):
        return None
    quotes = reading.quotes_in(span.start, span.end)
    if _INTRODUCES.match(words) and not (quotes and quotes[-1].end >= span.start + len(words.rstrip()) - 1):
        return None
    body = trim(reading.text, span)
    end = span.start + len(words.rstrip(" ,—–-"))
    if len(words.split()) < _SHORTEST_CONTENT and not quotes:
        return None
    return Span(body.start, end) if body.start < end else None


def _right(reading: Reading, clause: _Clause) -> Span | None:
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
    return Span(span.start, span.start + len(words)) if len(words.split()) >= _SHORTEST_CONTENT else None


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


def _is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    total = sum(span.end - span.start for span in content)
    inside = sum(
        min(span.end, quote.end) - max(span.start, quote.start)
        for span in content
        for quote in reading.quotes_in(span.start, span.end)
    )
    return inside >= _MOSTLY * total


def _medium(reading: Reading, clause: _Clause, sentence: Span) -> tuple[Medium | None, str | None]:
    """Return what is cited and its date: from the subject, or from "in a statement on Friday"."""
    own = sources.medium_of(clause.source.text)
    if own is not None:
        date = next((one.iso for one in reading.dates if overlaps(one, clause.source)), None)
        return own, date
    verb = reading.text[clause.verb.start : clause.verb.end]
    if verb in {"tweeted", "tweets", "posted", "blogged"}:
        return Medium.POST, None
    for match in _WHERE.finditer(reading.text, sentence.start, sentence.end):
        if reading.quoted(match.start()):
            continue
        medium = sources.medium_of(match[0])
        if medium in {Medium.POST, Medium.INTERVIEW, Medium.STATEMENT, Medium.SPEECH, Medium.LETTER, Medium.ARTICLE, Medium.FILING}:
            date = next((one.iso for one in reading.dates if overlaps(one, Span(*match.span()))), None)
            return medium, date
    return None, None


def _score(reading: Reading, clause: _Clause, kind: CitationKind) -> float:
    if kind is CitationKind.QUOTATION:
        return _SCORES["quotation"]
    clausal = _COMPLEMENT.match(reading.text, clause.verb.end) or clause.left.end > clause.left.start
    return _SCORES["clause" if clausal else "noun"]
