"""Whatever a receiver does, it hears of everything: signed, in order, and as often as it must."""

import datetime as dt
import random

import pytest
from django.db import OperationalError
from django.utils import timezone
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from articles.actions import deliver_due as module
from articles.actions.publish_article import publish_article
from articles.actions.queue_delivery_jobs import queue_delivery_jobs
from articles.actions.record_change import record_change
from articles.actions.withdraw_article import withdraw_article
from articles.models import (
    Change,
    ChangeKind,
    Delivery,
    DeliveryState,
    EndpointState,
    Job,
    JobKind,
    WebhookEndpoint,
)
from articles.selectors.clock import database_now
from tests.actions.listening import at_once, endpoint, publish, receiver, skip_time, work
from tests.factories import EndpointFactory

pytestmark = pytest.mark.django_db

__all__ = ["at_once", "endpoint", "receiver"]


# --- 300 events ------------------------------------------------------------------------------

FAULTS = {500: 5, 503: 3, 301: 3, 404: 3, 429: 3, "drop": 5, "nonsense": 3, "flood": 3}
FAULTS |= {"hang": 1, "dribble": 1, "gone home": 2}


class Mischief:
    """A receiver and a worker that both fail, by a seed: each event meets up to three faults.

    Now and then the receiver goes away and comes back after a few calls that nobody answered, and
    the worker vanishes between an answer and its own note of it.
    """

    def __init__(self, seed, receiver, settle):
        chance = random.Random(seed)
        self.plans = {sequence: _plan(chance) for sequence in range(1, 301)}
        self.receiver = receiver
        self.settle = settle
        self.refused = self.restarts = self.deaths = self.notes = 0
        self.is_leaving = False

    def answer(self, event):
        """How the receiver answers: one of the faults planned for this event, at last 200."""
        plan = self.plans[event["data"]["sequence"]]
        fault = plan.pop() if plan else 200
        if fault == "gone home":
            self.is_leaving, fault = True, "drop"
        return fault

    def note(self, *, answer, **options):
        """What the worker does after an answer, unless it is dead by then."""
        if self.is_leaving:
            self.receiver.stop()
            self.is_leaving, self.refused = False, 3
        elif self.refused:
            self.refused -= 1
            if not self.refused:
                self.receiver.start()
                self.restarts += 1
        self.notes += 1
        if self.deaths < 5 and self.notes % 50 == 0:
            self.deaths += 1
            raise OperationalError
        self.settle(answer=answer, **options)


def _plan(chance):
    if chance.random() < 0.7:
        return []
    return chance.choices([*FAULTS], [*FAULTS.values()], k=chance.randint(1, 3))


def test_300_events_reach_a_receiver_that_fails_hangs_and_restarts(
    receiver, endpoint, editor, at_once, settings, monkeypatch
):
    settings.WEBHOOK_TIMEOUT = dt.timedelta(seconds=0.4)
    mischief = Mischief(5, receiver, module.settle_delivery)
    monkeypatch.setattr(module, "settle_delivery", mischief.note)
    receiver.behave = mischief.answer
    articles = [publish(editor) for _ in range(10)]
    for article in articles * 29:
        record_change(article=article, kind=ChangeKind.UPDATED)
    while work():
        Job.objects.filter(state="running").update(lease_until=timezone.now() - dt.timedelta(1))

    accepted = [one.event["data"] for one in receiver.accepted()]
    assert {data["sequence"] for data in accepted} == set(range(1, 301))
    assert all(one.is_genuine for one in receiver.heard)
    messages = {(one.id, one.digest) for one in receiver.heard}
    assert len(messages) == len({name for name, _digest in messages}) == 300
    assert in_order(accepted)
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.DELIVERED}
    assert mischief.restarts > 3
    assert mischief.deaths == 5
    assert len(receiver.heard) > 400


def in_order(accepted):
    """Whether each article's events came in order; one that came again came right after itself."""
    heard = {}
    for data in accepted:
        heard.setdefault(data["id"], []).append(data["sequence"])
    return all(sequences == sorted(sequences) for sequences in heard.values())


# --- what is sent ----------------------------------------------------------------------------


def test_it_says_what_happened_and_little_more(receiver, endpoint, editor, client):
    article = publish(editor)
    work()

    (heard,) = receiver.heard
    change = Change.objects.get()
    at = change.created_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert heard.event == {
        "type": "article.published",
        "timestamp": at,
        "data": {
            "sequence": change.sequence,
            "kind": "published",
            "at": at,
            "id": str(article.public_id),
            "version": 1,
            "api_url": f"http://testserver/api/v1/articles/{article.public_id}/",
            "url": f"http://testserver{article.document.path}",
            "etag": f'"{article.document.etag}-json"',
            "note": None,
        },
    }
    answer = client.get(heard.event["data"]["api_url"])
    assert answer.headers["ETag"] == heard.event["data"]["etag"]
    assert heard.id == str(Delivery.objects.get().public_id)
    assert len(heard.body) < 1000


