"""How sure an attribution is, by what shows it.

The figures are shares of right ones (content and source) among annotated news, rounded towards the
worse of the project's own corpus, where names are certain, and PolNeAR, which annotates more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articles.engine.recognizers.citations.complements import Opening
from articles.engine.recognizers.citations.lexicon import Frame
from articles.engine.types import CitationKind, SourceType

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.clauses import Clause

BY_METHOD: Final = {
    "preposition": 0.85,
    "colon": 0.85,
    "transcript": 0.8,
    "dash": 0.85,
    "same speaker": 0.5,
    "noun": 0.6,
}
"""The scores of attributions that no verb shows."""

HEARSAY: Final = 0.4
"""The most that a statement reported within another statement gets."""

_QUOTED_BEFORE: Final = 0.96
_QUOTED: Final = 0.92
_BEFORE: Final = 0.82
_SAID: Final = 0.9
_BY_OPENING: Final = {
    Opening.THAT: 0.87,
    Opening.QUOTE: 0.85,
    Opening.CLAUSE: 0.75,
    Opening.NOUN: 0.6,
    Opening.TO: 0.4,
    Opening.NONE: 0.7,
}
_AMBIGUOUS: Final = 0.55
_RELATIVE: Final = 0.4
_DOUBTS: Final = ((SourceType.VAGUE, 0.85), (SourceType.DOCUMENT, 0.85))


def of_verb(clause: Clause, kind: CitationKind, *, before: bool) -> float:
    """Return the score of a verb's attribution; `before` says that the content stands before it."""
    if clause.subject.relative:
        return _RELATIVE
    if kind is CitationKind.QUOTATION:
        return _QUOTED_BEFORE if before else _QUOTED
    score = _BEFORE if before else _of_complement(clause)
    for type_, share in _DOUBTS:
        if clause.subject.cited.type is type_:
            score *= share
    return round(score * (0.85 if clause.carried else 1.0), 2)


def _of_complement(clause: Clause) -> float:
    opening, group = clause.complement.opening, clause.group
    if opening is Opening.CLAUSE and group.verb.base == "say":
        return _SAID
    if opening is Opening.CLAUSE and group.takes(Frame.JUDGE):
        return _AMBIGUOUS
    if opening is Opening.NOUN and group.takes(Frame.LABEL):
        return _BY_OPENING[Opening.CLAUSE]
    return _BY_OPENING[opening]
