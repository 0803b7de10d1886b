import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from articles.actions.claim_job import claim_job
from articles.models import JobKind, JobState
from tests.factories import JobFactory


@pytest.mark.django_db
def test_it_gives_a_waiting_job_with_a_lease(settings):
    settings.JOB_LEASE = dt.timedelta(minutes=2)
    job = JobFactory(kind=JobKind.ENRICH)
    before = timezone.now()

    claim = claim_job(job_id=job.public_id)

    job.refresh_from_db()
    assert (claim.job_id, claim.kind, claim.lease) == (
        job.public_id,
        JobKind.ENRICH,
        job.lease_token,
    )
    assert job.state == JobState.RUNNING
    assert job.started_at >= before
    assert job.lease_until - job.started_at == dt.timedelta(minutes=2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "state",
    [
        {"running": True},  # somebody is at it
        {"abandoned": True},  # the sweep counts the interruption first
        {"done": True},
        {"quarantined": True},
        {"next_check": timezone.now() + dt.timedelta(hours=1)},  # it waits for its back-off
    ],
    ids=lambda state: next(iter(state)),
)
def test_it_refuses_a_job_that_may_not_start(state):
    job = JobFactory(**state)

    assert claim_job(job_id=job.public_id) is None

    untouched = (job.state, job.lease_token, job.attempts)
    job.refresh_from_db()
    assert (job.state, job.lease_token, job.attempts) == untouched


@pytest.mark.django_db
def test_it_gives_a_job_whose_bell_was_rung():
    job = JobFactory(lease_until=timezone.now() + dt.timedelta(seconds=20))

    assert claim_job(job_id=job.public_id) is not None


@pytest.mark.django_db
def test_it_knows_no_job_of_another_id():
    JobFactory()

    assert claim_job(job_id=uuid.uuid4()) is None


@pytest.mark.django_db(transaction=True)
def test_it_gives_a_job_to_one_of_many():
    job = JobFactory()

    def claim(_):
        try:
            return claim_job(job_id=job.public_id)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        claims = [claim for claim in pool.map(claim, range(8)) if claim]

    job.refresh_from_db()
    assert [claim.lease for claim in claims] == [job.lease_token]
