"""Drafts: what is written and judged before anybody reads it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from articles.actions.describe_article import describe_article
from articles.actions.draft_article import UnreadablePost, draft_article
from articles.actions.edit_article import edit_article
from articles.api import cursors, desk_examples
from articles.api.answers import answer, listing
from articles.api.bodies import checked
from articles.api.description import PUBLIC_ID, describe
from articles.api.draft_answers import article_at_desk, draft_bytes, written_draft
from articles.api.draft_fields import changes_of
from articles.api.draft_records import draft_card
from articles.api.idempotency import once
from articles.api.parameters import SECTION, choice, page_of, paging
from articles.api.preconditions import etag_of, seen_by
from articles.api.queries import Query
from articles.api.refusals import refusals, unreadable
from articles.api.rendering import to_json
from articles.api.schemas import DraftCard, DraftChanges, DraftInput, DraftRecord
from articles.api.views import DeskView
from articles.api.writing_description import describe_write
from articles.documents.addresses import absolute
from articles.models import Scope, Status
from articles.selectors import catalogue


class DraftList(DeskView):
    """The articles that the key's user works on, newest first."""

    scopes: ClassVar = {"GET": (Scope.DESK_READ,), "POST": (Scope.ARTICLES_WRITE,)}
    query: ClassVar[Query] = Query(
        choice("status", "Where they stand.", Status, example="in_review"),
        SECTION,
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

    @describe_write(
        "Start an article",
        "Begins a draft of the house's own, with words in their parts. Words are cleaned as at the"
        " desk, and the engine reads them. To bring in what others sent, use `/posts/`.",
        body=DraftInput,
        example=desk_examples.DRAFT_INPUT,
        status=201,
        answer=DraftRecord,
        answer_example=desk_examples.DRAFT,
        scopes=(Scope.ARTICLES_WRITE,),
    )
    @once
    @transaction.atomic
    def post(self, request: Request) -> HttpResponse:
        """Store the draft and answer with it."""
        values = checked(DraftInput(data=request.data), request.data)
        changes = changes_of(values, article=None)
        words = {name: value for name, value in changes.words.items() if name != "note"}
        try:
            article = draft_article(by=self.user, **words)
        except UnreadablePost as error:
            raise unreadable(error) from error
        if changes.described:
            describe_article(
                article_id=article.pk,
                by=self.user,
                expected_version=article.version,
                **changes.described,
            )
        response = written_draft(article.public_id, self.user, status=201)
        response["Location"] = absolute(reverse("api:desk-article", args=[article.public_id]))
        return response


class DraftDetail(DeskView):
    """One draft."""

    http_method_names = ["get", "head", "patch"]
    scopes: ClassVar = {"GET": (Scope.DESK_READ,), "PATCH": (Scope.ARTICLES_WRITE,)}

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

    @describe_write(
        "Edit a draft",
        "Changes what is given, and leaves the rest. `If-Match` names the version that the change"
        " is based on: where another is there, nothing is written, and the answer (412) tells what"
        " changed. What readers read changes with the next publication only.",
        path=PUBLIC_ID,
        body=DraftChanges,
        example=desk_examples.DRAFT_CHANGES,
        answer=DraftRecord,
        answer_example=desk_examples.DRAFT,
        scopes=(Scope.ARTICLES_WRITE,),
        is_conditional=True,
        problems=("not-found",),
    )
    def patch(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Write the changes and answer with the draft, or refuse all of them."""
        article = article_at_desk(public_id, self.user)
        seen = seen_by(request)
        values = checked(DraftChanges(data=request.data), request.data)
        changes = changes_of(values, article=article)
        with refusals(public_id, user=self.user, seen=seen), transaction.atomic():
            edit_article(
                article_id=article.pk,
                by=self.user,
                expected_version=seen.version,
                words=changes.words,
                **changes.described,
            )
            return written_draft(public_id, self.user)
