"""Hand a draft over for review."""

from __future__ import annotations

from django.db import transaction

from articles.actions.move_article import move_article
from articles.models import Article, Status, User
from articles.policies import can_edit


@transaction.atomic
def submit_article(
    *, article_id: int, by: User, note: str = "", expected_version: int | None = None
) -> Article:
    """Hand a draft over for review. Raises WrongState, StaleVersion, NotAllowed."""
    return move_article(
        article_id=article_id,
        by=by,
        verb="submit",
        may=can_edit,
        to=Status.IN_REVIEW,
        note=note,
        expected_version=expected_version,
    )
