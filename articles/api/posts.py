"""Posts on their way in."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from articles.actions.receive_post import PostDiffers, UnreadablePost, receive_post
from articles.api import examples
from articles.api.answers import answer
from articles.api.authentication import ApiKeyAuthentication
from articles.api.bodies import checked
from articles.api.description import PUBLIC_ID, describe, describe_post
from articles.api.idempotency import once
from articles.api.parameters import words
from articles.api.parsing import HTMLParser, MarkdownParser, PlainTextParser, StrictJSONParser
from articles.api.permissions import MayHandlePosts
from articles.api.problems import Problem, invalid
from articles.api.queries import Query
from articles.api.records import post_receipt, post_status
from articles.api.rendering import to_json
from articles.api.schemas import PostInput, PostStatus
from articles.api.views import ApiView
from articles.models import PostFormat, User
from articles.selectors import catalogue

FORMATS = {
    "text/markdown": PostFormat.MARKDOWN,
    "text/html": PostFormat.HTML,
    "text/plain": PostFormat.TEXT,
}


class _PostView(ApiView):
    """For keys with posts:write, and for people who are signed in."""

    authentication_classes = [ApiKeyAuthentication, SessionAuthentication]
    permission_classes = [MayHandlePosts]


class PostInbox(_PostView):
    """Where posts arrive."""

    parser_classes = [StrictJSONParser, MarkdownParser, HTMLParser, PlainTextParser]
    query: ClassVar[Query] = Query(
        words(
            "source",
            "Who sends it. For bodies that are the text itself.",
            120,
            example="Wire",
        ),
        words(
            "external_id",
            "The sender's own id. For bodies that are the text itself.",
            200,
            example="wire-2025-11-06-17",
        ),
        words("file_name", "Where it was kept. For bodies that are the text itself.", 255),
    )

    @extend_schema(**describe_post(query))
    @once
    def post(self, request: Request) -> HttpResponse:
        """Store the post and start its article, or say that it is here already."""
        fields = _fields(request.data, media_type=request.content_type, query=self.values)
        try:
            receipt = receive_post(**fields, by=cast("User", request.user))
        except UnreadablePost as error:
            raise invalid({_PUBLIC_NAMES.get(error.field, error.field): error.reason}) from error
        except PostDiffers as error:
            raise Problem(
                "post-differs", str(error), article=str(error.article.public_id)
            ) from error
        record = post_receipt(receipt.article.post, created=receipt.created)
        return HttpResponse(
            to_json(record),
            status=201 if receipt.created else 200,
            content_type="application/json",
            headers={"Location": record["status"], "Cache-Control": "no-store"},
        )


class PostProgressView(_PostView):
    """How far a post is on its way."""

    @describe(
        "Get a post",
        "How far the reading of a post is: for whoever sent it, and for its editors.",
        path=PUBLIC_ID,
        answer=PostStatus,
        example=examples.POST_STATUS,
        problems=("forbidden", "not-found"),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Answer with the progress, or with 404."""
        progress = catalogue.post_progress(public_id, user=request.user)
        if progress is None:
            raise Problem("not-found")
        return answer(request, to_json(post_status(progress)))


_PUBLIC_NAMES = {"post": "content", "body": "content"}


def _fields(data: Any, *, media_type: str, query: Mapping[str, str]) -> dict[str, Any]:
    """Return the arguments of `receive_post`. Raises Problem naming each field that does not fit."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in FORMATS:
        if "source" not in query:
            raise invalid({"source": "Give the sender in the query: ?source=Wire."})
        return {**query, "raw": data or b"", "format": FORMATS[kind].value}
    if query:
        raise invalid({next(iter(query)): "Beside a JSON body, give it in the body."})
    return _checked(data)


def _checked(data: Any) -> dict[str, Any]:
    fields = checked(PostInput(data=data), data)
    fields["raw"] = fields.pop("content")
    return fields
