"""One call: short, to whom it means, and whatever comes back is an answer."""

import datetime as dt
import json
import ssl

import pytest

from articles.gateways import webhooks
from tests.receiver import TLS, Receiver

BODY = json.dumps({"type": "article.published"}).encode()


@pytest.fixture
def receiver():
    receiver = Receiver()
    receiver.start()
    yield receiver
    receiver.stop()


@pytest.fixture
def encrypted():
    receiver = Receiver(tls=True)
    receiver.start()
    yield receiver
    receiver.stop()


def post(receiver, **options):
    headers = {"webhook-id": "1", "Content-Type": "application/json"}
    return webhooks.post(receiver.url, body=BODY, headers=headers, **options)


def test_what_is_accepted_arrives_as_it_was_sent(receiver):
    answer = post(receiver)

    (heard,) = receiver.heard
    assert (answer.status, answer.error, answer.is_accepted) == (200, "", True)
    assert heard.body == BODY
    assert heard.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert heard.headers["content-type"] == "application/json"
    assert not {"cookie", "authorization", "referer"} & set(heard.headers)


@pytest.mark.parametrize(
    ("how", "status", "error"),
    [
        (204, 204, ""),
        (500, 500, "I would rather not."),
        (410, 410, "I would rather not."),
        (429, 429, "I would rather not."),
        *((status, status, "I would rather not.") for status in (301, 302, 303, 307, 308)),
        ("hang", None, "No answer in time."),
        ("dribble", None, "No answer in time."),
        ("drop", None, "The connection ended before an answer."),
        ("nonsense", None, "The connection ended before an answer."),
        ("flood", 503, "x" * 300),
        ("kind_flood", 200, ""),
    ],
)
def test_it_tells_how_it_was_answered(receiver, how, status, error, settings):
    receiver.behave = lambda event: how
    if how in ("hang", "dribble"):
        settings.WEBHOOK_TIMEOUT = dt.timedelta(seconds=0.5)

    answer = post(receiver)

    assert (answer.status, answer.error) == (status, error)
    assert answer.is_accepted is (status in (200, 204))
    assert answer.is_gone is (status == 410)
    assert len(receiver.heard) == 1, "no redirect is followed, nothing is tried twice"


def test_nobody_at_home_is_an_answer(receiver):
    receiver.stop()

    assert post(receiver).error == "It cannot be reached."
    receiver.start()


def test_tls_is_spoken_to_the_pinned_address_by_the_hosts_name(encrypted):
    trust = ssl.create_default_context(cafile=TLS / "certificate.pem")

    answer = post(encrypted, resolve=lambda *_: ["127.0.0.1"], context=trust)

    (heard,) = encrypted.heard
    assert answer.is_accepted
    assert heard.headers["host"] == f"hooks.example:{encrypted.port}"


def test_a_certificate_of_somebody_else_is_refused(encrypted):
    trust = ssl.create_default_context(cafile=TLS / "certificate.pem")
    url = encrypted.url.replace("hooks.example", "other.example")

    for options in ({"context": trust}, {}):
        answer = webhooks.post(
            url, body=BODY, headers={}, resolve=lambda *_: ["127.0.0.1"], **options
        )
        assert answer.error == "Its certificate is not valid."
    assert encrypted.heard == []
