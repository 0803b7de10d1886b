"""Whether the engine's time stays linear in the length of texts that mean it harm."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.engine.checks import check
from articles.engine.extraction import extract
from articles.engine.parsing import parse_plain
from articles.engine.tagged import Tagger

LENGTH: Final = 40_000
"""Code points of the shortest text; the others are twice and four times as long."""

PATTERNS: Final = {
    "prose": "The ferry left Port Ada on 3 May 2024, said Jane Stone. It carried 212 people. ",
    "quotation marks": "“",
    "open quotations": "“so ",
    "said": "said ",
    "according to": "according to ",
    "nested brackets": "((source: ",
    "digits": "1",
    "numbers with commas": "1,",
    "number words": "one hundred of ",
    "dates": "3 May 2024 ",
    "capitals": "A",
    "capitalised words": "Ada ",
    "a list of names": "Ada Stone, ",
    "full stops": ". ",
    "lines of one word": "so\n",
    "hyphens": "a-",
    "apostrophes": "L’",
    "at signs": "@a",
    "combining marks": "e\u0301",
    "emoji": "👩‍👩‍👧 ",
    "right to left": "\u202e\u05d0\u05d1 ",
    "percentages": "50% of 50% of ",
    "questions": "Q: Who? A: Ada. ",
    "sentences that say the same": "On 3 May 2025 Ana Berg sold 214 stalls.\n\n",
    "one sentence, no end": "and then the ferry of Port Ada left with its 212 people ",
}


@dataclass(frozen=True, slots=True)
class Growth:
    """CPU milliseconds for the shortest text, and how many times as much each doubling costs."""

    pattern: str
    milliseconds: float
    doubled: float
    doubled_again: float


def measure_hostile(*, tagger: Tagger) -> Iterator[Growth]:
    """Yield how the time for each pattern grows: 2 is linear, 4 would be quadratic."""
    for name, pattern in PATTERNS.items():
        one, two, four = (_seconds(pattern, times * LENGTH, tagger) for times in (1, 2, 4))
        yield Growth(name, 1000 * one, two / one, four / two)


def _seconds(pattern: str, length: int, tagger: Tagger) -> float:
    """Return the CPU seconds of a whole reading, the better of two."""
    document = parse_plain((pattern * (length // len(pattern) + 1))[:length])
    spent: list[float] = []
    for _ in range(2):
        started = time.process_time()
        extraction = extract(document, tagger=tagger)
        check(document, extraction)
        spent.append(time.process_time() - started)
    return min(spent)
