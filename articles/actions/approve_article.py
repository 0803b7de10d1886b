"""Say that a reviewed draft may go out."""

from __future__ import annotations

from django.db import transaction

from articles.actions.move_article import move_article
from articles.models import Article, Status, User
from articles.policies import can_publish


@transaction.atomic
def approve_article(
    *, article_id: int, by: User, note: str = "", expected_version: int | None = None
) -> Article:
    """Say that a reviewed draft may go out. Raises WrongState, StaleVersion, NotAllowed."""
    return move_article(
        article_id=article_id,
        by=by,
        verb="approve",
        may=can_publish,
        to=Status.APPROVED,
        note=note,
        expected_version=expected_version,
    )
