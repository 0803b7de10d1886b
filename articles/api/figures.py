"""Figures: the numbers of live articles, with what they count."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import listing
from articles.api.description import describe
from articles.api.narrowing import narrowing, shaped
from articles.api.parameters import COUNT, of_article, page_of, paging, slug_or_id, words
from articles.api.queries import Query
from articles.api.schemas import FigureListed
from articles.api.views import PublicView
from articles.selectors import catalogue

FILTERS = (
    slug_or_id("person", "A person whom the sentence names", "ada-lovelace"),
    slug_or_id("organization", "An organization that the sentence names", "linux-foundation"),
    slug_or_id("topic", "A topic that the sentence names", "pytorch"),
    words(
        "unit",
        "What is counted, in the words of the article: members, percent.",
        60,
        example="members",
    ),
    of_article("The article that gives it, by id."),
)


class FigureList(PublicView):
    """Public figures, newest first."""

    query: ClassVar[Query] = Query(
        *FILTERS, *paging(cursors.newest_ids), COUNT, *narrowing(FigureListed)
    )

    @describe(
        "List figures",
        "The figures of live articles, as editors accepted them, with their sentence and whom it"
        " names. Of one article, each value is given once for each of those. Filters combine.",
        query=query,
        page_of=FigureListed,
        example=examples.FIGURE_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        narrowed = {one.name: self.values[one.name] for one in FILTERS if one.name in self.values}
        page = catalogue.figures_page(catalogue.FigureFilters(**narrowed), **page_of(self.values))
        records = [row.listed.encode() for row in page.rows]
        return listing(request, page, shaped(records, self.values))
