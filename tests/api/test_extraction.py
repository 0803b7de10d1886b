"""The dry run: what the command prints, and nothing stored."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command

from articles.models import Scope
from tests.api.test_openapi import component, require
from tests.factories import PersonFactory
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db
EXTRACT = "/api/v1/extract/"
TEXT = "Iva Bell said on 4 May 2025 that 90 percent of lorries will take the tunnel.\n"
MARKDOWN = f"# Bridge closes\n\n{TEXT}"
HTML = f"<h1>Bridge closes</h1><p>{TEXT}</p>"


@pytest.fixture(autouse=True)
def tagger(monkeypatch):
    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", CapitalTagger)


@pytest.fixture
def extract(client, reporter, key_of):
    """Return a function that has a text read."""

    def read(body, kind="application/json"):
        body = json.dumps(body) if kind == "application/json" else body
        return client.post(EXTRACT, body, content_type=kind, **key_of(reporter, Scope.DESK_READ))

    return read


@pytest.mark.parametrize(
    ("format_", "kind", "words"),
    [
        ("text", "text/plain", TEXT),
        ("markdown", "text/markdown", MARKDOWN),
        ("html", "text/html", HTML),
    ],
)
def test_it_finds_what_the_command_finds(extract, tmp_path, capsys, format_, kind, words):
    PersonFactory(name="Iva Bell")
    file = tmp_path / "post"
    file.write_text(words)
    call_command("extract", str(file), "--json", "--format", format_)
    printed = json.loads(capsys.readouterr().out)

    as_json = extract({"content": words, "format": format_, "id": str(file)}).json()
    as_text = extract(words, kind).json()

    require(as_json, component("ExtractRecord"))
    assert printed["mentions"]
    assert printed["figures"]
    assert as_json == printed
    assert as_text == {**printed, "id": ""}


def test_relative_dates_count_from_the_day_that_is_given(extract):
    body = {"content": "Iva Bell said so yesterday.", "format": "text"}

    dates = extract({**body, "published": "2025-11-06T12:00:00Z"}).json()["dates"]

    assert [date["iso"] for date in dates] == ["2025-11-05"]


def test_it_stores_nothing(extract, reporter, client, key_of):
    key = key_of(reporter, Scope.POSTS_WRITE)
    before = rows()

    response = client.post(
        EXTRACT, MARKDOWN, content_type="text/markdown", HTTP_IDEMPOTENCY_KEY="k", **key
    )

    assert response.status_code == 200
    assert rows() == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ({"content": "x" * 50_001, "format": "text"}, "application/json", 413),
        ({"content": "ü" * 25_001, "format": "text"}, "application/json", 413),
        ("x" * 50_001, "text/plain", 413),
        ({}, "application/json", 422),
        ([], "application/json", 422),
        ({"content": " "}, "application/json", 422),
        ({"content": "x", "format": "pdf"}, "application/json", 422),
        ({"content": "x", "published_on": "2025-11-06"}, "application/json", 422),
        ({"content": "x", "published": "yesterday"}, "application/json", 422),
        ("", "text/plain", 422),
        (b"\xff\xfe\xfd", "text/plain", 422),
        ("<div>" * 5000, "text/html", 422),
        ("x", "application/pdf", 415),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_read_is_refused(extract, body, kind, status):
    response = extract(body, kind)

    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"


def rows():
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}