def test_what_was_withdrawn_is_told_by_its_id_alone(receiver, endpoint, editor):
    article = publish(editor, draft__headline="A secret that slipped")
    work()
    withdraw_article(article_id=article.pk, by=editor)
    work()

    told = receiver.heard[-1].event
    assert (told["type"], told["data"]["id"]) == ("article.withdrawn", str(article.public_id))
    assert "secret" not in receiver.heard[-1].body.decode()


def test_what_is_hidden_by_now_is_withheld(receiver, endpoint, editor):
    """Even where a try went before: a retry asks again whether the public may know."""
    receiver.behave = lambda event: 500
    article = publish(editor)
    work()
    withdraw_article(article_id=article.pk, by=editor)
    receiver.behave = lambda event: 200
    skip_time()
    Delivery.objects.update(next_attempt_at=database_now())
    work()

    states = dict(Delivery.objects.values_list("kind", "state"))
    assert states == {"published": DeliveryState.WITHHELD, "withdrawn": DeliveryState.DELIVERED}
    assert [one.event["type"] for one in receiver.accepted()] == ["article.withdrawn"]


def test_two_secrets_sign_for_a_day_and_then_one(receiver, endpoint, editor, administrator):
    from articles.actions.rotate_endpoint_secret import rotate_endpoint_secret

    old = receiver.secret
    new = rotate_endpoint_secret(endpoint_id=endpoint.pk, by=administrator).text
    publish(editor)
    work()
    WebhookEndpoint.objects.update(former_until=timezone.now() - dt.timedelta(seconds=1))
    publish(editor)
    work()

    during, after = receiver.heard
    assert new != old
    assert during.headers["webhook-signature"].count("v1,") == 2
    assert (verifies(during, old), verifies(during, new)) == (True, True)
    assert (verifies(after, old), verifies(after, new)) == (False, True)


def verifies(heard, secret):
    try:
        Webhook(secret).verify(heard.body, heard.headers)
    except WebhookVerificationError:
        return False
    return True


def test_no_flipped_bit_and_no_other_hour_is_genuine(receiver, endpoint, editor):
    publish(editor)
    work()

    (heard,) = receiver.heard
    assert verifies(heard, receiver.secret)
    chance = random.Random(7)
    for _ in range(500):
        at = chance.randrange(len(heard.body))
        flipped = bytearray(heard.body)
        flipped[at] ^= 1 << chance.randrange(7)
        forged = {**vars(heard), "body": bytes(flipped)}
        assert not verifies(type(heard)(**forged), receiver.secret)
    for name, value in (("webhook-id", "another"), ("webhook-timestamp", "1")):
        forged = {**vars(heard), "headers": heard.headers | {name: value}}
        assert not verifies(type(heard)(**forged), receiver.secret)


def test_a_secret_whose_key_is_gone_disables_and_says_so(receiver, endpoint, editor, settings):
    settings.SECRET_KEY, old = "another key", settings.SECRET_KEY
    publish(editor)
    settings.SECRET_KEY_FALLBACKS = [old]
    work()
    assert receiver.heard[0].is_genuine

    settings.SECRET_KEY_FALLBACKS = []
    publish(editor)
    work()
    endpoint.refresh_from_db()
    assert len(receiver.heard) == 1
    assert "SECRET_KEY" in endpoint.disabled_reason


# --- who waits for whom ----------------------------------------------------------------------


def test_an_article_waits_for_its_earlier_event_and_others_do_not(receiver, endpoint, editor):
    first = publish(editor)
    receiver.behave = lambda event: 500 if event["data"]["id"] == str(first.public_id) else 200
    work()
    publish_article(article_id=first.pk, by=editor)
    second = publish(editor)
    WebhookEndpoint.objects.update(resting_until=None)
    work()

    accepted = [one.event["data"]["id"] for one in receiver.accepted()]
    assert accepted == [str(second.public_id)]
    waiting = Delivery.objects.pending().filter(article=first).order_by("sequence")
    assert [delivery.attempts for delivery in waiting] == [1, 0]
    assert not Delivery.objects.due().exists()


def test_a_bad_endpoint_rests_while_others_hear(receiver, endpoint, editor):
    closed = EndpointFactory(
        url="http://127.0.0.1:9/",
        secret_seed=endpoint.secret_seed,
        secret_check=endpoint.secret_check,
    )
    for _ in range(5):
        publish(editor)
    for _ in range(3):
        work()

    closed.refresh_from_db()
    assert len(receiver.accepted()) == 5
    assert (closed.failures, closed.state) == (1, EndpointState.FAILING)
    assert closed.resting_until > timezone.now() - dt.timedelta(seconds=1)


def test_an_endpoint_has_one_job_at_a_time(endpoint, editor):
    publish(editor)

    assert [queue_delivery_jobs() for _ in range(3)] == [1, 0, 0]


def test_done_jobs_do_not_pile_up(endpoint, editor):
    for _ in range(3):
        publish(editor)
        work()

    assert Job.objects.filter(kind=JobKind.DELIVER).count() == 1


@pytest.mark.parametrize("column", ["paused_at", "disabled_at"])
def test_who_does_not_listen_costs_nothing(endpoint, editor, column):
    publish(editor)
    WebhookEndpoint.objects.update(**{column: timezone.now(), "disabled_reason": "Gone."})

    assert not work()
