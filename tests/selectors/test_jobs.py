import datetime as dt

import pytest
from django.utils import timezone

from articles.models import JobKind
from articles.selectors.jobs import (
    canary_age,
    oldest_due_age,
    quarantined_jobs,
    queue_overview,
)
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def ago(**kwargs):
    return timezone.now() - dt.timedelta(**kwargs)


def whole_minutes(age):
    """The clock moves on while a test runs."""
    return age and age // dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("traits", "due_for", "left_alone_since", "minutes"),
    [
        ({}, 5, None, 5),
        ({}, 5, -1, 5),  # its bell was rung a moment ago, which is no answer
        ({"running": True}, 60, 3, 3),  # its worker vanished three minutes ago
        ({"running": True}, 60, -1, None),
        ({}, -5, None, None),  # it waits for its back-off
        ({"done": True}, 60, None, None),
        ({"quarantined": True}, 60, None, None),
    ],
)
def test_it_says_how_long_the_oldest_job_waits(traits, due_for, left_alone_since, minutes):
    JobFactory(
        **traits,
        next_check=ago(minutes=due_for),
        lease_until=left_alone_since and ago(minutes=left_alone_since),
    )

    assert whole_minutes(oldest_due_age()) == minutes


def test_it_takes_the_oldest_of_all():
    for minutes in (2, 7, 4):
        JobFactory(next_check=ago(minutes=minutes))

    assert whole_minutes(oldest_due_age()) == 7


def test_it_says_when_the_last_canary_came_through():
    assert canary_age() is None

    JobFactory(done=True, finished_at=ago(minutes=9))
    JobFactory(done=True, finished_at=ago(minutes=4))
    JobFactory(done=True, finished_at=ago(minutes=1), kind=JobKind.ENRICH)
    JobFactory()

    assert whole_minutes(canary_age()) == 4


def test_it_shows_the_queue_at_a_glance(django_assert_num_queries):
    JobFactory.create_batch(3, next_check=ago(minutes=6))
    JobFactory.create_batch(2, running=True)
    JobFactory(quarantined=True)
    JobFactory(done=True, finished_at=ago(minutes=2))

    with django_assert_num_queries(3):
        overview = queue_overview()

    assert (overview.pending, overview.running, overview.quarantined) == (3, 2, 1)
    assert (whole_minutes(overview.oldest_due_age), whole_minutes(overview.canary_age)) == (6, 2)


def test_it_lists_what_was_set_aside_newest_first():
    older, newer = JobFactory(quarantined=True), JobFactory(quarantined=True)
    JobFactory()

    assert list(quarantined_jobs()) == [newer, older]
