"""What the publication says of itself."""

import orjson
import pytest

from articles.actions.write_page import write_page
from articles.models import PageName
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db


def address(name):
    return "/about/" if name == PageName.ABOUT else f"/about/{name}/"


def opened(client, path):
    return parse(client.get(path).content.decode())


@pytest.mark.parametrize("name", PageName.values)
def test_every_page_has_words_and_leads_to_the_others(client, name):
    page = opened(client, address(name))

    assert texts(page, "h1") == [PageName(name).label]
    assert len(select(page, ".prose")[0].text_content().split()) > 20
    links = [one.get("href") for one in select(page, ".also a")]
    assert links == [address(one) for one in PageName.values if one != name]


def test_an_editors_words_stand_in_place_of_the_shipped_ones(client, editor):
    shipped = client.get("/about/contact/").content
    write_page(name="contact", title="Write to us", body="<p>desk at example</p>", by=editor)

    page = opened(client, "/about/contact/")

    assert texts(page, "h1") == ["Write to us"]
    assert texts(page, ".prose p") == ["desk at example"]
    assert texts(page, ".as-of time")
    assert b"Last changed" not in shipped
    assert "Write to us" in texts(opened(client, "/about/"), ".also a")


def test_an_editors_words_cannot_take_the_place_of_others(client, editor):
    write_page(
        name="about", title="<!--body-->", body="<p>&lt;!--body--&gt; <b>x</b></p>", by=editor
    )

    assert texts(opened(client, "/about/"), "h1") == ["<!--body-->"]


def test_a_page_that_does_not_exist_is_not_found(client):
    assert client.get("/about/imprint/").status_code == 404
    assert client.get("/about/about/").status_code == 404


def test_the_markup_names_pages_that_exist(client):
    (script,) = select(opened(client, "/"), "script[type='application/ld+json']")
    (publisher,) = [
        node
        for node in orjson.loads(script.text_content())["@graph"]
        if node["@type"] == "NewsMediaOrganization"
    ]
    policies = [value for key, value in publisher.items() if key.endswith(("Policy", "Principles"))]

    assert len(policies) == 5
    for policy in policies:
        assert client.get("/" + policy.split("/", 3)[3]).status_code == 200


def test_the_contact_page_and_the_markup_say_where_to_write(client, settings):
    settings.PUBLICATION_CONTACT = ["mailto:desk@news.example", "tel:+4930123456"]

    page = opened(client, "/about/contact/")

    links = [(one.get("href"), one.text) for one in select(page, ".prose li a")]
    assert links == [
        ("mailto:desk@news.example", "desk@news.example"),
        ("tel:+4930123456", "+4930123456"),
    ]
    graph = orjson.loads(select(page, "script[type='application/ld+json']")[0].text)["@graph"]
    assert graph[0]["contactPoint"] == [
        {"@type": "ContactPoint", "contactType": "newsroom", "email": "desk@news.example"},
        {"@type": "ContactPoint", "contactType": "newsroom", "telephone": "+4930123456"},
    ]
