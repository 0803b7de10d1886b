import datetime as dt

import pytest
from django.utils import timezone

from articles.actions.forget_deliveries import forget_deliveries
from articles.models import Delivery
from tests.factories import DeliveryFactory


@pytest.mark.django_db
def test_it_forgets_what_ended_long_ago_and_nothing_that_waits(settings):
    for state in ("delivered", "failed", "withheld", "pending"):
        DeliveryFactory(state=state)
    long_ago = timezone.now() - settings.WEBHOOK_LOG_KEPT - dt.timedelta(minutes=1)
    Delivery.objects.update(created_at=long_ago)
    DeliveryFactory(state="delivered")

    assert forget_deliveries() == 3
    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["delivered", "pending"]
