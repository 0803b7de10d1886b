"""The cast: everybody who may meet an article."""

import pytest
import redis
from django.contrib.auth.models import AnonymousUser

from articles.models import Role
from newsroom.embedded import Services, ValkeyServer, temporary_place
from tests.factories import SectionFactory, UserFactory
from tests.left_over import drop_left_over_databases


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """Make room before the first database is made."""
    with django_db_blocker.unblock():
        drop_left_over_databases()


@pytest.fixture
def media(settings, tmp_path):
    """A folder of pictures that belongs to one test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def visitor():
    return AnonymousUser()


@pytest.fixture
def reporter(db):
    return UserFactory(username="rosa", role=Role.REPORTER)


@pytest.fixture
def other_reporter(db):
    return UserFactory(username="rui", role=Role.REPORTER)


@pytest.fixture
def editor(db):
    return UserFactory(username="edda", role=Role.EDITOR)


@pytest.fixture
def section_editor(db):
    """An editor of the section "technology", and of no other."""
    user = UserFactory(username="selim", role=Role.SECTION_EDITOR)
    user.sections.add(SectionFactory(slug="technology", name="Technology"))
    return user


@pytest.fixture
def administrator(db):
    return UserFactory(username="ada", role=Role.ADMINISTRATOR)


@pytest.fixture
def cast(visitor, reporter, other_reporter, section_editor, editor, administrator):
    """By name, so that a table can say who. The reporter owns the articles of the tables."""
    return {
        "visitor": visitor,
        "reader with account": UserFactory(username="rita"),
        "owner": reporter,
        "other reporter": other_reporter,
        "section editor": section_editor,
        "editor": editor,
        "administrator": administrator,
        "editor switched off": UserFactory(username="gone", role=Role.EDITOR, is_active=False),
    }


@pytest.fixture(scope="session")
def own_valkey():
    """A Valkey that belongs to the tests: nobody's worker listens there."""
    with temporary_place() as place:
        server = ValkeyServer(place)
        server.start()
        yield server
        server.kill()


@pytest.fixture
def own_broker(own_valkey, monkeypatch):
    """An empty broker for Celery, and a client that looks into it."""
    own_valkey.start()
    services = Services("", own_valkey.url, own_valkey.directory, True, True)
    monkeypatch.setenv("CELERY_BROKER_URL", services.broker_url)
    with redis.Redis.from_url(own_valkey.url) as client:
        client.flushall()
        yield client
