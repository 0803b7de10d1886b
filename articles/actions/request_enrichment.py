"""Ask the engine to read an article again."""

from __future__ import annotations

from django.db import transaction

from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.models import Article, Job, JobKind, User
from articles.policies import can_edit, require


@transaction.atomic
def request_enrichment(*, article_id: int, by: User) -> Job:
    """Queue a reading of the draft. Judgements stay; what nobody judged is replaced.

    Raises NotAllowed.
    """
    article = Article.objects.select_related("draft_revision").get(pk=article_id)
    require(can_edit(by, article), "enrich")
    words = article.draft_revision.content_hash if article.draft_revision else ""
    job = queue_job(kind=JobKind.ENRICH, article=article, content_hash=words, by=by)
    record_act(by=by, verb="request enrichment", subject=article)
    return job
