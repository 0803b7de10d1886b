"""Change an article at the desk: what it says beside its words, and its words, together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import transaction

from articles.actions.describe_article import Author, describe_article
from articles.actions.revise_article import Card, Question, revise_article
from articles.models import Article, Revision, Topic, User

__all__ = ["Card", "Question", "edit_article"]


@transaction.atomic
def edit_article(
    *,
    article_id: int,
    by: User,
    expected_version: int,
    words: Mapping[str, Any],
    bylines: Sequence[Author] | None = None,
    topics: Collection[Topic] | None = None,
    **columns: Any,
) -> Article:
    """Describe and revise an article, or leave both as they were.

    `words` are any of headline, summary, body, faq, cards and note; what is not given stays as it
    is in the draft. Raises StaleVersion, NotAllowed, UnreadablePost.
    """
    described = describe_article(
        article_id=article_id,
        by=by,
        expected_version=expected_version,
        bylines=bylines,
        topics=topics,
        **columns,
    )
    if not words:
        return described
    return revise_article(
        article_id=article_id,
        by=by,
        expected_version=described.version,
        **{**_standing(described.draft_revision), **words},
    )


def _standing(revision: Revision | None) -> dict[str, Any]:
    if revision is None:
        return {"headline": "", "summary": "", "body": ""}
    return {
        "headline": revision.headline,
        "summary": revision.summary,
        "body": revision.body,
        "faq": [Question(one.question, one.answer) for one in revision.faq.all()],
        "cards": [Card(**card) for card in revision.cards],
    }
