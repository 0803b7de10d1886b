"""Citations: what live articles rest on."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import answer, listing
from articles.api.description import NUMBER, describe
from articles.api.included import OF_CITATIONS, include_in_citations
from articles.api.narrowing import including, narrowing, shaped
from articles.api.parameters import COUNT, choice, of_article, page_of, paging, slug_or_id, words
from articles.api.problems import Problem
from articles.api.queries import Query
from articles.api.schemas import CitationRecord
from articles.api.views import PublicView
from articles.models import CitationKind, LinkState
from articles.selectors import catalogue

LARGEST_ID = 2**63 - 1

FILTERS = (
    of_article("The article that cites, by id."),
    slug_or_id("person", "The person who is cited", "ada-lovelace"),
    slug_or_id("organization", "The organization that is cited", "linux-foundation"),
    choice("kind", "How the statement rests on its source.", CitationKind, example="quotation"),
    words("medium", "What is cited: post, report, survey, interview…", 20, example="report"),
    choice("link", "Whether it says where its source can be read.", LinkState, example="none"),
)


SHAPING = (*narrowing(CitationRecord), including(*OF_CITATIONS))


class CitationList(PublicView):
    """Public citations, newest first."""

    query: ClassVar[Query] = Query(*FILTERS, *paging(cursors.newest_ids), COUNT, *SHAPING)

    @describe(
        "List citations",
        "Statements of live articles that rest on a source, as editors accepted them. Filters"
        " combine. `link=none` lists those whose article says that there is no link.",
        query=query,
        page_of=CitationRecord,
        example=examples.CITATION_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        narrowed = {
            parameter.name: self.values[parameter.name]
            for parameter in FILTERS
            if parameter.name in self.values
        }
        page = catalogue.citations_page(
            catalogue.CitationFilters(**narrowed), **page_of(self.values)
        )
        records = [row.record.encode() for row in page.rows]
        return listing(request, page, shaped(records, self.values, include=include_in_citations))


class CitationDetail(PublicView):
    """One public citation."""

    query: ClassVar[Query] = Query(*SHAPING)

    @describe(
        "Get a citation",
        "One statement with its source and the article in which it stands.",
        path=NUMBER,
        query=query,
        answer=CitationRecord,
        example=examples.CITATION,
        problems=("not-found",),
    )
    def get(self, request: Request, pk: int) -> HttpResponse:
        """Answer with the citation, or with 404."""
        citation = catalogue.citation(pk) if pk <= LARGEST_ID else None
        if citation is None:
            raise Problem("not-found")
        (record,) = shaped([citation.record.encode()], self.values, include=include_in_citations)
        return answer(request, record)
