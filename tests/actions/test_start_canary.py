import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from articles.actions import start_canary as module
from articles.actions.start_canary import start_canary
from articles.models import Job, JobKind
from tests.factories import JobFactory


@pytest.mark.django_db
def test_it_inserts_one_canary_at_a_time():
    first = start_canary()

    assert start_canary() == first
    assert list(Job.objects.due()) == [first]


@pytest.mark.django_db
def test_it_starts_the_next_when_the_last_came_through():
    JobFactory(done=True)

    assert start_canary() is not None
    assert Job.objects.due().count() == 1


@pytest.mark.django_db
def test_it_forgets_old_canaries_and_nothing_else():
    long_ago = timezone.now() - dt.timedelta(days=1)
    JobFactory(done=True, finished_at=long_ago)
    kept = [
        JobFactory(done=True),
        JobFactory(done=True, finished_at=long_ago, kind=JobKind.ENRICH),
        JobFactory(quarantined=True),
    ]

    canary = start_canary()

    assert set(Job.objects.all()) == {*kept, canary}


@pytest.mark.django_db(transaction=True)
def test_it_gives_way_to_another_beat():
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [module._LOCK])

            assert start_canary() is None

            cursor.execute("SELECT pg_advisory_unlock(%s)", [module._LOCK])
    finally:
        other.close()

    assert start_canary() is not None
