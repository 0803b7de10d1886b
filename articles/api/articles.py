"""Articles: the bytes that publishing stored."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import answer, listing
from articles.api.description import PUBLIC_ID, describe
from articles.api.parameters import page_of, paging, slug_or_id
from articles.api.problems import Problem
from articles.api.queries import Parameter, Query, text
from articles.api.schemas import ArticleCard, ArticleDetail
from articles.api.views import PublicView
from articles.documents.dates import iso_utc
from articles.models import FacetKind
from articles.selectors import catalogue

FACETS = {
    FacetKind.PERSON: slug_or_id("person", "A person whom the article names", "ada-lovelace"),
    FacetKind.ORGANIZATION: slug_or_id(
        "organization", "An organization that the article names", "linux-foundation"
    ),
    FacetKind.TOPIC: slug_or_id("topic", "A topic of the article", "pytorch"),
    FacetKind.SECTION: Parameter(
        "section",
        "The section, by slug.",
        text(80),
        {"type": "string", "maxLength": 80},
        example="technology",
    ),
    FacetKind.AUTHOR: slug_or_id("author", "A person in the byline", "mira-okafor"),
}
WORDS = Parameter(
    "q",
    'Words in the article, as in a search engine: `licence -apache "open source"`, `valkey or redis`.',
    text(200),
    {"type": "string", "maxLength": 200},
    example="open source licence",
)


class ArticleList(PublicView):
    """Live articles, newest first."""

    query: ClassVar[Query] = Query(*FACETS.values(), WORDS, *paging(cursors.newest_articles))

    @describe(
        "List articles",
        "The cards of live articles, newest first. Filters combine: all of them must hold.",
        query=query,
        page_of=ArticleCard,
        example=examples.ARTICLE_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page of cards."""
        facets = {
            kind: self.values[parameter.name]
            for kind, parameter in FACETS.items()
            if parameter.name in self.values
        }
        filters = catalogue.ArticleFilters(facets=facets, words=self.values.get("q", ""))
        page = catalogue.articles_page(filters, **page_of(self.values))
        return listing(request, page, [card.encode() for _, _, card in page.rows])


class ArticleDetailView(PublicView):
    """One live article, whole."""

    @describe(
        "Get an article",
        "The whole article with its names, sources, figures and corrections. Offsets are code"
        " points into `text`. An article that was withdrawn with a public note answers 410.",
        path=PUBLIC_ID,
        answer=ArticleDetail,
        example=examples.ARTICLE_DETAIL,
        problems=("not-found", "withdrawn"),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Answer with the article, with 304, with the note of its withdrawal, or with 404."""
        article = catalogue.finished_article(public_id)
        if article is None:
            raise _absence(public_id)
        return answer(
            request,
            article.detail.encode(),
            etag=f"{article.etag}-json",
            updated_at=article.updated_at,
        )


def _absence(public_id: uuid.UUID) -> Problem:
    stone = catalogue.tombstone(public_id)
    if stone is None:
        return Problem("not-found")
    return Problem(
        "withdrawn",
        "This article was withdrawn.",
        note=stone.note,
        withdrawn_at=iso_utc(stone.withdrawn_at),
    )
