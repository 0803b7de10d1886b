"""Write a live article's documents again: a name changed, or the renderer did."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from articles.actions._merge_lock import exclude_merging
from articles.actions.finish_job import finish_job
from articles.actions.record_change import record_change
from articles.actions.write_documents import write_documents
from articles.documents import Edition
from articles.models import LIVE_STATUSES, Article, ChangeKind, StoredDocument
from articles.policies import is_live
from articles.selectors.changes import is_announced
from articles.selectors.clock import database_now


@transaction.atomic
def publish_again(*, job_id: UUID, lease: UUID) -> None:
    """Do what a PUBLISH_AGAIN job asks for, with what the article was last published with.

    What was described or judged since waits for its publication. `updated_at` stays: the news did
    not change. Those who keep a copy are told, since its bytes did; one that nobody was told of
    yet, since the job that announces it is late, is announced. Raises LeaseLost.
    """
    exclude_merging()
    article = Article.objects.select_for_update(of=("self",)).get(jobs__public_id=job_id)
    if article.status in LIVE_STATUSES:
        article.document_version += 1
        article.save(update_fields=["document_version"])
        edition = _last_edition(article)
        write_documents(articles=[article], editions={article.pk: edition} if edition else {})
        _tell(article)
    finish_job(job_id=job_id, lease=lease)


def _last_edition(article: Article) -> Edition | None:
    """Return what the stored document was made of, if its renderer already kept that."""
    stored = StoredDocument.objects.filter(article=article).values_list("edition", flat=True)
    return stored.first() or None


def _tell(article: Article) -> None:
    if is_announced(article):
        record_change(article=article, kind=ChangeKind.REWRITTEN)
    elif is_live(article, now=database_now()):
        record_change(article=article, kind=ChangeKind.PUBLISHED)
