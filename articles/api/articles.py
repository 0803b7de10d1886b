"""Articles: the bytes that publishing stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import answer, listing
from articles.api.article_filters import FILTERS, ORDER, filters_of
from articles.api.description import SLUG_OR_ID, SUFFIX, describe
from articles.api.included import OF_ARTICLES, include_in_articles
from articles.api.narrowing import including, is_shaped, narrowing, shaped
from articles.api.parameters import COUNT, page_of, paging
from articles.api.problems import Problem
from articles.api.queries import Query
from articles.api.representations import (
    BY_SUFFIX,
    REPRESENTATIONS,
    Representation,
    links_to,
    not_acceptable,
    preferred,
)
from articles.api.schemas import ArticleCard, ArticleDetail
from articles.api.views import PublicView
from articles.documents.addresses import absolute
from articles.documents.dates import iso_utc
from articles.selectors import catalogue

FORMS = {one.media_type: one.example for one in REPRESENTATIONS[1:]}
"""By media type, an example of each form but the first."""
JSON = REPRESENTATIONS[0].media_type
INCLUDE = including(*OF_ARTICLES)
WHOLE = Query(*narrowing(ArticleDetail), INCLUDE)


class ArticleList(PublicView):
    """Live articles, newest first unless `order` says otherwise."""

    query: ClassVar[Query] = Query(
        *FILTERS,
        ORDER,
        *paging(cursors.newest_articles),
        COUNT,
        *narrowing(ArticleCard),
        INCLUDE,
    )

    @describe(
        "List articles",
        "The cards of live articles, newest first. Filters combine: all of them must hold.",
        query=query,
        page_of=ArticleCard,
        example=examples.ARTICLE_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page of cards."""
        page = catalogue.articles_page(
            filters_of(self.values),
            order=self.values.get("order", "newest"),
            **page_of(self.values),
        )
        cards = [card.encode() for _, _, card in page.rows]
        return listing(request, page, shaped(cards, self.values, include=include_in_articles))


class ArticleDetailView(PublicView):
    """One live article, whole, in the form that `Accept` asks for."""

    query: ClassVar[Query] = WHOLE

    @describe(
        "Get an article",
        "The whole article with its names, sources, figures and corrections, by id, or by slug: the"
        " newest of that slug. Its form goes by `Accept`. Offsets are code points into `text`."
        " A slug that an article once had leads to the article. One that was withdrawn with a"
        " public note answers 410.",
        path=SLUG_OR_ID,
        query=WHOLE,
        answer=ArticleDetail,
        example=examples.ARTICLE_DETAIL,
        forms=FORMS,
        problems=("not-found", "not-acceptable", "withdrawn"),
    )
    def get(self, request: Request, key: str) -> HttpResponseBase:
        """Answer with the article, with 304, with the note of its withdrawal, or with 404."""
        chosen = preferred(request.META.get("HTTP_ACCEPT", ""))
        article = catalogue.finished_article(key, form=chosen.form if chosen else "detail")
        if article is None:
            return elsewhere(key, lambda moved: reverse("api:article", args=[moved]))
        if chosen is None:
            raise not_acceptable(absolute(reverse("api:article", args=[key])).rstrip("/"))
        return _sent(request, article, chosen, self.values, vary=["Accept"])


class ArticleForm(PublicView):
    """One live article in the form that its address names."""

    query: ClassVar[Query] = WHOLE

    @describe(
        "Get an article in one form",
        "The same by suffix, whatever `Accept` says: `.json`, `.jsonld`, `.ninjs`, `.md`, `.atom`.",
        path=SLUG_OR_ID,
        also=SUFFIX,
        query=WHOLE,
        answer=ArticleDetail,
        example=examples.ARTICLE_DETAIL,
        forms=FORMS,
        problems=("not-found", "withdrawn"),
    )
    def get(self, request: Request, key: str, suffix: str) -> HttpResponseBase:
        """Answer with the article in that form, or as the address without suffix does."""
        chosen = BY_SUFFIX[suffix]
        article = catalogue.finished_article(key, form=chosen.form)
        if article is None:
            return elsewhere(key, lambda moved: reverse("api:article-form", args=[moved, suffix]))
        return _sent(request, article, chosen, self.values)


def _sent(
    request: Request,
    article: catalogue.FinishedArticle,
    chosen: Representation,
    values: Mapping[str, Any],
    vary: Iterable[str] = (),
) -> HttpResponse:
    if is_shaped(values):
        return _shaped(request, article, chosen, values, vary)
    if not article.form:  # published before this form was: a job is about to write it
        raise Problem("unavailable", "This form is being written.").with_headers(retry_after="60")
    response = answer(
        request,
        chosen.finish(article.form.encode()),
        etag=f"{article.etag}-{chosen.suffix}",
        updated_at=article.updated_at,
        content_type=chosen.content_type,
        vary=vary,
    )
    response["Link"] = links_to(article)
    return response


def _shaped(
    request: Request,
    article: catalogue.FinishedArticle,
    chosen: Representation,
    values: Mapping[str, Any],
    vary: Iterable[str],
) -> HttpResponse:
    if chosen.form != "detail":
        name = next(iter(values))
        raise Problem("invalid-parameter", f"{name}: It is for {JSON} alone.", parameter=name)
    (body,) = shaped([article.form.encode()], values, include=include_in_articles)
    response = answer(request, body, vary=vary)
    response["Link"] = links_to(article)
    return response


def elsewhere(key: str, address_of: Callable[[UUID], str]) -> HttpResponseBase:
    """Lead to the article that once had this slug. Raises Problem: withdrawn, or nothing here."""
    if moved := catalogue.article_after_move(key):
        return HttpResponsePermanentRedirect(address_of(moved))
    stone = catalogue.tombstone(key)
    if stone is None:
        raise Problem("not-found")
    raise Problem(
        "withdrawn",
        "This article was withdrawn.",
        note=stone.note,
        withdrawn_at=iso_utc(stone.withdrawn_at),
    )
