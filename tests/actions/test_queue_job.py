import datetime as dt
import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.actions.claim_job import claim_job
from articles.actions.finish_job import LeaseLost, finish_job
from articles.actions.queue_job import queue_job
from articles.models import Job, JobKind, JobState
from tests.factories import ArticleFactory

SOON = timezone.now() + dt.timedelta(hours=1)
LATER = SOON + dt.timedelta(hours=1)


@pytest.fixture
def article(db):
    return ArticleFactory()


def test_it_inserts_a_job_that_is_due(article, editor):
    job = queue_job(kind=JobKind.ENRICH, article=article, content_hash="words", by=editor)

    assert list(Job.objects.due()) == [job]
    assert (job.kind, job.article, job.content_hash, job.requested_by) == (
        JobKind.ENRICH,
        article,
        "words",
        editor,
    )


def test_the_same_work_waits_once(article):
    first = queue_job(kind=JobKind.ENRICH, article=article, content_hash="words")

    assert queue_job(kind=JobKind.ENRICH, article=article, content_hash="words") == first
    assert queue_job(kind=JobKind.ENRICH, article=article, content_hash="others") != first
    assert queue_job(kind=JobKind.PUBLISH_AGAIN, article=article, content_hash="words") != first
    assert queue_job(kind=JobKind.ENRICH, article=ArticleFactory(), content_hash="words") != first


def test_what_waits_moves_to_the_new_hour(article):
    first = queue_job(kind=JobKind.ANNOUNCE, article=article, due_at=SOON)
    second = queue_job(kind=JobKind.ANNOUNCE, article=article, due_at=LATER)

    first.refresh_from_db()
    assert (first, first.next_check) == (second, LATER)


def test_a_worker_that_read_the_old_state_loses_its_lease(article):
    """A name changes while the documents that print it are written: they are written again."""
    job = queue_job(kind=JobKind.PUBLISH_AGAIN, article=article)
    claim = claim_job(job_id=job.public_id)

    assert queue_job(kind=JobKind.PUBLISH_AGAIN, article=article) == job

    with pytest.raises(LeaseLost):
        finish_job(job_id=job.public_id, lease=claim.lease)
    assert list(Job.objects.due()) == [job]


@pytest.mark.parametrize("state", [JobState.DONE, JobState.QUARANTINED])
def test_what_ended_is_queued_anew(article, state):
    first = queue_job(kind=JobKind.ENRICH, article=article)
    Job.objects.update(state=state, reason="because")

    assert queue_job(kind=JobKind.ENRICH, article=article) != first


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_finishes_in_the_same_moment_does_not_swallow_the_work():
    """The change waits for the worker's commit, and then finds that nothing waits any more."""
    article = ArticleFactory()
    job = queue_job(kind=JobKind.PUBLISH_AGAIN, article=article)
    claim = claim_job(job_id=job.public_id)
    queued = []

    def change():
        with transaction.atomic():
            queued.append(queue_job(kind=JobKind.PUBLISH_AGAIN, article=article))
        connection.close()

    changing = threading.Thread(target=change)
    with transaction.atomic():
        finish_job(job_id=job.public_id, lease=claim.lease)
        changing.start()
        _wait_until_somebody_waits_for_a_lock()
    changing.join()

    assert queued != [job]
    assert list(Job.objects.due()) == queued


def _wait_until_somebody_waits_for_a_lock():
    with connection.cursor() as cursor:
        for _ in range(10_000):
            if cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                return
    pytest.fail("nobody waits")
