"""Give a draft back to its writer."""

from __future__ import annotations

from django.db import transaction

from articles.actions.move_article import move_article
from articles.models import Article, Status, User
from articles.policies import can_publish


@transaction.atomic
def return_article(
    *, article_id: int, by: User, note: str = "", expected_version: int | None = None
) -> Article:
    """Give a draft back to its writer. Raises WrongState, StaleVersion, NotAllowed."""
    return move_article(
        article_id=article_id,
        by=by,
        verb="return",
        may=can_publish,
        to=Status.DRAFT,
        note=note,
        expected_version=expected_version,
    )
