import uuid

import pytest

from articles.actions.retry_job import NothingToRetry, retry_job
from articles.models import AuditEntry, Job, JobState
from articles.policies import NotAllowed
from tests.factories import ArticleFactory, JobFactory

pytestmark = pytest.mark.django_db


def test_it_starts_the_job_afresh_and_says_who_did(editor):
    job = JobFactory(quarantined=True, interruptions=2)

    retried = retry_job(job_id=job.public_id, by=editor)

    entry = AuditEntry.objects.get()
    job.refresh_from_db()
    assert retried == job
    assert (job.state, job.attempts, job.interruptions, job.reason) == (JobState.PENDING, 0, 0, "")
    assert list(Job.objects.due()) == [job]
    assert (entry.actor, entry.verb, entry.subject_id) == (editor, "retry", job.pk)
    assert entry.details == {"reason": "ValueError: no such thing"}


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("reader with account", False),
        ("owner", False),
        ("section editor", False),
        ("editor", True),
        ("administrator", True),
        ("editor switched off", False),
    ],
)
def test_it_is_for_editors(cast, who, may):
    job = JobFactory(quarantined=True)

    if may:
        retry_job(job_id=job.public_id, by=cast[who])
    else:
        with pytest.raises(NotAllowed):
            retry_job(job_id=job.public_id, by=cast[who])

    job.refresh_from_db()
    assert (job.state == JobState.PENDING) is may


@pytest.mark.parametrize("state", [{}, {"running": True}, {"done": True}], ids=str)
def test_it_retries_only_what_was_set_aside(editor, state):
    job = JobFactory(**state)

    with pytest.raises(NothingToRetry, match="set aside"):
        retry_job(job_id=job.public_id, by=editor)


def test_it_starts_no_work_that_already_waits(editor):
    article = ArticleFactory()
    job = JobFactory(quarantined=True, article=article, content_hash="same")
    JobFactory(article=article, content_hash="same")

    with pytest.raises(NothingToRetry, match="already waits"):
        retry_job(job_id=job.public_id, by=editor)

    job.refresh_from_db()
    assert job.state == JobState.QUARANTINED
    assert not AuditEntry.objects.exists()


def test_it_says_that_there_is_no_such_job(editor):
    with pytest.raises(Job.DoesNotExist):
        retry_job(job_id=uuid.uuid4(), by=editor)
