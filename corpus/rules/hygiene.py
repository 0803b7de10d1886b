"""Rules across articles: hands and splits, topics and names that stay in one, no shared sentences."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from corpus.article import Article, Mark, Problem

_SPLIT_TYPES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK", "EVENT"})
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORTEST_SHARED = 8


def splits(folder: Path) -> dict[str, str]:
    """Return the split of every hand, as splits.toml says."""
    declared = tomllib.loads((folder / "splits.toml").read_text("utf-8"))
    return {hand: split for split, hands in declared.items() for hand in hands}


def public_names(folder: Path) -> frozenset[str]:
    """Return the names that may stand in every split, folded; some are patterns with a star."""
    lines = (folder / "public_names.txt").read_text("utf-8").splitlines()
    names = (name for line in lines if not line.startswith("#") for name in line.split("|"))
    return frozenset(name.strip().casefold() for name in names if name.strip())


def placed(articles: Iterable[Article], hands: Mapping[str, str]) -> Iterator[Problem]:
    """Yield articles whose hand no split names, ids that are given twice, topics in two splits."""
    ids: dict[str, Article] = {}
    topics: dict[str, dict[str, list[Article]]] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        if article.hand not in hands:
            yield Problem(article.path, 1, f"hand {article.hand} is in no split of splits.toml")
        other = ids.setdefault(article.id, article)
        if other is not article:
            yield Problem(article.path, 1, f"the id {article.id} is also that of {other.path}")
        topics[article.topic][hands.get(article.hand, "")].append(article)
    for topic, found in topics.items():
        if len(found) > 1:
            where = ", ".join(sorted(one.id for those in found.values() for one in those))
            for article in (one for those in found.values() for one in those):
                yield Problem(article.path, 1, f"topic {topic} is in two splits: {where}")


def shared_names(
    articles: Iterable[Article], hands: Mapping[str, str], public: frozenset[str]
) -> Iterator[Problem]:
    """Yield names of people, organizations, products, works and events that stand in two splits."""
    patterns = [name for name in public if "*" in name]
    places: dict[str, dict[str, list[tuple[Article, Mark]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for article in articles:
        for mark in _longest(article):
            name = mark.text.casefold()
            if name in public or any(fnmatchcase(name, pattern) for pattern in patterns):
                continue
            places[name][hands.get(article.hand, "")].append((article, mark))
    for found in places.values():
        if len(found) > 1:
            where = sorted(article.id for those in found.values() for article, _ in those)
            for article, mark in (one for those in found.values() for one in those):
                told = f"“{mark.text}” stands in two splits: {', '.join(where)}"
                yield article.problem(mark.start, told)


def _longest(article: Article) -> list[Mark]:
    """Return the longest name of each identity of the types that must not be shared."""
    longest: dict[str, Mark] = {}
    for mark in article.names:
        if mark.type in _SPLIT_TYPES:
            known = longest.setdefault(mark.value, mark)
            if len(mark.text) > len(known.text):
                longest[mark.value] = mark
    return list(longest.values())


def shared_sentences(articles: Iterable[Article]) -> Iterator[Problem]:
    """Yield sentences of eight words and more that stand in two articles."""
    seen: dict[tuple[str, ...], Article] = {}
    for article in articles:
        at = 0
        for piece in _SENTENCE_END.split(article.text):
            words = tuple(_WORD.findall(piece.casefold()))
            at = article.text.find(piece, at)
            if len(words) >= _SHORTEST_SHARED:
                other = seen.setdefault(words, article)
                if other is not article:
                    told = f"this sentence also stands in {other.id}: “{piece[:60]}”"
                    yield article.problem(at, told)
            at += len(piece)
