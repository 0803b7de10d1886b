"""What was set aside is shown with its reason, and can be sent back."""

import pytest
from django.urls import reverse

from articles.models import Job, JobKind, JobState
from tests.factories import ArticleFactory


@pytest.fixture
def set_aside(db):
    return Job.objects.create(
        kind=JobKind.ENRICH,
        article=ArticleFactory(draft__headline="A stubborn text"),
        state=JobState.QUARANTINED,
        attempts=3,
        reason="ValueError: no end in sight",
    )


def retry(client, job):
    return client.post(reverse("admin:articles_job_retry", args=[job.pk]))


def test_an_editor_sees_the_reason_and_a_button(at_desk, editor, set_aside):
    page = at_desk(editor).get(reverse("admin:articles_job_changelist")).content.decode()

    assert "ValueError: no end in sight" in page
    assert "A stubborn text" in page
    assert reverse("admin:articles_job_retry", args=[set_aside.pk]) in page


def test_the_button_sends_the_job_back_once(at_desk, editor, set_aside):
    retry(at_desk(editor), set_aside)
    set_aside.refresh_from_db()
    assert (set_aside.state, set_aside.attempts) == (JobState.PENDING, 0)

    response = at_desk(editor).get(retry(at_desk(editor), set_aside).headers["Location"])
    assert "Only a job that was set aside can be tried again." in response.content.decode()


def test_a_reporter_sees_neither_queue_nor_other_peoples_jobs(at_desk, reporter, set_aside):
    page = at_desk(reporter).get(reverse("admin:articles_job_changelist")).content.decode()

    assert "no end in sight" not in page
    assert retry(at_desk(reporter), set_aside).status_code == 404


def test_the_button_is_no_link(at_desk, editor, set_aside):
    address = reverse("admin:articles_job_retry", args=[set_aside.pk])

    assert at_desk(editor).get(address).status_code == 405
