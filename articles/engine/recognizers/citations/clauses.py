"""A reporting verb with its subject and its complement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import complements, subjects
from articles.engine.recognizers.citations.complements import Complement, Opening
from articles.engine.recognizers.citations.lexicon import Form, Frame
from articles.engine.types import Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.groups import Group
    from articles.engine.recognizers.citations.nominals import Subject
    from articles.engine.recognizers.citations.reading import Reading

_JOINED = re.compile(r"(?:\b(?:and|but|then|or|while|before|after)|[,—–]|[”\"’'»])\s+$")
_CONJOINED = re.compile(r"\b(?:and|but|then|or)\s+$")
_AFTER_CONTENT = re.compile(r"(?:[,.?!…]?[”»\"’']|[,?!…—–])\s*$")
_AFTER_QUOTE = re.compile(r"[”»\"’'][,.]?\s*$")
_COMMA = re.compile(",")
_SEMICOLON = re.compile(r";\s+(?!(?:and |but |or )?that\b)")
_DETERMINED = re.compile(r"(?:the|an?|one|his|her|its|their)\s", re.IGNORECASE)
_LONGEST = 1200  # No sentence is longer; what is, is no prose.
_TAIL = 30


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting verb with its subject and complement; from `low` on words may be its content."""

    group: Group
    subject: Subject
    complement: Complement
    low: int
    high: int
    inverted: bool = False
    carried: bool = False

    @property
    def start(self) -> int:
        """Return where the clause begins: what was said may stand before."""
        if self.inverted or self.carried:
            return self.group.start
        return min(self.subject.start, self.group.start)

    @property
    def is_relative(self) -> bool:
        """Say whether it stands inside another clause: "Berg, who said so, left"."""
        return self.subject.relative

    @property
    def reports_before(self) -> bool:
        """Say whether nothing but the words before the clause can be what it reports."""
        return self.complement.opening is Opening.NONE


def clause_of(reading: Reading, group: Group, last: Clause | None) -> Clause | None:
    """Return the clause of a verb, None if it reports nothing. `last` is the reporting clause before."""
    if group.passive or group.infinitive or group.unreal:
        return None
    sentence = reading.sentence_at(group.cue.start)
    start, high = _bounds(reading, sentence, group)
    same = last if last is not None and last.group.cue.start >= start else None
    if group.verb.form is Form.GERUND and not group.modal:
        return _participial(reading, group, Span(start, high), same)
    if group.verb.form is Form.PARTICIPLE and not group.modal:
        return None
    return _finite(reading, group, Span(start, high), same)


def _bounds(reading: Reading, sentence: Span, group: Group) -> tuple[int, int]:
    """Return the bounds of the sentence, or of its part between semicolons, and of quotations over them."""
    low, high = (
        max(sentence.start, group.start - _LONGEST),
        min(sentence.end, group.cue.end + _LONGEST),
    )
    start = max(low, reading.opening(sentence))
    for sign in _SEMICOLON.finditer(reading.text, start, high):
        if reading.quoted(sign.start()):
            continue
        if sign.start() > group.cue.start:
            high = sign.start()
            break
        start = sign.end()
    quotes = reading.quotes_in(start, high)
    start = min([start, *(quote.start for quote in quotes[:1])])
    end = max([high, *(quote.end for quote in quotes[-1:])])
    return start, end


def _finite(reading: Reading, group: Group, bounds: Span, last: Clause | None) -> Clause | None:
    tail = reading.text[max(bounds.start, group.start - _TAIL) : group.start]
    opens = not tail.strip()
    may_invert = group.takes(Frame.SAY, Frame.UTTER) and (
        opens or _AFTER_CONTENT.search(tail) is not None
    )
    if may_invert and (opens or _AFTER_QUOTE.search(tail)):
        clause = _inverted(reading, group, bounds, last)
        if clause is not None:
            return clause
    subject = subjects.before(reading, bounds.start, group.start)
    if subject is not None:
        return _clause(reading, group, subject, bounds, last)
    if may_invert and (clause := _inverted(reading, group, bounds, last)):
        return clause
    return _carried(reading, group, bounds, last) if _CONJOINED.search(tail) else None


def _participial(
    reading: Reading, group: Group, bounds: Span, last: Clause | None
) -> Clause | None:
    """Return the clause of a participle: "…, adding that …", "a statement saying …"."""
    tail = reading.text[max(bounds.start, group.start - _TAIL) : group.start]
    if _JOINED.search(tail):
        return _carried(reading, group, bounds, last)
    subject = subjects.before(reading, bounds.start, group.start)
    if subject is None or not subject.firm:
        return None
    if not subject.is_document:
        return _clause(reading, group, subject, bounds, last)
    issuer = last.subject if last else subjects.opening(reading, bounds.start, subject.start)
    return _clause(reading, group, issuer or subject, bounds, last, carried=issuer is not None)


def _carried(reading: Reading, group: Group, bounds: Span, last: Clause | None) -> Clause | None:
    """Return a clause with the subject of the sentence: "…, she said, adding that …"."""
    subject: Subject | None = None
    if last is None or last.is_relative:
        subject = subjects.opening(reading, bounds.start, group.start)
    if subject is None and last is not None:
        subject = last.subject
    if subject is None:
        return None
    return _clause(reading, group, subject, bounds, last, carried=True)


def _inverted(reading: Reading, group: Group, bounds: Span, last: Clause | None) -> Clause | None:
    if group.verb.base == "tell":
        return None
    subject = subjects.after(reading, group.cue.end, bounds.end)
    if subject is None or not (subject.firm or _may_be_anybody(reading, group, subject)):
        return None
    complement = complements.read(reading, group, subject.end, bounds.end)
    low = _low(bounds, last)
    return Clause(group, subject, complement, low, bounds.end, inverted=True)


def _may_be_anybody(reading: Reading, group: Group, subject: Subject) -> bool:
    """Say whether words behind a quotation and a plain verb are the speaker, whatever the noun."""
    words = reading.text[subject.start : subject.end]
    after = _AFTER_QUOTE.search(reading.text, max(0, group.start - _TAIL), group.start)
    return after is not None and group.takes(Frame.SAY) and _DETERMINED.match(words) is not None


def _clause(
    reading: Reading,
    group: Group,
    subject: Subject,
    bounds: Span,
    last: Clause | None,
    *,
    carried: bool = False,
) -> Clause:
    high = _relative_end(reading, group, bounds.end) if subject.relative else bounds.end
    complement = complements.read(reading, group, group.cue.end, high)
    closing = complement.opening is Opening.NONE and last is not None and not last.reports_before
    low = bounds.start if closing and not carried else _low(bounds, last)
    return Clause(group, subject, complement, low, high, carried=carried)


def _relative_end(reading: Reading, group: Group, high: int) -> int:
    """Return where a relative clause ends: at the first comma outside of quotations."""
    for comma in _COMMA.finditer(reading.text, group.cue.end + 1, high):
        if not reading.quoted(comma.start()):
            return comma.start()
    return high


def _low(bounds: Span, last: Clause | None) -> int:
    """Return from where on words are free: behind the reporting clause before, in the same sentence."""
    if last is None or last.is_relative:
        return bounds.start
    return max(bounds.start, last.group.cue.end, last.subject.end if last.inverted else 0)
