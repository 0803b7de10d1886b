"""An article in each of its forms: chosen by Accept or suffix, one SELECT, one validator each."""

import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from django.utils import timezone
from referencing import Registry, Resource

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, StoredDocument
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
HOUR = dt.timedelta(hours=1)
NINJS = "application/vnd.iptc.ninjs+json"
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "ninjs-schema_3.1.json").read_text())
MEDIA_TYPES = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ninjs": NINJS,
    "md": "text/markdown",
    "atom": "application/atom+xml",
}


@pytest.fixture
def article(editor):
    """The article that has everything, public."""
    return publish_departure(by=editor)


@pytest.fixture
def address(article):
    return f"{LIST}{article.public_id}/"


def media_type(response):
    return response["Content-Type"].partition(";")[0]


@pytest.mark.parametrize(("suffix", "wanted"), MEDIA_TYPES.items())
def test_accept_and_suffix_give_the_same_bytes_in_one_query(
    client, article, address, suffix, wanted, django_assert_num_queries
):
    with django_assert_num_queries(1):
        by_accept = client.get(address, HTTP_ACCEPT=wanted)
    with django_assert_num_queries(1):
        by_suffix = client.get(f"{LIST}{article.public_id}.{suffix}", HTTP_ACCEPT="image/png")

    assert media_type(by_accept) == media_type(by_suffix) == wanted
    assert by_accept.content == by_suffix.content
    assert by_accept["ETag"] == by_suffix["ETag"]
    assert "Accept" in by_accept["Vary"]
    assert by_suffix["Vary"] == "Authorization, origin"


def test_every_form_leads_to_the_page_and_to_all_forms(client, article, address):
    links = {client.get(address, HTTP_ACCEPT=kind)["Link"] for kind in MEDIA_TYPES.values()}

    (link,) = links
    found = dict(re.findall(r'<([^>]*)>; rel="alternate"; type="([^"]*)"', link))
    assert found.pop(f"http://testserver{article.document.path}") == "text/html"
    assert {one.rpartition(".")[2]: kind.partition(";")[0] for one, kind in found.items()} == (
        MEDIA_TYPES
    )
    for one, kind in found.items():
        answer = client.get(one)
        assert (answer.status_code, media_type(answer)) == (200, kind.partition(";")[0])


def test_the_page_leads_to_all_forms(client, article, address):
    page = client.get(article.document.path).content.decode()

    found = re.findall(
        '<link rel="alternate" type="([^"]*)" href="([^"]*/api/v1/articles/[^"]*)">', page
    )
    assert [kind.partition(";")[0] for kind, _ in found] == list(MEDIA_TYPES.values())
    for kind, one in found:
        assert media_type(client.get(one)) == kind.partition(";")[0]


def test_each_form_has_a_validator_of_its_own(client, address):
    answers = {kind: client.get(address, HTTP_ACCEPT=kind) for kind in MEDIA_TYPES.values()}

    assert len({answer["ETag"] for answer in answers.values()}) == len(MEDIA_TYPES)
    for kind, answer in answers.items():
        again = client.get(address, HTTP_ACCEPT=kind, HTTP_IF_NONE_MATCH=answer["ETag"])
        assert (again.status_code, again["Vary"]) == (304, answer["Vary"])
    other = client.get(
        address, HTTP_ACCEPT=NINJS, HTTP_IF_NONE_MATCH=answers["text/markdown"]["ETag"]
    )
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("text/*", "text/markdown"),
        ("text/markdown;q=0.4, application/ld+json;q=0.5", "application/ld+json"),
        ("application/json;q=0, */*", "application/ld+json"),
        (
            "application/*;q=0.3, application/atom+xml;q=0.2, text/markdown;q=0.25",
            "application/json",
        ),
        ("APPLICATION/LD+JSON", "application/ld+json"),
        (
            'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"',
            "application/ld+json",
        ),
        (f"text/html, {NINJS};q=0.001", NINJS),
        (",;=, */*;q=x", "application/json"),
    ],
)
def test_it_sends_what_is_wanted_most(client, address, accept, wanted):
    response = client.get(address, HTTP_ACCEPT=accept)

    assert (response.status_code, media_type(response)) == (200, wanted)


@pytest.mark.parametrize("accept", ["image/png", "*/*;q=0", "text/html", "nonsense", "*/json"])
def test_it_refuses_what_there_is_not_and_lists_what_there_is(client, article, address, accept):
    response = client.get(address, HTTP_ACCEPT=accept)

    assert (response.status_code, response["Content-Type"]) == (406, "application/problem+json")
    assert "Accept" in response["Vary"]
    available = {one["media_type"]: one["url"] for one in response.json()["available"]}
    assert set(available) == set(MEDIA_TYPES.values())
    for kind, url in available.items():
        assert media_type(client.get(url.removeprefix("http://testserver"))) == kind


