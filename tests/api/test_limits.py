"""How often one may ask, where a browser's scripts may ask from, and whether anybody may."""

import pytest

from articles.actions.issue_api_key import issue_api_key
from articles.gateways import limits
from articles.models import Scope

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
POSTS = "/api/v1/posts/?source=Wire"


@pytest.fixture(autouse=True)
def _fresh(settings, own_valkey, monkeypatch):
    """Nobody else counts here, and nobody else forgets: the tests beside these share one Valkey."""
    own_valkey.start()
    counters = {**settings.CACHES["default"], "LOCATION": own_valkey.url}
    settings.CACHES = {**settings.CACHES, "default": counters}
    settings.API_RATE_LIMITS = {"key": "3/day", "write": "2/day", "search": "2/day"}
    monkeypatch.setattr(limits, "_AWAY", 30)  # a loaded machine is not an unreachable counter
    limits._limiter.cache_clear()
    limits._limiter(own_valkey.url).storage.reset()
    yield
    limits._limiter.cache_clear()


@pytest.fixture
def key(editor):
    issued = issue_api_key(username=editor.username, name="K", scopes=[Scope.POSTS_WRITE])
    return {"HTTP_AUTHORIZATION": f"Bearer {issued.text}"}


def statuses(ask, times):
    return [ask().status_code for _ in range(times)]


def test_a_key_is_told_what_is_left_and_then_refused_with_the_hour_to_come_back(client, key):
    first = client.get(LIST, **key)
    client.get(LIST, **key)
    client.get(LIST, **key)
    refused = client.get(LIST, **key)

    assert first["RateLimit-Policy"] == '"key";q=3;w=86400'
    assert first["RateLimit"].startswith('"key";r=2;t=')
    assert refused.status_code == 429
    assert refused["Content-Type"] == "application/problem+json"
    assert int(refused["Retry-After"]) > 0
    assert refused["RateLimit"].startswith('"key";r=0;t=')
    assert refused.json()["limit"] == "key"


def test_another_key_and_readers_without_one_are_not_counted_with_it(client, key, editor):
    statuses(lambda: client.get(LIST, **key), 4)
    other = issue_api_key(username=editor.username, name="L", scopes=[Scope.POSTS_WRITE]).text

    assert client.get(LIST, HTTP_AUTHORIZATION=f"Bearer {other}").status_code == 200
    assert "RateLimit" not in client.get(LIST)
    assert statuses(lambda: client.get(LIST), 5) == [200] * 5


def test_searching_is_counted_by_address_where_there_is_no_key(client):
    found = statuses(lambda: client.get(LIST, {"q": "marrow"}), 3)
    elsewhere = client.get(LIST, {"q": "marrow"}, REMOTE_ADDR="192.0.2.7")

    assert found == [200, 200, 429]
    assert elsewhere.status_code == 200


def test_an_address_that_the_caller_claims_does_not_count(client):
    def ask(claimed):
        return client.get(LIST, {"q": "x"}, HTTP_X_FORWARDED_FOR=claimed).status_code

    assert [ask("192.0.2.1"), ask("192.0.2.2"), ask("192.0.2.3")] == [200, 200, 429]


def test_writing_is_counted_more_narrowly_than_reading(client, key):
    post = "# A foundation\n\nIt has 40 members, said Ines Marrow."

    def send():
        return client.post(POSTS, post, content_type="text/markdown", **key)

    assert [send().status_code for _ in range(3)] == [201, 200, 429]


def test_a_site_may_ask_from_a_browser_and_never_with_cookies(client):
    answer = client.get(LIST, HTTP_ORIGIN="https://example.org")
    asked_before = client.options(
        LIST, HTTP_ORIGIN="https://example.org", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
    )

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "ETag" in answer["Access-Control-Expose-Headers"]
    assert "authorization" in asked_before["Access-Control-Allow-Headers"]


def test_only_the_named_sites_may_where_some_are_named(client, settings):
    settings.CORS_ALLOW_ALL_ORIGINS = False
    settings.CORS_ALLOWED_ORIGINS = ["https://friend.example"]

    friend = client.get(LIST, HTTP_ORIGIN="https://friend.example")
    stranger = client.get(LIST, HTTP_ORIGIN="https://stranger.example")

    assert friend["Access-Control-Allow-Origin"] == "https://friend.example"
    assert "Access-Control-Allow-Origin" not in stranger


@pytest.mark.parametrize("path", ["/", "/desk/login/"])
def test_pages_are_for_no_other_site(client, path):
    assert "Access-Control-Allow-Origin" not in client.get(path, HTTP_ORIGIN="https://a.example")


def test_reading_can_be_kept_to_those_with_a_key(client, settings, key):
    settings.API_ANONYMOUS_READING = False

    assert client.get(LIST).status_code == 401
    assert client.get(LIST, **key).status_code == 200
    assert client.get("/api/v1/").status_code == 200
