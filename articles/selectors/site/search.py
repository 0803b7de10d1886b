"""Search: words over articles, names even where they are mistyped, and ways to narrow it down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchRank
from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Left

from articles.models import Facet, FacetKind, SearchRow, Section
from articles.selectors.catalogue.words import CONFIG
from articles.selectors.site.labels import Key, Label, labels_of
from articles.selectors.site.lists import TeaserPage, latest
from articles.selectors.site.matches import (
    FACETS,
    Counts,
    Question,
    counts_of,
    facet_counts,
    newest_matches,
)
from articles.selectors.site.names import in_order, keys_like

RANKED = 200
"""How many of the newest matches are ranked."""
SHOWN = 20
MAX_QUERY = 200
_OPENING = 240
# Marks around a hit: private use characters, which the words of an article cannot fake usefully,
# because an excerpt is split at them and each piece is escaped.
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of an excerpt, and whether it is what was searched for."""

    words: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class SearchResult:
    """An article that has the words, with where they stand."""

    path: str
    headline: str
    section: str
    published_at: dt.datetime
    excerpt: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow a search, with how many of the counted articles would be left."""

    label: Label
    articles: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found. `instead` are articles on the likeliest name, where nothing matches the bare words."""

    results: tuple[SearchResult, ...] = ()
    has_more: bool = False
    names: tuple[Label, ...] = ()
    instead: TeaserPage | None = None
    counts: Counts | None = None
    choices: tuple[Choice, ...] = ()
    chosen: tuple[Label, ...] = ()


def search(question: Question, *, page: int = 1) -> SearchPage:
    """Return the best of the newest matches, ways to narrow them, and public names like the words.

    Five SELECTs; four where no article has the words.
    """
    words = question.words.replace("\x00", " ").strip()[:MAX_QUERY]
    asked = replace(question, words=words)
    if asked.is_empty:
        return SearchPage()
    start = (max(1, page) - 1) * SHOWN
    rows = list(_ranked(asked)[start : start + SHOWN + 1])
    like = keys_like(words, by_word=not rows) if words and page == 1 else []
    found = facet_counts(asked) if rows else {}
    labels = labels_of([*like, *found], asked.chosen)
    names = in_order(like, labels)
    return SearchPage(
        results=tuple(map(_result, rows[:SHOWN])),
        has_more=len(rows) > SHOWN,
        names=names,
        instead=None if rows or asked.is_narrowed else _instead(names),
        counts=counts_of(asked) if rows else None,
        choices=_choices(found, labels),
        chosen=tuple(one for one in labels if asked.chosen.get(one.kind) == one.slug),
    )


def _instead(names: tuple[Label, ...]) -> TeaserPage | None:
    return latest(names[0].kind, names[0].pk) if names else None


def _choices(found: dict[Key, int], labels: list[Label]) -> tuple[Choice, ...]:
    order = {str(kind): place for place, kind in enumerate(FACETS)}
    choices = (Choice(one, found.get((one.kind, one.pk), 0)) for one in labels)
    return tuple(
        sorted(
            (one for one in choices if one.articles),
            key=lambda one: (order[one.label.kind], -one.articles, one.label.name),
        )
    )


def _ranked(question: Question) -> QuerySet[Any]:
    query = question.query
    rows: QuerySet[Any] = SearchRow.objects.filter(article_id__in=newest_matches(question, RANKED))
    if query is None:
        rows = rows.annotate(rank=Value(0.0), excerpt=Left("text", _OPENING))
    else:
        rows = rows.annotate(
            rank=SearchRank(F("vector"), query),
            excerpt=SearchHeadline(
                "text",
                query,
                config=CONFIG,
                start_sel=_OPEN,
                stop_sel=_CLOSE,
                max_words=36,
                min_words=18,
                max_fragments=2,
                fragment_delimiter=" … ",
            ),
        )
    return rows.order_by("-rank", "-visible_from", "-article_id").values(
        "excerpt",
        path=F("article__document__path"),
        headline=F("article__document__headline"),
        section=Subquery(_section()),
        published_at=F("article__document__published_at"),
    )


def _section() -> QuerySet[Any]:
    """Return the name of the section that a row's article stands in for readers."""
    facets = Facet.objects.filter(article=OuterRef(OuterRef("article_id")), kind=FacetKind.SECTION)
    return Section.objects.filter(pk__in=facets.values("target_id")).values("name")[:1]


def _result(row: dict[str, Any]) -> SearchResult:
    return SearchResult(**{**row, "excerpt": _excerpt(row["excerpt"])})


def _excerpt(marked: str) -> tuple[Excerpt, ...]:
    pieces: list[Excerpt] = []
    for number, part in enumerate(marked.split(_OPEN)):
        hit, closed, rest = part.partition(_CLOSE)
        if number and closed:
            pieces.append(Excerpt(hit, is_hit=True))
        else:
            rest = part.replace(_CLOSE, "")
        if rest:
            pieces.append(Excerpt(rest.replace(_CLOSE, ""), is_hit=False))
    return tuple(pieces)
