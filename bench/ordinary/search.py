"""Search as Django's documentation shows it: vector, rank and excerpt made when somebody asks.

https://docs.djangoproject.com/en/5.2/ref/contrib/postgres/search/
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVector,
    TrigramSimilarity,
)
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Now, Upper
from django.http import HttpRequest, HttpResponse

from articles.documents.addresses import article_path, subject_path
from articles.documents.cards import kind_words
from articles.documents.dates import Moment
from articles.models import SUBJECT_FIELDS, Alias, Article, Mention, subject_of
from articles.pages.responses import Head, render_main
from articles.selectors.catalogue.words import CONFIG
from articles.selectors.site.names import NAMES_SHOWN
from articles.selectors.site.search import SHOWN, Excerpt
from bench.ordinary import rows
from bench.ordinary.frame import page

_OPEN, _CLOSE = "\ue000", "\ue001"


def search(request: HttpRequest) -> HttpResponse:
    """Search the words of all live articles, and the names that they hold."""
    asked = request.GET["q"]
    context = {
        "asked": asked,
        "results": [(_result(one), Moment.of(one.first_published_at)) for one in _matches(asked)],
        "names": [(one, kind_words(one), subject_path(one)) for one in _names(asked)],
    }
    head = Head(title=f"Search: {asked}", path="/search/", is_indexed=False)
    return page(head=head.render(), main=render_main("articles/search.html", context))


def _matches(asked: str) -> QuerySet[Article]:
    query = SearchQuery(asked, config=CONFIG, search_type="websearch")
    vector = (
        SearchVector("live_revision__headline", weight="A", config=CONFIG)
        + SearchVector("live_revision__summary", weight="B", config=CONFIG)
        + SearchVector("live_revision__text", weight="C", config=CONFIG)
    )
    excerpt = SearchHeadline(
        "live_revision__text",
        query,
        config=CONFIG,
        start_sel=_OPEN,
        stop_sel=_CLOSE,
        max_words=36,
        min_words=18,
        max_fragments=2,
        fragment_delimiter=" … ",
    )
    return (
        rows.live()
        .annotate(vector=vector, rank=SearchRank(F("vector"), query), excerpt=excerpt)
        .filter(vector=query)
        .order_by("-rank", "-visible_from", "-pk")[:SHOWN]
    )


def _names(asked: str) -> list[Any]:
    """Return whom live articles name by something like what was asked. Two queries."""
    public = Mention.objects.accepted().filter(
        revision__in=Article.objects.live_at(Now()).values("live_revision")
    )
    is_named = [Q(Exists(public.filter(**{name: OuterRef(name)}))) for name in SUBJECT_FIELDS]
    likest = (
        Alias.objects.annotate(upper=Upper("text"))
        .filter(reduce(or_, is_named), upper__trigram_similar=asked.upper())
        .values(*SUBJECT_FIELDS)
        .annotate(likeness=Max(TrigramSimilarity(Upper("text"), asked.upper())), alias=Max("pk"))
        .order_by("-likeness")[:NAMES_SHOWN]
    )
    aliases = Alias.objects.select_related(*SUBJECT_FIELDS).in_bulk(
        [one["alias"] for one in likest]
    )
    return [subject_of(one) for one in aliases.values()]


def _result(article: Article) -> dict[str, object]:
    pieces = [
        Excerpt(words, is_hit)
        for part in f"{_CLOSE}{article.excerpt}".split(_OPEN)
        for words, is_hit in zip(part.partition(_CLOSE)[::2], (True, False), strict=True)
        if words
    ]
    return {
        "path": article_path(article),
        "headline": article.live_revision.headline,
        "section": article.section.name,
        "excerpt": pieces,
    }
