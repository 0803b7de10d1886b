"""The moves of an article on its way to the public, and back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.serializers import Serializer

from articles.actions.approve_article import approve_article
from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.return_article import return_article
from articles.actions.submit_article import submit_article
from articles.actions.withdraw_article import withdraw_article
from articles.api import desk_examples
from articles.api.bodies import checked
from articles.api.description import PUBLIC_ID, Decorator
from articles.api.draft_answers import article_at_desk, written_draft
from articles.api.idempotency import once
from articles.api.preconditions import seen_by
from articles.api.refusals import refusals, wrong_state
from articles.api.schemas import (
    CorrectionInput,
    DraftRecord,
    NoteInput,
    PublishInput,
    ScheduleInput,
    WithdrawalInput,
)
from articles.api.views import DeskView
from articles.api.writing_description import describe_write
from articles.models import Scope, Status


class _Move(DeskView):
    """One move of an article that the key's user works on, made by POST."""

    http_method_names = ["post"]
    scopes: ClassVar = {"POST": (Scope.ARTICLES_PUBLISH,)}
    form: ClassVar[type[Serializer[Any]]] = NoteInput
    action: ClassVar[Any]

    @once
    def post(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Make the move and answer with the draft, or say why it cannot be made."""
        article = article_at_desk(public_id, self.user)
        seen = seen_by(request)
        values = checked(self.form(data=request.data), request.data)
        with refusals(public_id, user=self.user, seen=seen), transaction.atomic():
            self.move(article_id=article.pk, expected_version=seen.version, values=values)
            return written_draft(public_id, self.user)

    def move(self, *, article_id: int, expected_version: int, values: Mapping[str, Any]) -> None:
        """Call the action."""
        type(self).action(
            article_id=article_id, by=self.user, expected_version=expected_version, **values
        )


def _described(
    summary: str,
    description: str,
    body: type[Serializer[Any]] = NoteInput,
    example: Mapping[str, Any] | None = None,
    scope: Scope = Scope.ARTICLES_PUBLISH,
) -> Decorator:
    described: Decorator = extend_schema_view(
        post=describe_write(
            summary,
            description,
            path=PUBLIC_ID,
            body=body,
            example=example or {"note": "Two sources, both called."},
            answer=DraftRecord,
            answer_example=desk_examples.DRAFT,
            scopes=(scope,),
            is_conditional=True,
            is_once=True,
            problems=("not-found", "wrong-state"),
        )
    )
    return described


@_described("Submit a draft", "Hands a draft over for review.", scope=Scope.ARTICLES_WRITE)
class Submission(_Move):
    """For review."""

    scopes: ClassVar = {"POST": (Scope.ARTICLES_WRITE,)}
    action = staticmethod(submit_article)


@_described("Approve a draft", "Says that a draft may go out.")
class Approval(_Move):
    """It may go out."""

    action = staticmethod(approve_article)


@_described("Return a draft", "Gives a draft back to its writer.")
class Return(_Move):
    """Back to its writer."""

    action = staticmethod(return_article)


@_described(
    "Publish an article",
    "The draft becomes what readers read, at once.",
    PublishInput,
    {},
)
class Publication(_Move):
    """At once."""

    form = PublishInput
    action = staticmethod(publish_article)


@_described(
    "Schedule an article",
    "The draft becomes what readers read, from an hour on.",
    ScheduleInput,
    {"visible_from": "2031-11-06T18:00:00Z"},
)
class Schedule(_Move):
    """At an hour."""

    form = ScheduleInput
    action = staticmethod(publish_article)


@_described(
    "Correct an article",
    "Adds a note on what was wrong. Readers read it with the next publication.",
    CorrectionInput,
    {"note": "An earlier version miscounted.", "was": "14 members", "now": "40 members"},
)
class CorrectionNote(_Move):
    """What was wrong."""

    form = CorrectionInput
    action = staticmethod(correct_article)


@_described(
    "Withdraw an article",
    "Takes an article from the public at once: with a note, readers find that in its place (410);"
    " without one, nothing was ever there (404).",
    WithdrawalInput,
    {"note": "The source has taken its statement back."},
)
class Withdrawal(_Move):
    """From the public."""

    form = WithdrawalInput

    def move(self, *, article_id: int, expected_version: int, values: Mapping[str, Any]) -> None:
        """Withdraw it. Raises Problem where it was not out."""
        article = withdraw_article(
            article_id=article_id, by=self.user, expected_version=expected_version, **values
        )
        if article.status != Status.WITHDRAWN:
            raise wrong_state(article, "Only what is public, or about to be, can be withdrawn.")
