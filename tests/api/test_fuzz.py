"""The API keeps to its document whatever it is asked (see `tests.api.fuzz`); so it does with hostile words."""

import json
import os
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from articles.models import Citation, Scope
from tests.api.fuzz import FEWEST, REQUESTS, Fuzzer

pytestmark = pytest.mark.django_db
API = "/api/v1/"
HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile"
SOME = [
    "",
    " ",
    "'",
    '"',
    "\\",
    "%",
    "%00",
    "\x00",
    "\x7f\u200b\ufeff\u202e",
    "\U0001d573\U0001d58a \U0001f469\u200d\U0001f467 \ufdfd",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f",
    "' OR 1=1; DROP TABLE articles_article; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }} ${7*7} %(x)s {0}",
    "../../../../etc/passwd",
    "NaN",
    "1e309",
    "9" * 400,
    "-",
    "-(" * 99 + "a",
    "(",
    ":*",
    "a" * 5000,
    "& | ! <-> 'a':A",
    "null,undefined,[],{}",
]
TEXTS = [
    ("articles/", ["q", "person", "section", "author", "cited_person", "language", "cursor"]),
    ("articles/", ["fields", "exclude", "include", "count", "order", "published_from"]),
    ("people/", ["name", "cursor"]),
    ("topics/", ["name", "kind"]),
    ("citations/", ["person", "medium", "article"]),
    ("figures/", ["topic", "unit"]),
    ("corrections/", ["section", "published_to"]),
    ("changes/", ["since"]),
]


@pytest.fixture
def places(world):
    """The parameters of paths that lead somewhere."""
    article = str(world["article"].public_id)
    return {
        "/api/v1/articles/{key}/": {"key": article},
        "/api/v1/articles/{key}.{suffix}": {"key": article},
        "/api/v1/articles/{key}/revisions/": {"key": article},
        "/api/v1/articles/{key}/revisions/{number}/": {"key": article, "number": 1},
        "/api/v1/people/{key}/": {"key": "ines-marrow"},
        "/api/v1/organizations/{key}/": {"key": "marrow-foundation"},
        "/api/v1/topics/{key}/": {"key": "marrow"},
        "/api/v1/sections/{slug}/": {"slug": "technology"},
        "/api/v1/citations/{id}/": {"id": Citation.objects.get().pk},
        "/api/v1/desk/articles/{public_id}/": {"public_id": article},
    }


@pytest.fixture
def kept_connection():
    """Let requests that come by WSGI see what the test wrote, as those of the test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("kept_connection")
def test_every_answer_is_one_that_the_document_speaks_of(editor, key_of, places):
    header = {"Authorization": key_of(editor, *Scope)["HTTP_AUTHORIZATION"]}
    wanted = int(os.environ.get(REQUESTS, FEWEST))

    statuses = Fuzzer(key=header, places=places, requests=wanted).run()

    assert statuses.total() >= wanted * 0.8
    assert statuses[200] > statuses.total() / 10
    assert statuses[400] > statuses.total() / 20


def hostile_words():
    """Our own strings; where the shared folder lies beside the clone some of it, all in an audit."""
    naughty = HOSTILE / "blns.json"
    if not naughty.exists():
        return SOME
    payloads = (HOSTILE / "xss-payload-list.txt").read_text(errors="replace").splitlines()
    more, step = [*json.loads(naughty.read_text()), *payloads], 1 if REQUESTS in os.environ else 80
    return [*SOME, *more[::step]]


@pytest.mark.parametrize(("path", "names"), TEXTS, ids=lambda value: str(value)[:40])
def test_hostile_words_are_answered_or_refused(client, world, path, names):
    refused = 0
    for words in hostile_words():
        for name in names:
            response = client.get(f"{API}{path}", {name: words})
            assert response.status_code in (200, 400, 410), (name, words, response.content)
            assert response.json()
            refused += response.status_code == 400

    assert refused


def test_hostile_words_in_a_post_are_stored_or_refused(client, reporter, key_of):
    header = key_of(reporter)
    for number, words in enumerate(SOME):
        body = {"source": "Wire", "external_id": f"hostile {number}", "content": f"# {words}\n\nB."}
        for field in ("content", "source", "external_id", "file_name"):
            sent = json.dumps({**body, field: words if field != "content" else body[field]})
            response = client.post(f"{API}posts/", sent, content_type="application/json", **header)
            assert response.status_code in (200, 201, 400, 409, 422), (field, words)
