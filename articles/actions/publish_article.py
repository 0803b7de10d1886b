"""Let the public read an article: at once, or from an hour on."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from articles.actions._merge_lock import exclude_merging
from articles.actions._publication import CannotPublish, Plan, let_live
from articles.actions.lock_article import lock_article
from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.actions.record_change import record_change
from articles.actions.write_documents import write_documents
from articles.models import Article, ChangeKind, JobKind, Status, User
from articles.policies import can_publish, require
from articles.selectors.changes import may_be_held
from articles.selectors.clock import database_now

__all__ = ["CannotPublish", "publish_article"]


@transaction.atomic
def publish_article(
    *,
    article_id: int,
    by: User,
    visible_from: dt.datetime | None = None,
    visible_until: dt.datetime | None = None,
    first_published_at: dt.datetime | None = None,
    expected_version: int | None = None,
) -> Article:
    """Publish the draft, or schedule it where `visible_from` lies ahead.

    The first publication sets the dates; `updated_at` moves later only when the words changed or
    a correction goes out. An archive that is brought in gives its own `first_published_at`, which
    counts where it lies in the past. Documents, facets, search row and change row are written in
    the same transaction, and the page that a superseded revision had is kept; the change rows of a
    schedule and of an end follow by job, at their hours. Raises CannotPublish, StaleVersion,
    NotAllowed.
    """
    exclude_merging()
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_publish(by, article), "publish")
    now = database_now()
    is_held = visible_from is not None and visible_from > now and may_be_held(article, now=now)
    waiting = article.corrections.filter(published_at=None)
    plan = Plan(now, visible_from, visible_until, first_published_at, list(waiting))
    kind = let_live(article, plan)
    article.save()
    write_documents(articles=[article])
    if article.visible_until:
        queue_job(kind=JobKind.EXPIRE, article=article, due_at=article.visible_until)
    if article.status == Status.SCHEDULED:
        queue_job(kind=JobKind.ANNOUNCE, article=article, due_at=article.visible_from)
        if is_held:  # it is hidden until its hour: those who hold a copy must hear that, too
            record_change(article=article, kind=ChangeKind.EXPIRED, since=now)
    else:
        record_change(article=article, kind=kind)
    record_act(by=by, verb="publish", subject=article, visible_from=str(article.visible_from))
    return article
