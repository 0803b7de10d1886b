import datetime as dt

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles.actions import ring_due_jobs as module
from articles.actions.ring_due_jobs import ring_due_jobs
from articles.gateways import broker
from articles.models import Job
from tests.factories import JobFactory


@pytest.fixture
def bells(monkeypatch):
    """Which jobs were rung for; the queue is as long as all of it."""
    rung = []
    monkeypatch.setattr(broker, "ring", rung.extend)
    monkeypatch.setattr(broker, "queue_length", lambda: len(rung))
    return rung


@pytest.mark.django_db
def test_it_rings_for_what_is_due_oldest_first(bells):
    newer = JobFactory(next_check=timezone.now() - dt.timedelta(minutes=1))
    older = JobFactory(next_check=timezone.now() - dt.timedelta(minutes=2))
    JobFactory(next_check=timezone.now() + dt.timedelta(minutes=1))
    for state in ("running", "abandoned", "done", "quarantined"):
        JobFactory(**{state: True})

    assert ring_due_jobs() == 2

    assert bells == [older.public_id, newer.public_id]


@pytest.mark.django_db
def test_it_rings_once_until_the_bell_may_be_lost(bells, settings):
    settings.JOB_RING_AGAIN = dt.timedelta(seconds=20)
    job = JobFactory()
    before = timezone.now()

    assert (ring_due_jobs(), ring_due_jobs()) == (1, 0)

    job.refresh_from_db()
    assert before + dt.timedelta(seconds=20) <= job.lease_until
    Job.objects.update(lease_until=timezone.now())
    assert ring_due_jobs() == 1


@pytest.mark.django_db
def test_it_adds_no_bell_that_the_workers_cannot_answer(bells, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)
    JobFactory.create_batch(9)

    assert [ring_due_jobs() for _ in range(4)] == [2, 2, 0, 0]

    del bells[:3]
    assert ring_due_jobs() == 2


@pytest.mark.django_db
def test_its_jobs_stay_due_where_the_broker_is_away(bells, monkeypatch):
    def refuse(_job_ids):
        raise broker.BrokerUnavailable

    monkeypatch.setattr(broker, "ring", refuse)
    JobFactory.create_batch(2)

    with pytest.raises(broker.BrokerUnavailable):
        ring_due_jobs()

    assert Job.objects.due().count() == 2


@pytest.mark.django_db(transaction=True)
def test_it_passes_by_what_another_has_in_hand(bells):
    held, free = JobFactory(), JobFactory()
    other = connection.copy()
    try:
        with transaction.atomic(), other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM articles_job WHERE id = %s FOR UPDATE", [held.pk])
            assert ring_due_jobs() == 1
            cursor.execute("ROLLBACK")
    finally:
        other.close()

    assert bells == [free.public_id]


@pytest.mark.django_db
def test_the_bell_reaches_the_queue(own_broker):
    JobFactory.create_batch(3)

    assert ring_due_jobs() == 3

    assert broker.queue_length() == 3
