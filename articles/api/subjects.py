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
from articles.api.narrowing import narrowing, shaped
from articles.api.parameters import COUNT, choice, page_of, paging, words
from articles.api.permissions import reader_of
from articles.api.problems import Problem
from articles.api.queries import Query
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

NAME = words(
    "name",
    "Part of any name that it is known by, whatever the case.",
    200,
    example="linux",
)
KIND = choice("kind", "What the topic is.", TopicKind, example="product")
PAGING = (*paging(cursors.slugs), COUNT)
PEOPLE = Query(NAME, *PAGING, *narrowing(PersonCard))
ORGANIZATIONS = Query(NAME, *PAGING, *narrowing(OrganizationCard))
TOPICS = Query(NAME, KIND, *PAGING, *narrowing(TopicCard))
PERSON = Query(*narrowing(PersonDetail))
ORGANIZATION = Query(*narrowing(OrganizationDetail))
TOPIC = Query(*narrowing(TopicDetail))
VISIBILITY = "Readers see those whom a live article names; the desk sees all."


class _SubjectList(ReaderView):
    """A list in the order of slugs."""

    model: ClassVar[Any]

    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        page = catalogue.subjects_page(
            self.model,
            user=reader_of(request),
            name=self.values.get("name", ""),
            kind=self.values.get("kind"),
            **page_of(self.values),
        )
        records = [to_json(subject_card(subject)) for subject in page.rows]
        return listing(request, page, shaped(records, self.values))


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
        (record,) = shaped([to_json(subject_detail(subject))], self.values)
        return answer(request, record)


@extend_schema_view(
    get=describe(
        "List people",
        VISIBILITY,
        query=PEOPLE,
        page_of=PersonCard,
        example=examples.PERSON_PAGE,
    )
)
class PersonList(_SubjectList):
    """People."""

    model = Person
    query: ClassVar[Query] = PEOPLE


@extend_schema_view(
    get=describe(
        "Get a person",
        VISIBILITY,
        path=SLUG_OR_ID,
        query=PERSON,
        answer=PersonDetail,
        example=examples.PERSON_DETAIL,
        problems=("not-found",),
    )
)
class PersonDetailView(_SubjectDetail):
    """A person."""

    model = Person
    query: ClassVar[Query] = PERSON


@extend_schema_view(
    get=describe(
        "List organizations",
        VISIBILITY,
        query=ORGANIZATIONS,
        page_of=OrganizationCard,
        example=examples.ORGANIZATION_PAGE,
    )
)
class OrganizationList(_SubjectList):
    """Organizations."""

    model = Organization
    query: ClassVar[Query] = ORGANIZATIONS


@extend_schema_view(
    get=describe(
        "Get an organization",
        VISIBILITY,
        path=SLUG_OR_ID,
        query=ORGANIZATION,
        answer=OrganizationDetail,
        example=examples.ORGANIZATION_DETAIL,
        problems=("not-found",),
    )
)
class OrganizationDetailView(_SubjectDetail):
    """An organization."""

    model = Organization
    query: ClassVar[Query] = ORGANIZATION


@extend_schema_view(
    get=describe(
        "List topics",
        f"{VISIBILITY} A topic is a product, a work, a place, an event, a law or a subject.",
        query=TOPICS,
        page_of=TopicCard,
        example=examples.TOPIC_PAGE,
    )
)
class TopicList(_SubjectList):
    """Topics."""

    model = Topic
    query: ClassVar[Query] = TOPICS


@extend_schema_view(
    get=describe(
        "Get a topic",
        VISIBILITY,
        path=SLUG_OR_ID,
        query=TOPIC,
        answer=TopicDetail,
        example=examples.TOPIC_DETAIL,
        problems=("not-found",),
    )
)
class TopicDetailView(_SubjectDetail):
    """A topic."""

    model = Topic
    query: ClassVar[Query] = TOPIC
