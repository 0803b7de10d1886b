"""Test data: one factory a model, the name of the model plus Factory."""

from tests.factories.articles import (
    ArticleFactory,
    PostFactory,
    PublishedArticleFactory,
    RevisionFactory,
    SectionFactory,
    SourceFactory,
)
from tests.factories.jobs import JobFactory
from tests.factories.people import OrganizationFactory, PersonFactory, TopicFactory, UserFactory
from tests.factories.webhooks import DeliveryFactory, EndpointFactory

__all__ = [
    "ArticleFactory",
    "DeliveryFactory",
    "EndpointFactory",
    "JobFactory",
    "OrganizationFactory",
    "PersonFactory",
    "PostFactory",
    "PublishedArticleFactory",
    "RevisionFactory",
    "SectionFactory",
    "SourceFactory",
    "TopicFactory",
    "UserFactory",
]
