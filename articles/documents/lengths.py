"""How long an article is, in words and in minutes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.documents.material import Material

WORDS_A_MINUTE = 230


def reading_minutes(material: Material) -> int:
    """Return how long the words take to read, in whole minutes, at least one."""
    words = body_words(material) + len(material.revision.summary.split())
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def body_words(material: Material) -> int:
    """Return how many words the body has."""
    start, end = material.part("body")
    return len(material.revision.text[start:end].split())
