"""Which language a text is written in, as far as its beginning tells."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENGLISH: Final = "en"

_SAMPLE: Final = 4_000
_FEWEST_LETTERS: Final = 80
_SURE: Final = 0.9
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS: Final = frozenset(("the", "and", "of", "to", "that", "with", "for", "was", "said"))
_ENGLISH_SHARE: Final = 0.12


def language(text: str) -> str:
    """Return the ISO 639 code of the text's language: "en" too where the text does not tell.

    Short lines, lists of names and tables do not tell, and most of what arrives is English.
    """
    sample = text[:_SAMPLE]
    if sum(sign.isalpha() for sign in sample) < _FEWEST_LETTERS or _is_plainly_english(sample):
        return ENGLISH
    code, chance = _identifier().classify(sample)
    return str(code) if chance >= _SURE or _is_in_another_script(sample) else ENGLISH


def _is_plainly_english(sample: str) -> bool:
    """Say whether English words are so frequent that no model needs to be asked (or loaded)."""
    words = _WORD.findall(sample.lower())
    return sum(word in _ENGLISH_WORDS for word in words) >= _ENGLISH_SHARE * len(words)


def _is_in_another_script(sample: str) -> bool:
    """Say whether most letters are none that English words have."""
    letters = [sign for sign in sample if sign.isalpha()]
    return 2 * sum(sign.isascii() for sign in letters) < len(letters)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
