"""Let the documents that print a record be written again."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models.functions import Now

from articles.models import Article, Job, JobKind, JobState, User


def queue_rewriting(*, keys: Sequence[str], by: User | None = None) -> int:
    """Insert one job for each article whose documents depend on one of `keys`; return how many.

    Three statements, however many articles there are. A job that waits already is enough; a
    running one may have read what changed and waits again, as `queue_job` says. Call it in the
    transaction of the change, before the record itself is held: whoever publishes or judges holds
    the article first.
    """
    printing = Article.objects.filter(document__depends_on__overlap=list(keys)).order_by("pk")
    # The articles before the jobs, as a worker holds them.
    held = printing.select_for_update(of=("self",), no_key=True)
    articles = list(held.values_list("pk", flat=True))
    Job.objects.filter(
        kind=JobKind.PUBLISH_AGAIN, article__in=articles, content_hash="", state=JobState.RUNNING
    ).update(state=JobState.PENDING, lease_token=None, lease_until=None, next_check=Now())
    Job.objects.bulk_create(
        (
            Job(kind=JobKind.PUBLISH_AGAIN, article_id=article, requested_by=by)
            for article in articles
        ),
        ignore_conflicts=True,
    )
    return len(articles)
