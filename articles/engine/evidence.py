"""What a judgement rests on: the words that were judged, and the sentence around them."""

from __future__ import annotations

import hashlib

from articles.engine.names import fold
from articles.engine.spans import enclosing, sentences


class Evidence:
    """The sentences of one text, split once."""

    def __init__(self, text: str) -> None:
        """Split `text` into sentences."""
        self._text = text
        self._sentences = sentences(text)

    def hash_at(self, start: int, end: int) -> str:
        """Return the SHA-256 of the sentence that holds `start`, white space folded.

        Outside any sentence it is the hash of `start`..`end` itself.
        """
        sentence = enclosing(self._sentences, start)
        words = self._text[sentence.start : sentence.end] if sentence else self._text[start:end]
        return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def quote_key(quote: str) -> str:
    """Return what the spellings of a quote share: folded, white space joined, 300 code points."""
    return " ".join(fold(quote).split())[:300]
