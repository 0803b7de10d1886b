"""How far a second annotator, who did not see the first annotation, marks the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.engine.evaluation.attributions import ENOUGH
from articles.engine.evaluation.matching import pair_best, touch, union_share
from articles.engine.types import Span
from corpus.article import Article, Attribution
from corpus.reading import read


@dataclass(slots=True)
class Agreement:
    """What both marked, and what each did."""

    both: int = 0
    first: int = 0
    second: int = 0

    @property
    def f1(self) -> float:
        """Return the F1 of either against the other, 1 where neither marked anything."""
        whole = self.first + self.second
        return 2 * self.both / whole if whole else 1.0


def _links(article: Article) -> Iterator[Hashable]:
    before: dict[str, Span] = {}
    for mark in article.names:
        span = Span(mark.start, mark.end)
        if mark.value in before:
            yield before[mark.value], span
        before[mark.value] = span


Marks = Callable[[Article], Iterable[Hashable]]
SETS: dict[str, Marks] = {
    "names": lambda one: [(mark.start, mark.end, mark.type) for mark in one.names],
    "name spans": lambda one: [(mark.start, mark.end) for mark in one.names],
    "same entity": _links,
    "figures": lambda one: [(mark.start, mark.end, mark.value) for mark in one.figures],
    "figure spans": lambda one: [(mark.start, mark.end) for mark in one.figures],
    "dates": lambda one: [(mark.start, mark.end, mark.value) for mark in one.dates],
    "date spans": lambda one: [(mark.start, mark.end) for mark in one.dates],
}
"""What is compared as sets. "Same entity": each name with the one before that it is the same as."""


def pairs(articles: Iterable[Article], second: Path) -> Iterator[tuple[Article, Article]]:
    """Yield each article with its second annotation.

    Raises ValueError where the second one has another text, or cannot be read.
    """
    files = {path.stem: path for path in sorted(second.rglob("*.md")) if path.stem != "README"}
    for article in articles:
        if article.id in files:
            other = read(files[article.id])
            if other.article is None or other.problems:
                raise ValueError("; ".join(map(str, other.problems)))
            if other.article.text != article.text:
                at = _differs(article.text, other.article.text)
                told = f"{files[article.id]}: another text than the first, from “{at}” on"
                raise ValueError(told)
            yield article, other.article


def compare(found: Sequence[tuple[Article, Article]]) -> dict[str, Agreement]:
    """Return the agreement on names, figures, dates and attributions over all pairs."""
    result = {name: Agreement() for name in (*SETS, "contents", "contents with source")}
    for first, second in found:
        for name, marks in SETS.items():
            _add(result[name], set(marks(first)), set(marks(second)))
        matched = _matched(first.attributions, second.attributions)
        agreeing = [pair for pair in matched if _agree(pair[0].source, pair[1].source)]
        for name, both in (("contents", matched), ("contents with source", agreeing)):
            result[name].both += len(both)
            result[name].first += len(first.attributions)
            result[name].second += len(second.attributions)
    return result


def _add(agreement: Agreement, first: set[Hashable], second: set[Hashable]) -> None:
    agreement.both += len(first & second)
    agreement.first += len(first)
    agreement.second += len(second)


def _matched(
    first: Sequence[Attribution], second: Sequence[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    """Pair the attributions one to one, by the overlap of their contents, the best first."""
    pairs = pair_best(
        first,
        second,
        likeness=lambda one, other: union_share(one.content, other.content),
        least=ENOUGH,
    )
    return [(first[at], second[to]) for at, to in pairs]


def _agree(first: Sequence[Span], second: Sequence[Span]) -> bool:
    """Say whether two sources overlap; two that are absent agree."""
    return touch(first, second) or not (first or second)


def _differs(one: str, other: str) -> str:
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return other[max(0, same - 10) : same + 30]
