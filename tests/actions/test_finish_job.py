import uuid

import pytest
from django.db import transaction

from articles.actions.finish_job import LeaseLost, finish_job
from articles.models import JobState, Section
from tests.factories import JobFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_it_ends_the_job():
    job = JobFactory(running=True, attempts=1, reason="ValueError: the first time")

    finish_job(job_id=job.public_id, lease=job.lease_token)

    job.refresh_from_db()
    assert (job.state, job.lease_token, job.lease_until, job.reason) == (
        JobState.DONE,
        None,
        None,
        "",
    )
    assert job.finished_at is not None


def test_it_undoes_the_effect_of_a_worker_that_lost_its_lease():
    job = JobFactory(running=True)

    @transaction.atomic
    def write_late():
        SectionFactory(slug="an-effect")
        finish_job(job_id=job.public_id, lease=uuid.uuid4())

    with pytest.raises(LeaseLost):
        write_late()

    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert not Section.objects.filter(slug="an-effect").exists()


@pytest.mark.parametrize("state", ["done", "quarantined"])
def test_it_ends_nothing_twice(state):
    job = JobFactory(**{state: True})

    with pytest.raises(LeaseLost):
        finish_job(job_id=job.public_id, lease=uuid.uuid4())
