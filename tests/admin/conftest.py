"""A person at the desk, and an article that the engine has read."""

import pytest

from tests.actions.conftest import enrich, enriched, received
from tests.factories import SectionFactory

__all__ = ["enrich", "enriched", "received"]


@pytest.fixture(autouse=True)
def technology(db):
    """The section that the posts of the tests name: there before they arrive."""
    return SectionFactory(slug="technology", name="Technology")


@pytest.fixture
def at_desk(client):
    """Sign somebody in; an anonymous visitor stays one."""

    def sign_in(user):
        client.logout()
        if user.is_authenticated:
            client.force_login(user)
        return client

    return sign_in
