import pytest

from tests.factories.departure import publish_departure


@pytest.fixture
def published(editor):
    """The article that has everything, public."""
    return publish_departure(by=editor)


@pytest.fixture
def path(published):
    return published.document.path
