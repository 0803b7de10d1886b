import datetime as dt
import uuid

import pytest
from django.utils import timezone

from articles.actions.finish_job import LeaseLost
from articles.actions.renew_lease import renew_lease
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def test_it_starts_the_lease_anew(settings):
    settings.JOB_LEASE = dt.timedelta(minutes=7)
    job = JobFactory(running=True)

    renew_lease(job_id=job.public_id, lease=job.lease_token)

    job.refresh_from_db()
    assert job.lease_until > timezone.now() + dt.timedelta(minutes=6)


def test_it_tells_a_worker_that_it_lost_the_job():
    job = JobFactory(running=True)

    with pytest.raises(LeaseLost):
        renew_lease(job_id=job.public_id, lease=uuid.uuid4())
