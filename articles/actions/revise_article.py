"""Change the words of an article: a new draft revision, never touching public bytes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from articles.actions.add_revision import add_revision
from articles.actions.carry_annotations import carry_annotations
from articles.actions.lock_article import lock_article
from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.engine.parsing import parse_parts
from articles.engine.types import Card, Question
from articles.models import Article, JobKind, Status, User
from articles.policies import can_edit, require

__all__ = ["Card", "Question", "revise_article"]


@transaction.atomic
def revise_article(  # noqa: PLR0913
    *,
    article_id: int,
    by: User,
    expected_version: int,
    headline: str,
    summary: str,
    body: str,
    faq: Sequence[Question] = (),
    cards: Sequence[Card] = (),
    note: str = "",
) -> Article:
    """Store new words as the draft, carry the annotations over, and let the engine read again.

    The same words change nothing. Raises StaleVersion, NotAllowed, UnreadablePost (field, reason).
    """
    document = parse_parts(headline=headline, summary=summary, body_html=body, faq=faq, cards=cards)
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_edit(by, article), "edit")
    before = article.draft_revision
    if before and _same_words(article, document.text, document.body_html):
        return article
    revision = add_revision(article=article, document=document, by=by, note=note)
    if before:
        carry_annotations(source=before, target=revision)
    if article.status == Status.APPROVED:
        article.status = Status.IN_REVIEW  # other words than those that were approved
    article.save()
    queue_job(kind=JobKind.ENRICH, article=article, content_hash=revision.content_hash, by=by)
    record_act(by=by, verb="revise", subject=article, revision=revision.number, note=note)
    return article


def _same_words(article: Article, text: str, body: str) -> bool:
    before = article.draft_revision
    return before is not None and before.text == text and before.body == body
