"""Whether a figure is worth a line of its own: "two words" and "three people said" are not.

Every figure is recognized, since checks and reports use all of them. What an editor is asked about is
another matter: a small number in words that merely counts something tells a reader nothing out of its
sentence, unless the headline gives it, people were hurt, or a date or a whole belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.patterns import any_of
from articles.engine.recognizers.figures.readings import Kind
from articles.engine.types import Document, Figure

RIGHT: Final = 0.85
"""How many figures have the right value and unit, measured on the own corpus' development part."""

_SMALL: Final = 0.3
_MOST: Final = 10
_VOTES: Final = "votes"
_WORDS: Final = vocabulary("figures")["words"]
_HARM: Final = re.compile(
    rf"\b(?:{any_of([*_WORDS['casualties'], *_WORDS['deaths']])})\b", re.IGNORECASE
)
_OF_WHOLE: Final = re.compile(
    rf"\sof\s(?:(?:the|its|their|his|her|our)\s)?(?:\d|(?:{any_of(list(_WORDS['numbers']))})\b)"
)
_BESIDE: Final = 40
_SENTENCE_ENDS: Final = re.compile(r"[.!?]\s|\n")


class Worth:
    """What the figures of one document are worth."""

    def __init__(self, document: Document) -> None:
        """Keep the text, and where its headline stands."""
        self._text = document.text
        self._headlines = [part for part in document.parts if part.name == "headline"]

    def rated(self, figure: Figure) -> Figure:
        """Return the figure with its score, and the reason where it is a low one."""
        if _is_small_count(figure) and not self._matters(figure):
            reason = "a small number in words; it counts, but tells little out of its sentence"
            return replace(figure, score=_SMALL, reason=reason)
        return replace(figure, score=RIGHT)

    def _matters(self, figure: Figure) -> bool:
        """Say whether a small count is told for its own sake."""
        if figure.as_of or figure.horizon or figure.unit == _VOTES:
            return True
        titled = any(part.start <= figure.start < part.end for part in self._headlines)
        of_whole = _OF_WHOLE.match(self._text, figure.end) is not None
        return titled or of_whole or _is_harm(self._text, figure)


def _is_small_count(figure: Figure) -> bool:
    spelled = not any(sign.isdigit() for sign in figure.text)
    return figure.kind == Kind.COUNT and spelled and figure.value <= _MOST


def _is_harm(text: str, figure: Figure) -> bool:
    """Say whether a word beside it, in its sentence, says that somebody was hurt."""
    before = _SENTENCE_ENDS.split(text[max(0, figure.start - _BESIDE) : figure.start])[-1]
    after = _SENTENCE_ENDS.split(text[figure.end : figure.end + _BESIDE])[0]
    return _HARM.search(f"{before} {after}") is not None
