"""Tell those who keep a copy that an article's time is over."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.finish_job import finish_job
from articles.actions.record_change import record_change
from articles.models import LIVE_STATUSES, Article, ChangeKind


@transaction.atomic
def expire_article(*, job_id: UUID, lease: UUID) -> None:
    """Do what an EXPIRE job asks for: append the change row, once, if `visible_until` is past.

    Readers need no job: every read asks the window. One that was withdrawn or given more time
    since is left alone. Raises LeaseLost.
    """
    article = Article.objects.select_for_update(of=("self",)).get(jobs__public_id=job_id)
    over = Article.objects.filter(pk=article.pk, status__in=LIVE_STATUSES, visible_until__lte=Now())
    if over.exists():
        record_change(article=article, kind=ChangeKind.EXPIRED, since=article.visible_until)
    finish_job(job_id=job_id, lease=lease)
