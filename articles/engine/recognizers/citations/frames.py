"""Whether a verb reports here: its frames, its subject and what follows it must fit together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon
from articles.engine.recognizers.citations.complements import Opening
from articles.engine.recognizers.citations.lexicon import Form, Frame
from articles.engine.types import SourceType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.clauses import Clause
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Span

_LABELLED = re.compile(
    r"\s+(?:it|him|her|them|himself|herself|itself|themselves|this|that)\s+(?:a|an|the|as|“|\"|‘|\w+\s*[.,])"
    r"|\s+[^,;:“”\"\n]{2,90}?\s+(?:as\s|a\s(?!\w+ (?:of|to|for)\b)|an\s|(?=[“\"‘]|''))|\s+(?=[“\"‘]|'')"
)
_AS = re.compile(r"\s+[^;\n]{1,140}?\bas\b")
_TO = re.compile(r"\s+[^;:.\n]{1,90}?\bto\b")
_BY = re.compile(r"\s+(?:\w+\s+){0,3}by\b")
_PREPOSITION = re.compile(
    r"\s*(?:of|by|in|on|at|for|with|from|as|to|into|about|against|over|under)\b"
)
_UNNAMED = re.compile(r"\s+(?:not\s+to\s+be|for anonymity|to remain anonymous)\b")
_OBJECT = re.compile(
    r"\s+(?:it|them|this|that|him|her|a|an|about|of|his|its|their|[\w’'-]+\s+(?:in|on|for|about|to|of|by|at|from)\b)"
)
_PREDICATE = re.compile(rf"\s+{lexicon.any_of(lexicon.WORDS['auxiliary'])}\b")
_SAYS_LITTLE = re.compile(r"(?:nothing|little|so|as much|no more|yes|no|the same|something|much)\b")
_AT = re.compile(r"\s[^,;:.\n]{2,80}?\sat\s")
_BODIES = frozenset({SourceType.ORG, SourceType.VAGUE})
_SOMEBODY = frozenset({SourceType.PERSON, SourceType.ORG, SourceType.HANDLE, SourceType.VAGUE})
_PLURAL_PRONOUNS = frozenset({"they", "we", "you", "i"})
_HABITS = lexicon.HABITS
_QUOTING = (Frame.SAY, Frame.UTTER, Frame.THINK, Frame.TELL, Frame.JUDGE, Frame.SHOW)
_FRAMES = {
    Opening.QUOTE: (Frame.SAY, Frame.UTTER, Frame.THINK, Frame.TELL, Frame.JUDGE),
    Opening.THAT: (Frame.SAY, Frame.UTTER, Frame.THINK, Frame.TELL),
}
_LABEL_WINDOW = 160
_FEWEST_WORDS = 4


def is_label(reading: Reading, clause: Clause) -> bool:
    """Say whether the verb gives a name here: "called it “a farce”", "described X as Y"."""
    group = clause.group
    if not group.takes(Frame.LABEL):
        return False
    window = (group.cue.end, min(clause.high, group.cue.end + _LABEL_WINDOW))
    if group.verb.base in _HABITS["needs_as"]:
        return _AS.match(reading.text, *window) is not None
    if group.verb.base in _HABITS["needs_to"]:
        return _TO.match(reading.text, *window) is not None
    if group.verb.base in _HABITS["declares"] and clause.complement.opening is Opening.THAT:
        return False
    return _LABELLED.match(reading.text, *window) is not None


def fits(reading: Reading, clause: Clause, content: Sequence[Span]) -> bool:
    """Say whether the clause attributes its content to its subject."""
    before = content[0].start < clause.group.start
    quoted = before and reading.is_quoted(content[:1])
    if not (_agrees(reading, clause) or (quoted and clause.group.verb.form is not Form.BASE)):
        return False
    if is_label(reading, clause):
        return clause.subject.firm
    if _denies(clause) or _UNNAMED.match(reading.text, clause.group.cue.end):
        return False
    if quoted:
        return clause.group.takes(*_QUOTING)
    if before or clause.complement.opening is Opening.NONE:
        return _reports_before(reading, clause)
    return _reports_behind(reading, clause)


def _denies(clause: Clause) -> bool:
    """Say whether the verb is denied and so reports nothing; "does not believe that" does."""
    clausal = clause.complement.opening in {Opening.THAT, Opening.CLAUSE}
    return clause.group.negated and not (clausal and clause.group.takes(Frame.THINK))


def _is_long(reading: Reading, clause: Clause) -> bool:
    """Say whether what follows "say" is more than a word or two, and so a clause."""
    span = clause.complement.span
    words = reading.text[span.start : span.end].split()
    if clause.group.verb.base != "say" or len(words) < _FEWEST_WORDS:
        return False
    return _SAYS_LITTLE.match(reading.text, span.start) is None


def _agrees(reading: Reading, clause: Clause) -> bool:
    """Say whether subject and verb agree: "the claims" and "police claim" are told apart."""
    form = clause.group.verb.form
    if clause.group.modal or form not in {Form.BASE, Form.PRESENT}:
        return True
    if _PREDICATE.match(reading.text, clause.group.cue.end):
        return False
    if not clause.subject.firm:
        return _say_many(clause)
    words = clause.subject.cited.text.lower()
    if form is Form.PRESENT:
        people = clause.subject.cited.key.startswith("norp:")
        many = clause.subject.plural and not clause.subject.cited.key
        return words not in _PLURAL_PRONOUNS and not many and not people
    joined = " and " in clause.subject.words
    if joined and clause.complement.opening is Opening.NOUN:
        return False
    return words in _PLURAL_PRONOUNS or clause.subject.plural


def _say_many(clause: Clause) -> bool:
    """Say whether many of a kind say something: "small factories say they will pay twice"."""
    plain = clause.group.verb.base in _HABITS["plain"] and clause.group.verb.form is Form.BASE
    reports = clause.complement.opening in {Opening.THAT, Opening.CLAUSE}
    return plain and reports and clause.subject.plural


def _reports_before(reading: Reading, clause: Clause) -> bool:
    group = clause.group
    posted = group.verb.base != "say" and _BY.match(reading.text, group.cue.end)
    if group.negated or posted:
        return False
    if clause.subject.is_document:
        return group.takes(Frame.SHOW)
    known = clause.subject.firm or group.verb.base in _HABITS["plain"]
    return known and group.takes(Frame.SAY, Frame.THINK)


def _reports_behind(reading: Reading, clause: Clause) -> bool:
    subject, opening = clause.subject, clause.complement.opening
    if subject.is_document and subject.cited.type is not SourceType.PERSON:
        return _shows(reading, clause)
    if not subject.firm and clause.group.verb.base not in _HABITS["plain"]:
        return False
    if opening in _FRAMES:
        return clause.group.takes(*_FRAMES[opening])
    if opening is Opening.TO:
        return _undertakes(clause)
    clausal = opening is Opening.CLAUSE or _is_long(reading, clause)
    return (_clauses if clausal else _nouns)(reading, clause)


def _shows(reading: Reading, clause: Clause) -> bool:
    if not clause.group.takes(Frame.SHOW):
        return False
    opening = clause.complement.opening
    if opening in {Opening.CLAUSE, Opening.NOUN}:
        return _PREPOSITION.match(reading.text, clause.group.cue.end) is None
    return opening is not Opening.TO


def _undertakes(clause: Clause) -> bool:
    beseeches = (
        clause.complement.addressee is not None and clause.group.verb.base in _HABITS["beseech"]
    )
    return beseeches or clause.group.takes(Frame.PROMISE)


def _clauses(reading: Reading, clause: Clause) -> bool:
    base, at = clause.group.verb.base, clause.group.cue.end
    if _PREPOSITION.match(reading.text, at) and clause.complement.span.start <= at + 1:
        return base == "say"
    if base == "write" and _OBJECT.match(reading.text, at):
        return False
    if clause.group.takes(Frame.SAY) and base not in _HABITS["no_clause"]:
        return clause.complement.addressee is not None or base != "tell"
    return base in _HABITS["bare_clause"] or _nouns(reading, clause)


def _nouns(reading: Reading, clause: Clause) -> bool:
    group = clause.group
    if not group.takes(Frame.JUDGE) or group.verb.base in _HABITS["no_noun"]:
        return False
    if _PREPOSITION.match(reading.text, group.cue.end):
        return False
    if group.verb.base in _HABITS["needs_at"] and not _AT.match(reading.text, group.cue.end):
        return False
    if group.verb.base in _HABITS["of_bodies"]:
        return clause.subject.cited.type in _BODIES or clause.subject.plural
    return clause.subject.firm and clause.subject.cited.type in _SOMEBODY
