import uuid

import factory
from factory.django import DjangoModelFactory

from articles.models import Delivery, WebhookEndpoint


class EndpointFactory(DjangoModelFactory):
    """An address without a secret: it hears of changes and cannot be signed for."""

    class Meta:
        model = WebhookEndpoint

    name = factory.Sequence(lambda n: f"Copy {n}")
    url = "https://copy.example/hook"
    secret_seed = factory.LazyFunction(lambda: uuid.uuid4().hex * 2)


class DeliveryFactory(DjangoModelFactory):
    class Meta:
        model = Delivery

    endpoint = factory.SubFactory(EndpointFactory)
    kind = "published"
