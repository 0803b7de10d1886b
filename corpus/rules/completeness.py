"""Rules of what should be marked and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.article import NAME_TYPES, Article, Mark, Problem

_SEQUENCE = re.compile(
    r"\b[A-Z][\w’'-]*(?:(?: (?:of|de|da|du|la|el|al|bin|van|von|and|for|the))? [A-Z][\w’'-]*)+"
)
_NUMBER = re.compile(
    r"\b(?:19|20)\d\d\b(?!-)|[$€£¥]\s?\d[\d.,]*\d|\b\d[\d.,]*\s?(?:%|per ?cent\b|million\b|billion\b)"
)
_TITLED = 0.6
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['”’\")]*\s|\n|[“\"‘(])\Z")


def unmarked_names(article: Article) -> Iterator[Problem]:
    """Yield places where words that are a name elsewhere in the article are not marked."""
    covered = _covered(article)
    surfaces: dict[str, Mark] = {}
    for mark in article.marks:
        telling = any(sign.isupper() for sign in mark.text) or mark.type == "HANDLE"
        if mark.type in NAME_TYPES and len(mark.text) > 1 and telling:
            surfaces.setdefault(mark.text, mark)
    for surface, mark in surfaces.items():
        for found in re.finditer(rf"(?<![\w@]){re.escape(surface)}(?!\w)", article.text):
            if not any(covered[found.start() : found.end()]):
                told = f"“{surface}” is not marked here, elsewhere it is {mark.type}:{mark.value}"
                single = " " not in surface and mark.type != "HANDLE"
                yield article.problem(found.start(), told, warning=single)


def unmarked_capitals(article: Article) -> Iterator[Problem]:
    """Yield runs of capitalised words that stand in no mark: perhaps forgotten names."""
    covered = _covered(article)
    for found in _SEQUENCE.finditer(article.text):
        start, words = found.start(), found[0]
        if _is_title_case(article, start):
            continue
        if _SENTENCE_START.search(article.text[max(0, start - 4) : start]):
            _, _, rest = words.partition(" ")
            start, words = found.end() - len(rest), rest
        names = re.findall(r"[A-Z][\w’'-]*", words)
        if len(names) > 1 and not any(covered[start : found.end()]):
            yield article.problem(start, f"in no mark: “{words}”", warning=True)


def unmarked_numbers(article: Article) -> Iterator[Problem]:
    """Yield years, sums and percentages that stand in no mark."""
    covered = _covered(article)
    for found in _NUMBER.finditer(article.text):
        if not any(covered[found.start() : found.end()]):
            yield article.problem(found.start(), f"in no mark: “{found[0]}”", warning=True)


def _is_title_case(article: Article, offset: int) -> bool:
    """Say whether an offset lies in a headline or heading that writes most words large."""
    block = article.block_at(offset)
    line = article.text[block.start : block.end]
    words = re.findall(r"[^\W\d_][\w’'-]{3,}", line)
    large = sum(1 for word in words if word[0].isupper())
    return not line.endswith((".", "”", "!")) and large >= _TITLED * len(words)


def _covered(article: Article) -> bytearray:
    covered = bytearray(len(article.text) + 1)
    for mark in article.marks:
        covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    return covered
