"""An administrator adds an endpoint, copies its secret, and sees what it heard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone

from articles.models import Delivery, WebhookEndpoint
from tests.factories import DeliveryFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(page_of, administrator):
    return page_of(administrator)


def test_an_administrator_looks_after_an_endpoint(page, live_server):
    page.goto(live_server.url + reverse("admin:articles_webhookendpoint_add"))
    page.get_by_label("Name").fill("The archive")
    page.get_by_label("Address").fill("https://archive.example/hook")
    page.get_by_label("Withdrawn").check()
    page.get_by_role("button", name="Save", exact=True).click()

    assert page.locator(".desk-key").inner_text().startswith("whsec_")
    page.get_by_role("link", name="I have copied it").click()
    page.get_by_role("button", name="Send a test event").click()
    page.get_by_text("A test event is on its way").wait_for()
    assert page.locator(".desk-table tbody tr").count() == 1

    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Resume").wait_for()
    assert WebhookEndpoint.objects.get().paused_at
    page.get_by_role("button", name="Resume").click()
    page.get_by_role("button", name="Pause").wait_for()

    endpoint = WebhookEndpoint.objects.get()
    log = [{"at": "2026-01-01T00:00:00Z", "status": 503, "ms": 12, "error": "Not now."}]
    DeliveryFactory(endpoint=endpoint, state="failed", attempts=9, last_status=503, log=log)
    WebhookEndpoint.objects.update(
        disabled_at=timezone.now(), disabled_reason="Every message failed.", failures=9
    )
    page.reload()
    violations = Axe().run(page, context="main .desk, #content-main").response["violations"]
    assert [violation["id"] for violation in violations] == []
    page.get_by_role("button", name="Send published again").click()
    page.get_by_text("It goes out again").wait_for()
    assert Delivery.objects.get(kind="published").state == "pending"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
