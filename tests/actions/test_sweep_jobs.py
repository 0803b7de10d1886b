import pytest

from articles.actions.finish_job import LeaseLost, finish_job
from articles.actions.sweep_jobs import sweep_jobs
from articles.models import INTERRUPTION_LIMIT, Job, JobState
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def test_it_lets_an_abandoned_job_wait_again():
    job = JobFactory(abandoned=True, attempts=1, reason="ValueError: the first time")

    assert sweep_jobs() == 1

    job.refresh_from_db()
    assert (job.state, job.attempts, job.interruptions) == (JobState.PENDING, 1, 1)
    assert (job.lease_token, job.lease_until) == (None, None)
    assert job.reason == "ValueError: the first time"
    assert list(Job.objects.due()) == [job]


def test_it_voids_the_lease_of_the_worker_that_vanished():
    job = JobFactory(abandoned=True)

    sweep_jobs()

    with pytest.raises(LeaseLost):
        finish_job(job_id=job.public_id, lease=job.lease_token)


def test_it_leaves_all_others_alone():
    for state in ({}, {"running": True}, {"done": True}, {"quarantined": True}):
        JobFactory(**state)
    before = list(Job.objects.values())

    assert sweep_jobs() == 0

    assert list(Job.objects.values()) == before


@pytest.mark.parametrize(
    ("interruptions", "state"),
    [
        (INTERRUPTION_LIMIT - 1, JobState.PENDING),
        (INTERRUPTION_LIMIT, JobState.QUARANTINED),
    ],
)
def test_it_sets_aside_what_was_interrupted_too_often(interruptions, state):
    job = JobFactory(abandoned=True, interruptions=interruptions)

    sweep_jobs()

    job.refresh_from_db()
    assert (job.state, job.interruptions) == (state, interruptions + 1)
    assert ("Interrupted 6 times" in job.reason) is (state == JobState.QUARANTINED)
