"""Drafts: what is written and judged before anybody reads it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import cursors, desk_examples
from articles.api.answers import answer, listing
from articles.api.description import PUBLIC_ID, describe
from articles.api.draft_answers import article_at_desk, draft_bytes
from articles.api.draft_records import draft_card
from articles.api.parameters import page_of, paging
from articles.api.preconditions import etag_of
from articles.api.queries import Parameter, Query, one_of, text
from articles.api.rendering import to_json
from articles.api.schemas import DraftCard, DraftRecord
from articles.api.views import DeskView
from articles.models import Scope, Status
from articles.selectors import catalogue


class DraftList(DeskView):
    """The articles that the key's user works on, newest first."""

    scopes: ClassVar = {"GET": (Scope.DESK_READ,)}
    query: ClassVar[Query] = Query(
        Parameter(
            "status",
            "Where they stand.",
            one_of(Status),
            {"type": "string", "enum": Status.values},
            example="in_review",
        ),
        Parameter(
            "section",
            "The section, by slug.",
            text(80),
            {"type": "string", "maxLength": 80},
            example="technology",
        ),
        *paging(cursors.newest_ids),
    )

    @describe(
        "List drafts",
        "The articles that the user of the key works on, newest first, with what is open about"
        " each.",
        query=query,
        page_of=DraftCard,
        example=desk_examples.DRAFT_PAGE,
        scopes=(Scope.DESK_READ,),
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page."""
        page = catalogue.drafts_page(
            self.user,
            status=self.values.get("status"),
            section=self.values.get("section", ""),
            **page_of(self.values),
        )
        return listing(request, page, [to_json(draft_card(row)) for row in page.rows])


class DraftDetail(DeskView):
    """One draft."""

    scopes: ClassVar = {"GET": (Scope.DESK_READ,)}

    @describe(
        "Get a draft",
        "The words that are being written, where the article stands, and every proposal and"
        " finding with its id and score. The ETag names the version that a change is based on.",
        path=PUBLIC_ID,
        answer=DraftRecord,
        example=desk_examples.DRAFT,
        problems=("not-found",),
        scopes=(Scope.DESK_READ,),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Answer with the draft, or with 404."""
        article = article_at_desk(public_id, self.user)
        body = draft_bytes(article)
        return answer(request, body, etag=etag_of(article, body))
