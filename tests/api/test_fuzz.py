"""The API keeps to its document whatever it is asked (see `tests.api.fuzz`); so it does with hostile words."""

import json
import os
from pathlib import Path

import pytest
from django.apps import apps
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from articles.actions.add_image import add_image
from articles.models import Finding, Scope, Status, StoredCitation
from tests.api.fuzz import FEWEST, REQUESTS, Fuzzer
from tests.factories.pictures import encoded, halves
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db
API = "/api/v1/"
MOVES = f"{API}desk/articles/{{public_id}}/"
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
def movable(world, write):
    """For each move an article from which it can be made."""
    draft = write(person=world["person"])
    waiting = write(status=Status.IN_REVIEW)
    world["article"].refresh_from_db()
    from_draft = dict.fromkeys(("", "submit/", "publish/", "schedule/"), draft)
    from_review = dict.fromkeys(("approve/", "return/"), waiting)
    return from_draft | from_review | dict.fromkeys(("correct/", "withdraw/"), world["article"])


@pytest.fixture
def places(world, movable, editor, media):
    """The parameters of paths that lead somewhere."""
    article, revision = world["article"], movable[""].draft_revision
    finding = Finding.objects.create(
        revision=revision, code="x", severity="notice", message="?", spans=[]
    )
    image = add_image(data=encoded(halves()), by=editor, alt="Two halves.")
    stored = StoredCitation.objects.get()
    key = {"key": str(article.public_id)}
    at = {
        "articles/{key}/": key,
        "articles/{key}.{suffix}": key,
        "articles/{key}/revisions/": key,
        "articles/{key}/revisions/{number}/": {**key, "number": 1},
        "people/{key}/": {"key": "ines-marrow"},
        "organizations/{key}/": {"key": "marrow-foundation"},
        "topics/{key}/": {"key": "marrow"},
        "sections/{slug}/": {"slug": "technology"},
        "citations/{id}/": {"id": stored.pk},
        "desk/media/{public_id}/": {"public_id": str(image.public_id)},
        "desk/mentions/{id}/judgement/": {"id": revision.mentions.get().pk},
        "desk/citations/{id}/judgement/": {"id": revision.citations.get().pk},
        "desk/figures/{id}/judgement/": {"id": revision.figures.get().pk},
        "desk/findings/{id}/answer/": {"id": finding.pk},
    }
    return {f"{API}{path}": found for path, found in at.items()} | {
        f"{MOVES}{move}": {"public_id": str(one.public_id)} for move, one in movable.items()
    }


@pytest.fixture
def tags(movable):
    """The If-Match of what is changed, by path."""
    return {f"{MOVES}{move}": f'"{one.version}"' for move, one in movable.items()}


@pytest.fixture
def kept_connection():
    """Let requests that come by WSGI see what the test wrote, as those of the test client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("kept_connection")
def test_every_answer_is_one_that_the_document_speaks_of(editor, key_of, places, tags, monkeypatch):
    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", CapitalTagger)
    header = {"Authorization": key_of(editor, *Scope)["HTTP_AUTHORIZATION"]}
    wanted = int(os.environ.get(REQUESTS, FEWEST))

    fuzzer = Fuzzer(key=header, places=places, tags=tags, requests=wanted)
    statuses = fuzzer.run()

    assert statuses.total() >= wanted * 0.8
    assert statuses[200] > statuses.total() / 10
    assert statuses[400] > statuses.total() / 20
    moved = [f"{'PATCH' if path == MOVES else 'POST'} {path}" for path in tags]
    assert len(fuzzer.done.intersection(moved)) > len(moved) / 2


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
