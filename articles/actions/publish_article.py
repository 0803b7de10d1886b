"""Let the public read an article: at once, or from an hour on."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.actions.record_change import record_change
from articles.actions.write_documents import write_documents
from articles.models import Article, ChangeKind, Status, User
from articles.policies import can_publish, is_live, require
from articles.selectors.clock import database_now


class CannotPublish(Exception):  # noqa: N818
    """The article is not in a state to be published; `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, for the person who asked."""
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def publish_article(
    *,
    article_id: int,
    by: User,
    visible_from: dt.datetime | None = None,
    visible_until: dt.datetime | None = None,
    expected_version: int | None = None,
) -> Article:
    """Publish the draft, or schedule it where `visible_from` lies ahead.

    The first publication gives `first_published_at`; `updated_at` moves only when the words
    changed or a correction goes out. Documents, facets, search row and change row are written in
    the same transaction. Raises CannotPublish, StaleVersion, NotAllowed.
    """
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_publish(by, article), "publish")
    now = database_now()
    was_live = is_live(article, now=now)
    kind = _change_kind(article, was_live=was_live)
    _set_window(article, visible_from, visible_until, now=now, was_live=was_live)
    _set_dates(article, kind, now=now, was_live=was_live)
    article.corrections.filter(published_at=None).update(published_at=article.updated_at)
    article.live_revision = article.draft_revision
    article.withdrawn_at = None
    article.withdrawal_note = ""
    article.document_version += 1
    article.save()
    write_documents(article=article)
    record_change(article=article, kind=kind)
    record_act(by=by, verb="publish", subject=article, visible_from=str(article.visible_from))
    return article


def _change_kind(article: Article, *, was_live: bool) -> ChangeKind:
    if not was_live:
        return ChangeKind.PUBLISHED
    if article.corrections.filter(published_at=None).exists():
        return ChangeKind.CORRECTED
    return ChangeKind.UPDATED


def _set_window(
    article: Article,
    visible_from: dt.datetime | None,
    visible_until: dt.datetime | None,
    *,
    now: dt.datetime,
    was_live: bool,
) -> None:
    if article.draft_revision is None:
        raise CannotPublish("There are no words to publish.")  # noqa: EM101, TRY003
    if was_live and visible_from and visible_from > now:
        raise CannotPublish("It is public already: it cannot be scheduled for later.")  # noqa: EM101, TRY003
    if not was_live:
        article.visible_from = (
            max(now, visible_from.replace(microsecond=0)) if visible_from else now
        )
    if visible_until is not None and article.visible_from and visible_until <= article.visible_from:
        raise CannotPublish("It would end before it begins.")  # noqa: EM101, TRY003
    article.visible_until = visible_until
    is_later = article.visible_from is not None and article.visible_from > now
    article.status = Status.SCHEDULED if is_later else Status.PUBLISHED


def _set_dates(article: Article, kind: ChangeKind, *, now: dt.datetime, was_live: bool) -> None:
    first = article.first_published_at
    if first is None or first > now:
        article.first_published_at = article.updated_at = article.visible_from
        return
    before, after = article.live_revision, article.draft_revision
    changed = before is None or after is None or before.content_hash != after.content_hash
    if changed or kind == ChangeKind.CORRECTED or not was_live:
        article.updated_at = max(now, article.visible_from or now)
