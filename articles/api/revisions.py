"""Revisions: an article's words, as readers read them now and before."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import answer, listing
from articles.api.articles import elsewhere
from articles.api.description import REVISION_NUMBER, SLUG_OR_ID, describe
from articles.api.narrowing import narrowing, shaped
from articles.api.parameters import COUNT, page_of, paging
from articles.api.problems import Problem
from articles.api.queries import Query
from articles.api.records import revision_card, revision_detail
from articles.api.rendering import to_json
from articles.api.schemas import RevisionCard, RevisionDetail
from articles.api.views import PublicView
from articles.selectors import catalogue

LARGEST_NUMBER = 2**31 - 1


class RevisionList(PublicView):
    """The revisions of a live article that readers can read."""

    query: ClassVar[Query] = Query(*paging(cursors.newest_ids), COUNT, *narrowing(RevisionCard))

    @describe(
        "List revisions",
        "What readers of an article read, newest first: the live revision, then those that others"
        " took the place of. What was never public is not here.",
        path=SLUG_OR_ID,
        query=query,
        page_of=RevisionCard,
        example=examples.REVISION_PAGE,
        problems=("not-found", "withdrawn"),
    )
    def get(self, request: Request, key: str) -> HttpResponseBase:
        """Answer with one page, or as the article's own address would."""
        article = catalogue.public_article(key)
        if article is None:
            return elsewhere(key, lambda moved: reverse("api:revisions", args=[moved]))
        page = catalogue.revisions_page(article, **page_of(self.values))
        records = [to_json(revision_card(article, row)) for row in page.rows]
        return listing(request, page, shaped(records, self.values))


class RevisionDetailView(PublicView):
    """One of them, with its words."""

    query: ClassVar[Query] = Query(*narrowing(RevisionDetail))

    @describe(
        "Get a revision",
        "The words of an article as they are or were, with the corrections that superseded them.",
        path=SLUG_OR_ID,
        also=REVISION_NUMBER,
        query=query,
        answer=RevisionDetail,
        example=examples.REVISION_DETAIL,
        problems=("not-found", "withdrawn"),
    )
    def get(self, request: Request, key: str, number: int) -> HttpResponseBase:
        """Answer with the revision, or with 404; or as the article's own address would."""
        article = catalogue.public_article(key)
        if article is None:
            return elsewhere(key, lambda moved: reverse("api:revision", args=[moved, number]))
        found = catalogue.revision(article, number) if number <= LARGEST_NUMBER else None
        if found is None:
            raise Problem("not-found")
        (record,) = shaped([to_json(revision_detail(article, *found))], self.values)
        return answer(request, record)
