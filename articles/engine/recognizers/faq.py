"""Questions and answers of the FAQ parts, each with the passage of the body that it rests on."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from articles.engine.data import vocabulary
from articles.engine.spans import sentences
from articles.engine.types import Document, FaqPair, Span

_PART = re.compile(r"faq\[(\d+)\]\.(question|answer)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOPWORDS = frozenset(vocabulary("stopwords")["words"])
_STEM = 6
"""Words count as the same that share so many first letters: invest, invested, investment."""

_SHARE = 0.3
"""How much of the answer's weight a sentence must carry to be its ground."""

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Passage:
    span: Span
    words: frozenset[str]


def recognize(document: Document) -> list[FaqPair]:
    """Return the question-answer pairs of the document, in order, with their ground where one is found.

    The ground is the sentence of summary or body that shares most content words with the answer,
    rare words counting more; None where no sentence shares enough.
    """
    spans: dict[tuple[int, str], Span] = {}
    for part in document.parts:
        if found := _PART.fullmatch(part.name):
            spans[int(found[1]), found[2]] = Span(part.start, part.end)
    numbers = sorted({number for number, _ in spans})
    complete = [n for n in numbers if (n, "question") in spans and (n, "answer") in spans]
    passages = _passages(document) if complete else []
    weights = _weights(passages)
    return [
        FaqPair(
            spans[n, "question"],
            spans[n, "answer"],
            _ground(document, spans[n, "answer"], passages, weights),
        )
        for n in complete
    ]


def _passages(document: Document) -> list[_Passage]:
    passages = []
    for part in document.parts:
        if part.name in ("summary", "body"):
            for one in sentences(document.text[part.start : part.end]):
                span = Span(part.start + one.start, part.start + one.end)
                passages.append(_Passage(span, _content_words(document.text, span)))
    return passages


def _weights(passages: list[_Passage]) -> dict[str, float]:
    """Return how telling each word is: the fewer sentences use it, the more."""
    counts = Counter(word for passage in passages for word in passage.words)
    return {word: math.log(1 + len(passages) / count) for word, count in counts.items()}


def _ground(
    document: Document, answer: Span, passages: list[_Passage], weights: dict[str, float]
) -> Span | None:
    words = _content_words(document.text, answer)
    rare = math.log(1 + len(passages))
    whole = sum(weights.get(word, rare) for word in words)
    best: tuple[float, Span | None] = (_SHARE * whole, None)
    for passage in passages:
        shared = words & passage.words
        score = sum(weights[word] for word in sorted(shared))
        if len(shared) >= _FEWEST_WORDS and score > best[0]:
            best = (score, passage.span)
    return best[1]


def _content_words(text: str, span: Span) -> frozenset[str]:
    words = (found[0].lower() for found in _WORD.finditer(text, span.start, span.end))
    bare = (word.removesuffix("'s").removesuffix("’s") for word in words)
    return frozenset(word[:_STEM] for word in bare if word not in _STOPWORDS and len(word) > 1)
