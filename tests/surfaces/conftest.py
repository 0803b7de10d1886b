"""One world for all tests of surfaces: it is dear to make, and nobody changes it for the others."""

import pytest
from django.db import transaction
from django.test import override_settings

from articles.models import Role
from tests.factories import UserFactory
from tests.surfaces.making import make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Make it in a transaction around those of the tests."""
    del django_db_setup
    media = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=media), django_db_blocker.unblock(), transaction.atomic():
        editor = UserFactory(username="edda", role=Role.EDITOR)
        yield make_world(editor, UserFactory(username="wanda", role=Role.REPORTER))
        transaction.set_rollback(True)
