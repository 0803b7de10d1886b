"""Write a live article's documents again: a name changed, or the renderer did."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from articles.actions.finish_job import finish_job
from articles.actions.write_documents import write_documents
from articles.models import LIVE_STATUSES, Article


@transaction.atomic
def publish_again(*, job_id: UUID, lease: UUID) -> None:
    """Do what a PUBLISH_AGAIN job asks for. `updated_at` stays: the news did not change."""
    article = Article.objects.select_for_update(of=("self",)).get(jobs__public_id=job_id)
    if article.status in LIVE_STATUSES:
        article.document_version += 1
        article.save(update_fields=["document_version"])
        write_documents(article=article)
    finish_job(job_id=job_id, lease=lease)
