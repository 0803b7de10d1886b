"""Who has something to hear gets one job, and nobody else does."""

import datetime as dt

import pytest

from articles.actions.queue_delivery_jobs import queue_delivery_jobs
from articles.models import Job, JobKind, JobState
from tests.factories import ArticleFactory, DeliveryFactory, EndpointFactory

pytestmark = pytest.mark.django_db

LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("endpoint", "delivery", "jobs"),
    [
        ({}, {}, 1),
        ({"resting_until": LONG_AGO}, {}, 1),
        ({}, {"next_attempt_at": LATER}, 0),
        ({}, {"state": "delivered"}, 0),
        ({}, {"state": "failed"}, 0),
        ({}, {"state": "withheld"}, 0),
        ({"resting_until": LATER}, {}, 0),
        ({"paused_at": LONG_AGO}, {}, 0),
        ({"disabled_at": LONG_AGO, "disabled_reason": "Gone."}, {}, 0),
        ({"resting_until": LATER}, {"kind": "test"}, 1),
        ({"paused_at": LONG_AGO}, {"kind": "test"}, 1),
        ({"disabled_at": LONG_AGO, "disabled_reason": "Gone."}, {"kind": "test"}, 1),
    ],
    ids=str,
)
def test_it_asks_for_a_job_where_something_is_due(endpoint, delivery, jobs):
    DeliveryFactory(endpoint=EndpointFactory(**endpoint), **delivery)

    assert queue_delivery_jobs() == jobs
    assert Job.objects.filter(kind=JobKind.DELIVER).count() == jobs


def test_an_event_behind_one_that_waits_asks_for_none():
    endpoint, article = EndpointFactory(), ArticleFactory()
    first = {"sequence": 1, "next_attempt_at": LATER}
    for options in (first, {"sequence": 2}):
        DeliveryFactory(endpoint=endpoint, article=article, **options)

    assert queue_delivery_jobs() == 0


@pytest.mark.parametrize(
    ("state", "jobs"),
    [
        (JobState.PENDING, 0),
        (JobState.QUARANTINED, 0),
        (JobState.DONE, 1),
    ],
)
def test_one_at_a_time_and_what_was_set_aside_waits_for_a_person(state, jobs):
    endpoint = DeliveryFactory().endpoint
    Job.objects.create(
        kind=JobKind.DELIVER, content_hash=endpoint.public_id.hex, state=state, reason="because"
    )

    assert queue_delivery_jobs() == jobs


def test_where_nothing_waits_it_costs_one_query(django_assert_num_queries):
    EndpointFactory()
    with django_assert_num_queries(1):
        queue_delivery_jobs()
