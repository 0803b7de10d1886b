"""Tell those who keep a copy that a scheduled article is out."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from articles.actions.finish_job import finish_job
from articles.actions.record_change import record_change
from articles.models import Article, ChangeKind
from articles.policies import is_live
from articles.selectors.changes import is_announced
from articles.selectors.clock import database_now


@transaction.atomic
def announce_article(*, job_id: UUID, lease: UUID) -> None:
    """Do what an ANNOUNCE job asks for: append the change row, once, if the article is out.

    An article that was withdrawn before its hour, or that went out before it, is not announced.
    Raises LeaseLost.
    """
    article = Article.objects.select_for_update(of=("self",)).get(jobs__public_id=job_id)
    if is_live(article, now=database_now()) and not is_announced(article):
        record_change(article=article, kind=ChangeKind.PUBLISHED)
    finish_job(job_id=job_id, lease=lease)
