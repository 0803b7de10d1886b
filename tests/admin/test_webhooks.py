"""Endpoints are managed by administrators; a secret is seen once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import AuditEntry, Delivery, EndpointState, WebhookEndpoint
from tests.factories import ArticleFactory, DeliveryFactory, EndpointFactory

OK, REDIRECT, FORBIDDEN = 200, 302, 403
URL = "https://copy.example/hook"
ADMINISTRATORS = ["administrator"]


def address(name, *arguments, model="webhookendpoint"):
    return reverse(f"admin:articles_{model}_{name}", args=arguments)


def add(client, **data):
    return client.post(address("add"), {"name": "The archive", "url": URL, **data})


@pytest.fixture
def endpoint(at_desk, administrator):
    add(at_desk(administrator))
    return WebhookEndpoint.objects.get()


@pytest.fixture
def press(at_desk, administrator):
    def press_it(button, endpoint):
        return at_desk(administrator).post(address("press", endpoint.pk, button), follow=True)

    return press_it


def test_a_secret_is_shown_once_and_not_stored(at_desk, administrator):
    page = add(at_desk(administrator), kinds=["published", "withdrawn"])

    endpoint = WebhookEndpoint.objects.get()
    secret = page.context["secret"]
    assert secret.startswith("whsec_")
    assert secret in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert (endpoint.name, endpoint.url) == ("The archive", URL)
    assert endpoint.kinds == ["published", "withdrawn"]
    stored = str(WebhookEndpoint.objects.values().get())
    assert secret.removeprefix("whsec_")[:20] not in stored
    for name, *arguments in (("change", endpoint.pk), ("changelist",)):
        later = at_desk(administrator).get(address(name, *arguments)).content.decode()
        assert secret not in later
        assert endpoint.secret_seed not in later
    assert AuditEntry.objects.get(verb="add").actor == administrator
    assert secret not in str(list(AuditEntry.objects.values()))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"url": "http://copy.example/"}, "must begin with https://"),
        ({"url": "https://10.0.0.1/"}, "not on the public Internet"),
        ({"url": "https://printer/"}, "must be a full name"),
        ({"name": " "}, "This field is required"),
        ({"kinds": ["invented"]}, "invented is not one of the available choices"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(at_desk, administrator, data, message):
    page = add(at_desk(administrator), **data).content.decode()

    assert message in page
    assert not WebhookEndpoint.objects.exists()


def test_a_change_keeps_the_secret_and_is_audited(at_desk, administrator, endpoint):
    data = {"name": "The archive", "url": "https://new.example/", "kinds": ["corrected"]}
    at_desk(administrator).post(address("change", endpoint.pk), data)

    changed = WebhookEndpoint.objects.get()
    assert (changed.url, changed.kinds) == ("https://new.example/", ["corrected"])
    assert changed.secret_seed == endpoint.secret_seed
    assert AuditEntry.objects.get(verb="change").details == {
        "url": "https://new.example/",
        "kinds": ["corrected"],
    }


def test_a_new_secret_is_shown_once_and_the_old_one_has_a_day(at_desk, administrator, endpoint):
    page = at_desk(administrator).post(address("rotate", endpoint.pk))

    rotated = WebhookEndpoint.objects.get()
    assert page.context["secret"] in page.content.decode()
    assert "The old secret signs, too" in page.content.decode()
    assert rotated.former_seed == endpoint.secret_seed != rotated.secret_seed
    assert 23 < (rotated.former_until - timezone.now()).total_seconds() / 3600 <= 24


def test_it_is_paused_and_resumed(press, endpoint):
    press("pause", endpoint)
    assert WebhookEndpoint.objects.get().state == EndpointState.PAUSED
    press("pause", endpoint)

    press("resume", endpoint)
    assert WebhookEndpoint.objects.get().state == EndpointState.ACTIVE
    verbs = AuditEntry.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["add", "pause", "resume"]


def test_what_was_disabled_says_why_and_begins_afresh(press, at_desk, administrator, endpoint):
    delivery = DeliveryFactory(endpoint=endpoint, attempts=9, first_attempt_at=timezone.now())
    WebhookEndpoint.objects.update(
        disabled_at=timezone.now(), disabled_reason="It answered 410.", failures=9
    )
    desk = at_desk(administrator)
    assert "It answered 410." in desk.get(address("change", endpoint.pk)).content.decode()
    assert "Webhooks in trouble" in desk.get(reverse("admin:index")).content.decode()

    press("resume", endpoint)

    delivery.refresh_from_db()
    assert (delivery.attempts, delivery.first_attempt_at) == (0, None)
    assert WebhookEndpoint.objects.get().state == EndpointState.ACTIVE
    assert "in trouble" not in desk.get(reverse("admin:index")).content.decode()


def test_a_test_event_waits_in_the_log(press, endpoint):
    page = press("test", endpoint).content.decode()

    assert Delivery.objects.due().get().kind == "test"
    assert "A test event is on its way" in page


def test_a_delivery_is_sent_again_with_its_id_and_its_bytes(at_desk, administrator):
    delivery = DeliveryFactory(state="delivered", payload="{}", attempts=1)
    log = [{"at": "2026-01-01T00:00:00Z", "status": 503, "ms": 12, "error": "I would rather not."}]
    Delivery.objects.update(log=log)
    desk = at_desk(administrator)
    page = desk.get(address("change", delivery.pk, model="delivery")).content.decode()
    assert "I would rather not." in page

    desk.post(address("redeliver", delivery.pk, model="delivery"))

    again = Delivery.objects.get()
    assert (again.public_id, again.payload) == (delivery.public_id, "{}")
    assert (again.state, again.attempts) == ("pending", 0)
    assert AuditEntry.objects.get(verb="redeliver").details == {"was": "delivered"}


def test_several_are_sent_again_from_the_list(at_desk, administrator):
    rows = [DeliveryFactory(state="failed", article=ArticleFactory()) for _ in range(2)]
    at_desk(administrator).post(
        address("changelist", model="delivery"),
        {"action": "send_again", "_selected_action": [row.pk for row in rows]},
    )

    assert Delivery.objects.pending().count() == 2


def test_it_is_removed_with_what_waits_and_the_audit_keeps_it(at_desk, administrator, endpoint):
    DeliveryFactory(endpoint=endpoint, article=ArticleFactory())
    DeliveryFactory(endpoint=endpoint, article=ArticleFactory(), state="delivered")
    other = DeliveryFactory()
    desk = at_desk(administrator)
    page = desk.get(address("delete", endpoint.pk)).content.decode()
    assert "1 messages that wait and will not be sent" in page

    desk.post(address("delete", endpoint.pk), {"post": "yes"})

    assert WebhookEndpoint.objects.get() == other.endpoint
    assert Delivery.objects.get() == other
    entry = AuditEntry.objects.get(verb="remove")
    assert (entry.actor, entry.subject_id) == (administrator, endpoint.pk)
    assert entry.details["url"] == URL
    assert entry.details["deliveries"] == {
        "pending": 1, "delivered": 1, "failed": 0, "withheld": 0
    }  # fmt: skip


def test_several_are_removed_from_the_list(at_desk, administrator):
    endpoints = [EndpointFactory() for _ in range(2)]
    at_desk(administrator).post(
        address("changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [one.pk for one in endpoints],
            "post": "yes",
        },
    )

    assert not WebhookEndpoint.objects.exists()
    assert AuditEntry.objects.filter(verb="remove").count() == 2


# page -> method -> who may
TABLE = [
    ("get", "webhookendpoint", "changelist", []),
    ("get", "webhookendpoint", "add", []),
    ("post", "webhookendpoint", "add", []),
    ("get", "webhookendpoint", "change", ["endpoint"]),
    ("post", "webhookendpoint", "change", ["endpoint"]),
    ("post", "webhookendpoint", "rotate", ["endpoint"]),
    ("post", "webhookendpoint", "press", ["endpoint", "pause"]),
    ("post", "webhookendpoint", "press", ["endpoint", "resume"]),
    ("post", "webhookendpoint", "press", ["endpoint", "test"]),
    ("get", "webhookendpoint", "delete", ["endpoint"]),
    ("post", "webhookendpoint", "delete", ["endpoint"]),
    ("get", "delivery", "changelist", []),
    ("get", "delivery", "change", ["delivery"]),
    ("post", "delivery", "redeliver", ["delivery"]),
]


@pytest.mark.parametrize(("method", "model", "page", "arguments"), TABLE)
def test_it_opens_to_administrators_alone(method, model, page, arguments, at_desk, cast):
    delivery = DeliveryFactory()
    ids = {"endpoint": delivery.endpoint_id, "delivery": delivery.pk}
    where = address(page, *(ids.get(one, one) for one in arguments), model=model)

    for who, user in cast.items():
        before = [*WebhookEndpoint.objects.values(), *Delivery.objects.values()]
        answer = getattr(at_desk(user), method)(where)
        is_sent_away = answer.status_code == REDIRECT and "/login/" in answer.headers["Location"]
        if who in ADMINISTRATORS:
            assert answer.status_code in (OK, REDIRECT)
            assert not is_sent_away
        else:
            assert answer.status_code == FORBIDDEN or is_sent_away, who
            assert [*WebhookEndpoint.objects.values(), *Delivery.objects.values()] == before, who


@pytest.mark.parametrize(
    ("model", "page", "arguments"),
    [(model, page, arguments) for method, model, page, arguments in TABLE if page in ("rotate", "press", "redeliver")],
)  # fmt: skip
def test_the_buttons_are_no_links(model, page, arguments, at_desk, administrator):
    delivery = DeliveryFactory()
    ids = {"endpoint": delivery.endpoint_id, "delivery": delivery.pk}
    where = address(page, *(ids.get(one, one) for one in arguments), model=model)

    assert at_desk(administrator).get(where).status_code == 405


def test_a_button_that_does_not_exist_is_nowhere(press, endpoint):
    assert press("explode", endpoint).status_code == 404


def test_the_page_costs_the_same_with_many_deliveries(
    at_desk, administrator, django_assert_max_num_queries
):
    endpoint = EndpointFactory()
    for _ in range(30):
        DeliveryFactory(endpoint=endpoint, article=ArticleFactory())
    desk = at_desk(administrator)
    with django_assert_max_num_queries(12):
        desk.get(address("change", endpoint.pk))
