import datetime as dt
import uuid

import pytest
from django.utils import timezone

from articles.actions.fail_job import fail_job
from articles.models import Job, JobState
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def break_down(message):
    raise ValueError(message)


def error_from(message):
    """An error with a traceback, as a worker sees it."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        break_down(message)
    return caught.value


@pytest.mark.parametrize(
    ("attempts", "pause"), [(0, dt.timedelta(seconds=10)), (1, dt.timedelta(seconds=40))]
)
def test_it_lets_the_job_wait_longer_each_time(settings, attempts, pause):
    settings.JOB_BACK_OFF = dt.timedelta(seconds=10)
    job = JobFactory(running=True, attempts=attempts)
    before = timezone.now()

    fail_job(job_id=job.public_id, lease=job.lease_token, error=error_from("no"))

    job.refresh_from_db()
    assert (job.state, job.attempts, job.interruptions) == (JobState.PENDING, attempts + 1, 0)
    assert before + pause <= job.next_check <= timezone.now() + pause
    assert not Job.objects.waiting().exists()


def test_it_sets_the_job_aside_after_the_third_attempt():
    job = JobFactory(running=True, attempts=2)

    fail_job(job_id=job.public_id, lease=job.lease_token, error=error_from("no\nsuch  thing"))

    job.refresh_from_db()
    first, *where = job.reason.splitlines()
    assert (job.state, job.attempts, job.lease_token) == (JobState.QUARANTINED, 3, None)
    assert first == "ValueError: no such thing"
    assert any("break_down" in line for line in where)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("a\0b", "ValueError: a\\x00b"),  # PostgreSQL stores no NUL
        ("a\ud800b", "ValueError: a\\ud800b"),  # nor half a pair
        ("", "ValueError"),
        ("x" * 10_000, "ValueError: " + "x" * 500),
    ],
    ids=["nul", "surrogate", "empty", "long"],
)
def test_it_stores_every_message(message, reason):
    job = JobFactory(running=True)

    fail_job(job_id=job.public_id, lease=job.lease_token, error=error_from(message))

    job.refresh_from_db()
    assert job.reason.splitlines()[0] == reason


def test_it_leaves_the_job_to_whoever_has_it_now():
    job = JobFactory(running=True)

    fail_job(job_id=job.public_id, lease=uuid.uuid4(), error=error_from("late"))

    job.refresh_from_db()
    assert (job.state, job.attempts, job.reason) == (JobState.RUNNING, 0, "")
