"""Sections."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import examples
from articles.api.answers import answer, listing
from articles.api.description import SLUG, describe
from articles.api.narrowing import narrowing, shaped
from articles.api.problems import Problem
from articles.api.queries import Query
from articles.api.records import section_record
from articles.api.rendering import to_json
from articles.api.schemas import SectionRecord
from articles.api.views import PublicView
from articles.selectors import catalogue


class SectionList(PublicView):
    """All sections."""

    query: ClassVar[Query] = Query(*narrowing(SectionRecord))

    @describe(
        "List sections",
        "All sections in the publication's order, on one page.",
        query=query,
        page_of=SectionRecord,
        example=examples.SECTION_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with all of them."""
        rows = list(catalogue.sections())
        page = catalogue.Page(rows=rows, next=None, previous=None)
        records = [to_json(section_record(row)) for row in rows]
        return listing(request, page, shaped(records, self.values))


class SectionDetail(PublicView):
    """One section."""

    query: ClassVar[Query] = Query(*narrowing(SectionRecord))

    @describe(
        "Get a section",
        "One section, by slug.",
        path=SLUG,
        query=query,
        answer=SectionRecord,
        example=examples.SECTION,
        problems=("not-found",),
    )
    def get(self, request: Request, slug: str) -> HttpResponse:
        """Answer with the section, or with 404."""
        section = catalogue.section(slug)
        if section is None:
            raise Problem("not-found")
        (record,) = shaped([to_json(section_record(section))], self.values)
        return answer(request, record)
