"""What a failure costs, when it is tried again, and when it is enough."""

import datetime as dt
import json

import pytest

from articles.actions.run_job import run_job
from articles.models import (
    AuditEntry,
    Delivery,
    DeliveryState,
    EndpointState,
    Job,
    JobKind,
    WebhookEndpoint,
)
from articles.selectors.clock import database_now
from tests.actions.listening import NOW, at_once, endpoint, publish, receiver, skip_time, work
from tests.taggers import CapitalTagger

__all__ = ["at_once", "endpoint", "receiver"]

pytestmark = pytest.mark.django_db


def test_it_waits_longer_each_time_for_three_days_and_then_gives_up(
    receiver, endpoint, editor, settings
):
    settings.WEBHOOK_GIVE_UP_AFTER = dt.timedelta(days=3)
    receiver.behave = lambda event: 500
    publish(editor)
    pauses = []
    for _ in range(len(settings.WEBHOOK_BACK_OFF) + 10):
        skip_time()
        work()
        delivery = Delivery.objects.get()
        if delivery.state != DeliveryState.PENDING:
            break
        pauses.append(delivery.next_attempt_at - database_now())
        pass_time(delivery, pauses[-1])

    for pause, planned in zip(pauses, settings.WEBHOOK_BACK_OFF, strict=False):
        assert 0.8 * planned <= pause <= 1.2 * planned
    assert sum(pauses, NOW) == dt.timedelta(days=3), "the last try is made when the time is over"
    assert (delivery.state, delivery.last_status) == (DeliveryState.FAILED, 500)
    assert len(delivery.log) == delivery.attempts == len(receiver.heard) == len(pauses) + 1
    assert len({one.digest for one in receiver.heard}) == 1
    endpoint.refresh_from_db()
    assert endpoint.disabled_reason.startswith("Every message failed since")


def pass_time(delivery, pause):
    """Move everything into the past instead of waiting."""
    Delivery.objects.update(
        next_attempt_at=delivery.next_attempt_at - pause,
        first_attempt_at=delivery.first_attempt_at - pause,
    )
    endpoint = WebhookEndpoint.objects.get()
    WebhookEndpoint.objects.update(failing_since=endpoint.failing_since - pause)


def test_gone_is_gone_at_once_and_people_are_told(
    receiver, endpoint, editor, administrator, mailoutbox
):
    administrator.email = "ada@news.example"
    administrator.save()
    receiver.behave = lambda event: 410
    publish(editor)
    work()
    publish(editor)
    assert not work()

    endpoint.refresh_from_db()
    assert endpoint.state == EndpointState.DISABLED
    assert len(receiver.heard) == Delivery.objects.count() == 1
    entry = AuditEntry.objects.get(verb="disable")
    assert (entry.actor, entry.subject_id) == (None, endpoint.pk)
    job = Job.objects.get(kind=JobKind.NOTIFY)
    run_job(job_id=job.public_id, load_tagger=CapitalTagger)
    (mail,) = mailoutbox
    assert mail.to == ["ada@news.example"]
    assert endpoint.name in mail.subject
    assert "410 Gone" in mail.body
    assert f"http://testserver/desk/articles/webhookendpoint/{endpoint.pk}/change/" in mail.body
    assert receiver.secret not in mail.body + mail.subject


def test_a_long_run_of_failures_disables(receiver, endpoint, editor, at_once, settings):
    settings.WEBHOOK_FAILURE_LIMIT = 4
    receiver.behave = lambda event: 500
    publish(editor)
    for _ in range(6):
        work()

    endpoint.refresh_from_db()
    assert endpoint.disabled_reason == "4 messages failed in a row."
    assert Delivery.objects.get().state == DeliveryState.PENDING


def test_an_endpoint_that_is_back_hears_at_once_what_waited(receiver, endpoint, editor):
    receiver.behave = lambda event: 500
    for _ in range(3):
        publish(editor)
        skip_time()
        work()
    receiver.behave = lambda event: 200
    publish(editor)
    skip_time()
    work()

    assert len(receiver.accepted()) == 4
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since) == (0, None)


def test_the_log_keeps_what_was_answered(receiver, endpoint, editor):
    receiver.behave = lambda event: 503
    publish(editor)
    work()

    (entry,) = Delivery.objects.get().log
    assert (entry["status"], entry["error"]) == (503, "I would rather not.")
    assert entry["ms"] >= 0
    assert dt.datetime.fromisoformat(entry["at"]).tzinfo


def test_bytes_are_stored_before_they_are_sent(receiver, endpoint, editor):
    publish(editor)
    seen = []
    receiver.behave = lambda event: seen.append(event) or 500
    work()

    assert json.loads(Delivery.objects.get().payload) == seen[0]
