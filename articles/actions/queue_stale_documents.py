"""Let the documents that another renderer wrote be written again."""

from __future__ import annotations

from django.db import transaction

from articles.documents import RENDERER_VERSION
from articles.models import Job, JobKind, StoredDocument

BATCH = 1000


def queue_stale_documents() -> int:
    """Insert a job for each document of another renderer, and return how many there are.

    A document whose job waits already gets no second one. Newest articles come first, so that
    most readers wait least. Each batch is a transaction of its own.
    """
    stale = StoredDocument.objects.exclude(renderer_version=RENDERER_VERSION)
    articles = list(stale.order_by("-visible_from").values_list("article_id", flat=True))
    for start in range(0, len(articles), BATCH):
        with transaction.atomic():
            Job.objects.bulk_create(
                (
                    Job(kind=JobKind.PUBLISH_AGAIN, article_id=article)
                    for article in articles[start : start + BATCH]
                ),
                ignore_conflicts=True,
            )
    return len(articles)
