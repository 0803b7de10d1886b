"""Take an article from the public."""

from __future__ import annotations

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.actions.record_change import record_change
from articles.models import (
    LIVE_STATUSES,
    Article,
    ChangeKind,
    Facet,
    Redirect,
    SearchRow,
    Status,
    StoredDocument,
    User,
)
from articles.policies import can_publish, require
from articles.selectors.changes import may_be_held
from articles.selectors.clock import database_now


@transaction.atomic
def withdraw_article(
    *, article_id: int, by: User, note: str = "", expected_version: int | None = None
) -> Article:
    """Withdraw an article that is public or scheduled; its documents go in this transaction.

    With a note, readers find the note in its place (410); without, nothing was ever there (404).
    Those who keep a copy are told, unless it never was out. Raises NotAllowed.
    """
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_publish(by, article), "withdraw")
    if article.status not in LIVE_STATUSES:
        return article
    now = database_now()
    was_out = article.visible_from is not None and article.visible_from <= now
    is_held = was_out or may_be_held(article, now=now)
    article.status = Status.WITHDRAWN
    article.withdrawn_at = now
    article.withdrawal_note = note
    article.document_version += 1
    article.save()
    _keep_address(article)
    for model in (StoredDocument, SearchRow, Facet):
        model._default_manager.filter(article=article).delete()
    if is_held:
        record_change(article=article, kind=ChangeKind.WITHDRAWN)
    record_act(by=by, verb="withdraw", subject=article, note=note)
    return article


def _keep_address(article: Article) -> None:
    """Remember where it stood: its note stands there, whatever its section is called later."""
    paths = StoredDocument.objects.filter(article=article).values_list("path", flat=True)
    for path in paths:
        Redirect.objects.update_or_create(path=path, defaults={"article": article})
