"""Rules of what should be marked and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.article import NAME_TYPES, Article, Mark, Problem

_SEQUENCE = re.compile(
    r"\b[A-Z][\w’'-]*(?:(?: (?:of|de|da|du|la|el|al|bin|van|von|and|for|the))? [A-Z][\w’'-]*)+"
)
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
        if _SENTENCE_START.search(article.text[max(0, start - 4) : start]):
            _, _, rest = words.partition(" ")
            start, words = found.end() - len(rest), rest
        names = re.findall(r"[A-Z][\w’'-]*", words)
        if len(names) > 1 and not any(covered[start : found.end()]):
            yield article.problem(start, f"in no mark: “{words}”", warning=True)


def _covered(article: Article) -> bytearray:
    covered = bytearray(len(article.text) + 1)
    for mark in article.marks:
        covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    return covered
