import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import JobState
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


def jobs(*arguments):
    output = StringIO()
    call_command("jobs", *arguments, stdout=output)
    return output.getvalue()


def test_it_shows_the_queue_and_what_was_set_aside():
    JobFactory.create_batch(2)
    job = JobFactory(quarantined=True)

    lines = jobs().splitlines()

    assert lines[:3] == ["waiting      2", "running      0", "set aside    1"]
    assert lines[-1] == f"{job.public_id}  canary  ValueError: no such thing"


def test_it_shows_an_empty_queue():
    assert "last canary  none" in jobs()


def test_it_sends_a_job_back(editor):
    job = JobFactory(quarantined=True)

    assert jobs("--retry", str(job.public_id), "--by", editor.username).endswith("waits again\n")

    job.refresh_from_db()
    assert job.state == JobState.PENDING


@pytest.mark.parametrize(
    ("state", "by", "complaint"),
    [
        ({"quarantined": True}, [], "Say who"),
        ({"quarantined": True}, ["--by", "nobody"], "does not exist"),
        ({"quarantined": True}, ["--by", "rosa"], "may not"),
        ({}, ["--by", "edda"], "set aside"),
    ],
)
def test_it_says_why_it_cannot(editor, reporter, state, by, complaint):
    job = JobFactory(**state)

    with pytest.raises(CommandError, match=complaint):
        jobs("--retry", str(job.public_id), *by)


@pytest.mark.parametrize("age", [None, dt.timedelta(minutes=3)])
def test_it_fails_where_no_job_moves(age):
    if age:
        JobFactory(done=True, finished_at=timezone.now() - age)

    with pytest.raises(CommandError, match="No job moves"):
        call_command("jobs", check=120)


def test_it_is_silent_where_jobs_move():
    JobFactory(done=True)
    out = StringIO()

    call_command("jobs", check=120, stdout=out)

    assert out.getvalue() == ""
