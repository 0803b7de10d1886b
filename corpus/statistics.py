"""How much there is: articles, words and annotations by split, register and type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from corpus.article import DATE, FIGURE, NAME_TYPES, Article

Table = list[list[str]]

_COLUMNS = (
    "articles",
    "words",
    "names",
    "figures",
    "dates",
    "attributions",
    "quotations",
    "questions",
    "cards",
    "contradictions",
)


def statistics(articles: Sequence[Article], hands: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield from _lines(_by("split", articles, lambda article: hands.get(article.hand, "?")))
    yield ""
    yield from _lines(_by("register", articles, lambda article: article.register))
    yield ""
    yield from _lines(_by("hand", articles, lambda article: article.hand))
    yield ""
    yield from _lines(_types(articles, hands))
    yield ""
    yield from _lines(_codes(articles, hands))


def counts(articles: Iterable[Article]) -> Counter[str]:
    """Return how many of each there are."""
    found: Counter[str] = Counter()
    for one in articles:
        found["articles"] += 1
        found["words"] += one.words
        found["names"] += len(one.names)
        found["figures"] += len(one.figures)
        found["dates"] += len(one.dates)
        found["attributions"] += len(one.attributions)
        found["quotations"] += len(one.quotations)
        found["questions"] += len(one.faq)
        found["cards"] += len(one.cards)
        found["contradictions"] += len(one.contradictions)
    return found


def _by(title: str, articles: Sequence[Article], key: Callable[[Article], str]) -> Table:
    rows = [[title, *_COLUMNS]]
    for name in sorted({key(article) for article in articles}):
        found = counts(article for article in articles if key(article) == name)
        rows.append([name, *(str(found[column]) for column in _COLUMNS)])
    whole = counts(articles)
    return [*rows, ["all", *(str(whole[column]) for column in _COLUMNS)]]


def _types(articles: Sequence[Article], hands: Mapping[str, str]) -> Table:
    splits = sorted({hands.get(article.hand, "?") for article in articles})
    rows = [["type", *splits, "identities"]]
    for type_ in [*sorted(NAME_TYPES), DATE, FIGURE]:
        found: Counter[str] = Counter()
        identities = set()
        for article in articles:
            marks = [mark for mark in article.marks if mark.type == type_]
            found[hands.get(article.hand, "?")] += len(marks)
            identities |= {(article.topic, mark.value) for mark in marks}
        known = str(len(identities)) if type_ in NAME_TYPES else ""
        rows.append([type_, *(str(found[split]) for split in splits), known])
    return rows


def _codes(articles: Sequence[Article], hands: Mapping[str, str]) -> Table:
    splits = sorted({hands.get(article.hand, "?") for article in articles})
    found = Counter(
        (one.code, hands.get(article.hand, "?"))
        for article in articles
        for one in article.contradictions
    )
    codes = sorted({code for code, _ in found})
    rows = [[code, *(str(found[code, split]) for split in splits)] for code in codes]
    return [["contradiction", *splits], *rows]


def _lines(table: Table) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *rest in table:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()
