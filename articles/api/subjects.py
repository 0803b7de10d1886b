"""People, organizations and topics."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request

from articles.api import cursors, examples
from articles.api.answers import answer, listing
from articles.api.description import SLUG_OR_ID, describe
from articles.api.parameters import page_of, paging
from articles.api.permissions import reader_of
from articles.api.problems import Problem
from articles.api.queries import Parameter, Query, one_of, text
from articles.api.records import subject_card, subject_detail
from articles.api.rendering import to_json
from articles.api.schemas import (
    OrganizationCard,
    OrganizationDetail,
    PersonCard,
    PersonDetail,
    TopicCard,
    TopicDetail,
)
from articles.api.views import ReaderView
from articles.models import Organization, Person, Topic, TopicKind
from articles.selectors import catalogue

NAME = Parameter(
    "name",
    "Part of any name that it is known by, whatever the case.",
    text(200),
    {"type": "string", "maxLength": 200},
    example="linux",
)
KIND = Parameter(
    "kind",
    "What the topic is.",
    one_of(TopicKind),
    {"type": "string", "enum": TopicKind.values},
    example="product",
)
SUBJECT_QUERY = Query(NAME, *paging(cursors.slugs))
TOPIC_QUERY = Query(NAME, KIND, *paging(cursors.slugs))
VISIBILITY = "Readers see those whom a live article names; the desk sees all."


class _SubjectList(ReaderView):
    """A list in the order of slugs."""

    model: ClassVar[Any]
    query: ClassVar[Query] = SUBJECT_QUERY

    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        page = catalogue.subjects_page(
            self.model,
            user=reader_of(request),
            name=self.values.get("name", ""),
            kind=self.values.get("kind"),
            **page_of(self.values),
        )
        return listing(request, page, [to_json(subject_card(subject)) for subject in page.rows])


class _SubjectDetail(ReaderView):
    """One record, by slug or id. The slug of a renamed or merged record leads to the new one."""

    model: ClassVar[Any]

    def get(self, request: Request, key: str) -> HttpResponseBase:
        """Answer with the record, with the way to it, or with 404."""
        reader = reader_of(request)
        subject = catalogue.subject(self.model, key, user=reader)
        if subject is None:
            if slug := catalogue.slug_after_move(self.model, key, user=reader):
                route = f"api:{self.model.facet_kind.value}"
                return HttpResponsePermanentRedirect(reverse(route, args=[slug]))
            raise Problem("not-found")
        return answer(request, to_json(subject_detail(subject)))


@extend_schema_view(
    get=describe(
        "List people",
        VISIBILITY,
        query=SUBJECT_QUERY,
        page_of=PersonCard,
        example=examples.PERSON_PAGE,
    )
)
class PersonList(_SubjectList):
    """People."""

    model = Person


@extend_schema_view(
    get=describe(
        "Get a person",
        VISIBILITY,
        path=SLUG_OR_ID,
        answer=PersonDetail,
        example=examples.PERSON_DETAIL,
        problems=("not-found",),
    )
)
class PersonDetailView(_SubjectDetail):
    """A person."""

    model = Person


@extend_schema_view(
    get=describe(
        "List organizations",
        VISIBILITY,
        query=SUBJECT_QUERY,
        page_of=OrganizationCard,
        example=examples.ORGANIZATION_PAGE,
    )
)
class OrganizationList(_SubjectList):
    """Organizations."""

    model = Organization


@extend_schema_view(
    get=describe(
        "Get an organization",
        VISIBILITY,
        path=SLUG_OR_ID,
        answer=OrganizationDetail,
        example=examples.ORGANIZATION_DETAIL,
        problems=("not-found",),
    )
)
class OrganizationDetailView(_SubjectDetail):
    """An organization."""

    model = Organization


@extend_schema_view(
    get=describe(
        "List topics",
        f"{VISIBILITY} A topic is a product, a work, a place, an event, a law or a subject.",
        query=TOPIC_QUERY,
        page_of=TopicCard,
        example=examples.TOPIC_PAGE,
    )
)
class TopicList(_SubjectList):
    """Topics."""

    model = Topic
    query: ClassVar[Query] = TOPIC_QUERY


@extend_schema_view(
    get=describe(
        "Get a topic",
        VISIBILITY,
        path=SLUG_OR_ID,
        answer=TopicDetail,
        example=examples.TOPIC_DETAIL,
        problems=("not-found",),
    )
)
class TopicDetailView(_SubjectDetail):
    """A topic."""

    model = Topic
