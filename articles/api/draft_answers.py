"""A draft as an answer, the same after reading and after writing it."""

from __future__ import annotations

import uuid

from django.http import HttpResponse

from articles.api.answers import written
from articles.api.draft_records import draft_record
from articles.api.preconditions import etag_of
from articles.api.problems import Problem
from articles.api.rendering import to_json
from articles.models import Article, User
from articles.selectors import catalogue


def article_at_desk(public_id: uuid.UUID, user: User) -> Article:
    """Return an article that `user` works on. Raises Problem (not-found) for every other."""
    article = catalogue.desk_article(public_id, user=user)
    if article is None or article.draft_revision is None:
        raise Problem("not-found")
    return article


def draft_bytes(article: Article) -> bytes:
    """Return the draft of an article as JSON. Raises Problem (not-found) where it has no words."""
    draft = catalogue.draft_of(article)
    if draft is None:
        raise Problem("not-found")
    return to_json(draft_record(draft))


def written_draft(public_id: uuid.UUID, user: User, *, status: int = 200) -> HttpResponse:
    """Answer a write with the draft as it is now. Call it in the transaction of the write."""
    article = article_at_desk(public_id, user)
    body = draft_bytes(article)
    return written(body, status=status, ETag=f'"{etag_of(article, body)}"')
