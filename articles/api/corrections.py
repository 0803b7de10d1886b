"""Corrections: what was wrong in live articles, and what is right."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import listing
from articles.api.article_filters import instant
from articles.api.description import describe
from articles.api.instants import begin_of, end_of
from articles.api.narrowing import narrowing, shaped
from articles.api.parameters import COUNT, SECTION, of_article, page_of, paging
from articles.api.queries import Query
from articles.api.records import correction_listed
from articles.api.rendering import to_json
from articles.api.schemas import CorrectionListed
from articles.api.views import PublicView
from articles.selectors import catalogue

FILTERS = (
    of_article("The article that was corrected, by id."),
    SECTION,
    instant("published_from", "Published then or later.", begin_of),
    instant("published_to", "Published then or earlier.", end_of),
)


class CorrectionList(PublicView):
    """Published corrections, newest first."""

    query: ClassVar[Query] = Query(
        *FILTERS, *paging(cursors.newest_articles), COUNT, *narrowing(CorrectionListed)
    )

    @describe(
        "List corrections",
        "The corrections of live articles, newest first, each with the words that it superseded"
        " where those can still be read. Filters combine.",
        query=query,
        page_of=CorrectionListed,
        example=examples.CORRECTION_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        narrowed = {one.name: self.values[one.name] for one in FILTERS if one.name in self.values}
        page = catalogue.corrections_page(
            catalogue.CorrectionFilters(**narrowed), **page_of(self.values)
        )
        records = [to_json(correction_listed(row)) for row in page.rows]
        return listing(request, page, shaped(records, self.values))
