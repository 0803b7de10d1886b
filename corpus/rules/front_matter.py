"""Rules of the front matter: names of files, known registers, planted contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articles.engine.evaluation.findings import CONTRADICTIONS
from corpus.article import Article, Contradiction, Problem
from corpus.values import IDENTITY

REGISTERS: Final = frozenset(
    {
        "wire",
        "analysis",
        "feature",
        "interview",
        "earnings",
        "policy",
        "science",
        "sport",
        "local",
        "obituary",
        "release",
        "live",
        "explainer",
        "court",
        "culture",
    }
)
"""The kinds of news."""

_ONE_PASSAGE_MAY_DO: Final = frozenset(
    {"weekday-differs", "impossible-order", "duration-differs", "age-differs", "parts-over-whole"}
)


def front_matter(article: Article) -> Iterator[Problem]:
    """Yield what is wrong with an article's name, register, topic and place."""
    hand = article.hand
    if article.id != article.path.stem:
        yield Problem(article.path, 1, f"id {article.id} in a file called {article.path.name}")
    if not re.fullmatch(rf"{re.escape(hand)}\d{{3}}", article.id):
        yield Problem(article.path, 1, f"the id of hand {hand} is {hand} and three digits")
    if article.register not in REGISTERS:
        yield Problem(article.path, 1, f"unknown register {article.register}")
    if not IDENTITY.fullmatch(article.topic):
        yield Problem(article.path, 1, f"topic in lower case with hyphens: {article.topic}")
    if not article.place.strip():
        yield Problem(article.path, 1, "place is empty")
    for number, card in enumerate(article.cards):
        if card.handle.start == card.handle.end:
            yield article.problem(card.name.start, f"card {number + 1} has no Handle")


def contradictions(article: Article) -> Iterator[Problem]:
    """Yield planted contradictions with an unknown code or a passage that is not found once."""
    for one in article.contradictions:
        line = _line(article, one)
        if one.code not in CONTRADICTIONS:
            yield Problem(article.path, line, f"unknown contradiction {one.code}")
        for words in one.passages:
            count = article.text.count(words) if words else 0
            if count != 1:
                reason = f"{one.code}: the passage “{words}” stands {count} times in the text"
                yield Problem(article.path, line, reason)
        if len(set(one.passages)) < (1 if one.code in _ONE_PASSAGE_MAY_DO else 2):
            yield Problem(article.path, line, f"{one.code} needs two passages")


def _line(article: Article, one: Contradiction) -> int:
    """Return the line of the file on which the first passage is declared."""
    lines = article.path.read_text("utf-8").splitlines()
    declared = (n for n, line in enumerate(lines, 1) if f'code = "{one.code}"' in line)
    return next(declared, 1)