def test_the_linked_data_is_that_of_the_page(client, article, address):
    page = client.get(article.document.path).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert client.get(address, HTTP_ACCEPT="application/ld+json").json() == json.loads(script)


def test_the_ninjs_is_valid_and_says_what_the_article_says(client, article, address):
    ninjs = client.get(address, HTTP_ACCEPT=NINJS).json()
    detail = client.get(address).json()

    require_ninjs(ninjs)
    assert ninjs["uri"] == f"urn:uuid:{article.public_id}"
    assert ninjs["headlines"][0]["value"] == detail["headline"]
    assert ninjs["bodies"][0]["value"] == detail["body_html"]
    assert (ninjs["firstCreated"], ninjs["versionCreated"]) == (
        detail["published_at"],
        detail["updated_at"],
    )
    assert [one["uri"] for one in ninjs["people"]] == [one["url"] for one in detail["people"]]
    assert {"name": "Harbor Labs", "role": "cited"}.items() <= ninjs["infoSources"][-1].items()


def test_a_bare_article_is_valid_ninjs_too(client, publish):
    require_ninjs(client.get(f"{LIST}{publish().public_id}.ninjs").json())


def test_the_atom_entry_is_a_document_of_its_own(client, article, address):
    response = client.get(address, HTTP_ACCEPT="application/atom+xml")
    root = ET.fromstring(response.content)
    (entry,) = feedparser.parse(
        b'<feed xmlns="http://www.w3.org/2005/Atom">'
        + response.content.partition(b"?>")[2]
        + b"</feed>"
    ).entries

    assert root.tag == "{http://www.w3.org/2005/Atom}entry"
    assert entry.id == f"urn:uuid:{article.public_id}"
    assert entry.title == article.live_revision.headline
    assert entry.published == client.get(address).json()["published_at"]


def test_a_slug_is_the_newest_visible_of_that_slug(client, publish):
    publish(slug="same")
    newest = publish(slug="same")
    publish(slug="same", at=timezone.now() + HOUR)

    assert client.get(f"{LIST}same/").json()["id"] == str(newest.public_id)
    assert client.get(f"{LIST}same.md").status_code == 200
    assert client.get(f"{LIST}other/").status_code == 404


def test_a_slug_that_it_once_had_leads_to_it(client, publish, editor):
    article = publish(slug="before")
    Article.objects.update(slug="after")
    publish_article(article_id=article.pk, by=editor)

    whole, form = client.get(f"{LIST}before/"), client.get(f"{LIST}before.md")

    assert (whole.status_code, whole["Location"]) == (301, f"{LIST}{article.public_id}/")
    assert (form.status_code, form["Location"]) == (301, f"{LIST}{article.public_id}.md")
    assert client.get(f"{LIST}after/").status_code == 200


@pytest.mark.parametrize("suffix", ["/", *(f".{one}" for one in MEDIA_TYPES)])
def test_what_is_hidden_is_absent_in_every_form(client, publish, editor, suffix):
    scheduled = publish(slug="later", at=timezone.now() + HOUR)
    withdrawn = publish(slug="gone")
    withdraw_article(article_id=withdrawn.pk, by=editor, note="We were wrong.")

    for key in (scheduled.public_id, "later"):
        assert client.get(f"{LIST}{key}{suffix}").status_code == 404
        assert client.get(f"{LIST}{key}{suffix}", HTTP_ACCEPT="image/png").status_code == 404
    for key in (withdrawn.public_id, "gone"):
        assert client.get(f"{LIST}{key}{suffix}").json()["note"] == "We were wrong."


def test_a_form_that_waits_to_be_written_says_so(client, article, address):
    StoredDocument.objects.update(ninjs="")

    response = client.get(address, HTTP_ACCEPT=NINJS)

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert client.get(address).status_code == 200


def require_ninjs(value):
    geometry = Resource.from_contents(
        {"$schema": SCHEMA["$schema"], "$id": "https://geojson.org/schema/GeoJSON.json"}
    )
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geometry)
    checker = jsonschema.FormatChecker()
    checker.checks("uri")(lambda uri: re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", uri) is not None)
    jsonschema.Draft202012Validator(SCHEMA, registry=registry, format_checker=checker).validate(
        value
    )
