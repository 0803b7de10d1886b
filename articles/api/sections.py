"""Sections."""

from __future__ import annotations

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import examples
from articles.api.answers import answer, listing
from articles.api.description import SLUG, describe
from articles.api.problems import Problem
from articles.api.records import section_record
from articles.api.rendering import to_json
from articles.api.schemas import SectionRecord
from articles.api.views import PublicView
from articles.selectors import catalogue


class SectionList(PublicView):
    """All sections."""

    @describe(
        "List sections",
        "All sections in the publication's order, on one page.",
        page_of=SectionRecord,
        example=examples.SECTION_PAGE,
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with all of them."""
        rows = list(catalogue.sections())
        page = catalogue.Page(rows=rows, next=None, previous=None)
        return listing(request, page, [to_json(section_record(row)) for row in rows])


class SectionDetail(PublicView):
    """One section."""

    @describe(
        "Get a section",
        "One section, by slug.",
        path=SLUG,
        answer=SectionRecord,
        example=examples.SECTION,
        problems=("not-found",),
    )
    def get(self, request: Request, slug: str) -> HttpResponse:
        """Answer with the section, or with 404."""
        section = catalogue.section(slug)
        if section is None:
            raise Problem("not-found")
        return answer(request, to_json(section_record(section)))
