"""Search: words over articles, and names even where they are mistyped."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    TrigramSimilarity,
    TrigramWordSimilarity,
)
from django.db.models import Exists, F, Func, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest, Now, Upper

from articles.models import SUBJECT_FIELDS, Alias, Facet, FacetKind, SearchRow
from articles.selectors.site.lists import TeaserPage, latest
from articles.selectors.site.subjects import MODELS

RANKED = 200
"""How many of the newest matches are ranked: the cost of a common word is bounded by it."""
SHOWN = 20
NAMES_SHOWN = 6
MAX_QUERY = 200
CONFIG = "english"
# Marks around a hit: private use characters, which the words of an article cannot fake usefully,
# because an excerpt is split at them and each piece is escaped.
_OPEN, _CLOSE = "\ue000", "\ue001"
_AS_PERSON = [FacetKind.PERSON, FacetKind.AUTHOR]
_MIN_WORD = 4
_MAX_WORDS = 5


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
class SearchPage:
    """What a search found. `instead` are articles on the likeliest name, where no words match."""

    results: tuple[SearchResult, ...]
    has_more: bool
    names: tuple[Any, ...]
    instead: TeaserPage | None


def search(
    text: str, *, section: str = "", since: dt.timedelta | None = None, page: int = 1
) -> SearchPage:
    """Return the best of the newest matches, and public people and things of a like name.

    `text` is what a reader typed: quotes, OR and a leading minus mean what they do elsewhere.
    """
    words = text.replace("\x00", " ").strip()[:MAX_QUERY]
    if not words:
        return SearchPage((), has_more=False, names=(), instead=None)
    start = (max(1, page) - 1) * SHOWN
    rows = list(_ranked(words, section, since)[start : start + SHOWN + 1])
    names = names_like(words, by_word=not rows) if page == 1 else ()
    instead = None
    if not rows and names:
        instead = latest(names[0].facet_kind, names[0].pk)
    return SearchPage(tuple(map(_result, rows[:SHOWN])), len(rows) > SHOWN, names, instead)


def names_like(text: str, *, by_word: bool = False) -> tuple[Any, ...]:
    """Return the public people, organizations and topics whose names are like `text`, likest first.

    `by_word` also takes names that are like a single word of it.
    """
    typed = text.upper()
    words = [word for word in typed.split() if len(word) >= _MIN_WORD] if by_word else []
    passages = [typed, *words[:_MAX_WORDS]]
    like = [Q(upper__trigram_similar=typed)]
    like += [Q(upper__trigram_word_similar=one) for one in passages]
    likeness: list[Func] = [TrigramSimilarity(Upper("text"), typed)]
    likeness += [TrigramWordSimilarity(one, Upper("text")) for one in passages]
    found = (
        Alias.objects.annotate(upper=Upper("text"))
        .filter(reduce(or_, like) & _has_public_owner())
        .values(*SUBJECT_FIELDS)
        .annotate(likeness=Max(Greatest(*likeness)))
        .order_by("-likeness", *SUBJECT_FIELDS)[:NAMES_SHOWN]
    )
    return _subjects(list(found))


def _has_public_owner() -> Q:
    """Ask for each name found whether a public article has its owner: one index look-up each."""
    facets = Facet.objects.visible_at(Now())
    kinds = {**{name: [name] for name in SUBJECT_FIELDS}, "person": _AS_PERSON}
    return reduce(
        or_,
        (
            Q(Exists(facets.filter(kind__in=kind, target_id=OuterRef(f"{name}_id"))))
            for name, kind in kinds.items()
        ),
    )


def _subjects(rows: list[dict[str, Any]]) -> tuple[Any, ...]:
    """Return the owners of the rows in the rows' order: one SELECT for each kind among them."""
    owners = [next((name, row[name]) for name in SUBJECT_FIELDS if row[name]) for row in rows]
    found = {
        (name, subject.pk): subject
        for name in {name for name, _ in owners}
        for subject in MODELS[name].objects.filter(pk__in=[pk for one, pk in owners if one == name])
    }
    return tuple(found[owner] for owner in owners if owner in found)


def _ranked(words: str, section: str, since: dt.timedelta | None) -> QuerySet[Any]:
    query = SearchQuery(words, config=CONFIG, search_type="websearch")
    matches = SearchRow.objects.visible_at(Now()).filter(vector=query)
    if section:
        matches = matches.filter(
            article__facets__kind=FacetKind.SECTION, article__section__slug=section
        )
    if since is not None:
        matches = matches.filter(visible_from__gte=Now() - since)
    newest = matches.order_by("-visible_from", "-article_id").values("article_id")[:RANKED]
    ranked: QuerySet[Any] = (
        SearchRow.objects.filter(article_id__in=newest)
        .annotate(
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
        .order_by("-rank", "-visible_from", "-article_id")
        .values(
            "excerpt",
            path=F("article__document__path"),
            headline=F("article__document__headline"),
            section=F("article__section__name"),
            published_at=F("article__document__published_at"),
        )
    )
    return ranked


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
