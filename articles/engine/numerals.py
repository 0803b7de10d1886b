"""Numbers written in words: "twenty-five", "two thousand and fifteen", "nineteen hundred", "thirty-first".

A reader is given the words of a text in lower case, hyphens as words of their own, and the index where
a number may begin. It reads at most LONGEST words, so that reading a whole text takes linear time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.data import vocabulary

CARDINALS: dict[str, int] = vocabulary("figures")["words"]["numbers"]
ORDINALS = {word: number for number, word in enumerate(vocabulary("numerals")["units"], 1)} | {
    word: 10 * number for number, word in enumerate(vocabulary("numerals")["tens"], 2)
}
_SHORTEST_SCALE = len("lakh")
SCALES: dict[str, int] = {
    word: size
    for word, size in vocabulary("figures")["scales"].items()
    if len(word) >= _SHORTEST_SCALE
}
LONGEST = 16
"""How many words, hyphens among them, one number may have."""

_HUNDRED = 100
_TEN = 10
_TWENTY = 20


@dataclass(frozen=True, slots=True)
class Numeral:
    """A whole number read from words; `end` is the index of the first word after it."""

    value: int
    end: int
    is_ordinal: bool = False


def read_numeral(words: Sequence[str], start: int) -> Numeral | None:
    """Return the longest whole number that begins at `start`, or None.

    Numbers that stand side by side stay apart: "six forty-three" is six, and so is "six, seven".
    """
    reader = _Reader()
    at = start
    while at < min(len(words), start + LONGEST):
        skipped = 1 if words[at] in ("-", "and") else 0
        word = words[at + skipped] if at + skipped < len(words) else ""
        if skipped and not reader.may_join(words[at], word):
            break
        if word in ORDINALS and reader.fits(ORDINALS[word]):
            return Numeral(reader.value + ORDINALS[word], at + skipped + 1, is_ordinal=True)
        if not reader.take(word):
            break
        at += skipped + 1
    return Numeral(reader.value, at) if reader.last else None


class _Reader:
    """The number so far: what larger scales have closed, and the group below them."""

    def __init__(self) -> None:
        self.closed = 0
        self.group = 0
        self.last = ""

    @property
    def value(self) -> int:
        return self.closed + self.group

    def may_join(self, joint: str, word: str) -> bool:
        """Say whether a hyphen or "and" may stand between the last word and `word`."""
        if joint == "and":
            return self.last in SCALES and (word in CARDINALS or word in ORDINALS)
        return bool(self.last) and (word in SCALES or CARDINALS.get(self.last, 0) >= _TWENTY)

    def fits(self, number: int) -> bool:
        """Say whether a number below a hundred, or an ordinal, may follow what has been read."""
        if not self.last or self.last in SCALES:
            return number < (SCALES[self.last] if self.last else number + 1)
        return CARDINALS.get(self.last, 0) >= _TWENTY and 0 < number < _TEN

    def take(self, word: str) -> bool:
        """Add a word to the number; False if it does not continue it."""
        if word in CARDINALS and self.fits(CARDINALS[word]):
            self.group += CARDINALS[word]
        elif word in SCALES and self.last and (SCALES[word] > _HUNDRED or self.group < _HUNDRED):
            self._scale(SCALES[word])
        else:
            return False
        self.last = word
        return True

    def _scale(self, scale: int) -> None:
        """Multiply the group; a larger scale after a smaller multiplies all ("two lakh crore")."""
        if scale == _HUNDRED:
            self.group *= scale
            return
        if self.group:
            self.closed, self.group = self.closed + self.group * scale, 0
        else:
            self.closed *= scale
