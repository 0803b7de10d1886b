"""Those who can do something about it get a mail of their own, and nobody else."""

import pytest

from articles.actions.claim_job import claim_job
from articles.actions.disable_endpoint import disable_endpoint
from articles.actions.notify_administrators import notify_administrators
from articles.models import AuditEntry, Job, JobKind, JobState, Role
from tests.factories import EndpointFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def notify():
    def run():
        endpoint = EndpointFactory(name="Copy\r\nBcc: everybody@news.example")
        disable_endpoint(endpoint=endpoint, reason="It is gone.")
        job = Job.objects.get(kind=JobKind.NOTIFY)
        claim = claim_job(job_id=job.public_id)
        notify_administrators(job_id=claim.job_id, lease=claim.lease)
        job.refresh_from_db()
        assert job.state == JobState.DONE

    return run


def test_every_administrator_with_an_address_gets_one(notify, mailoutbox):
    for username, role, email, is_active in (
        ("ada", Role.ADMINISTRATOR, "ada@news.example", True),
        ("amy", Role.ADMINISTRATOR, "amy@news.example", True),
        ("abe", Role.ADMINISTRATOR, "", True),
        ("gone", Role.ADMINISTRATOR, "gone@news.example", False),
        ("edda", Role.EDITOR, "edda@news.example", True),
    ):
        UserFactory(username=username, role=role, email=email, is_active=is_active)

    notify()

    assert [mail.to for mail in mailoutbox] == [["ada@news.example"], ["amy@news.example"]]
    assert {mail.subject for mail in mailoutbox} == {
        "Webhook disabled: Copy Bcc: everybody@news.example"
    }
    assert all("It is gone." in mail.body for mail in mailoutbox)


def test_without_any_the_desk_and_the_audit_still_know(notify, mailoutbox):
    notify()

    assert mailoutbox == []
    assert AuditEntry.objects.get(verb="disable").details == {"reason": "It is gone."}
