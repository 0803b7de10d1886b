"""Sections."""

import pytest

from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db


def test_it_lists_all_in_the_publication_s_order(client, django_assert_num_queries):
    SectionFactory(name="Sport", slug="sport", position=2)
    SectionFactory(name="World", slug="world", position=1)

    with django_assert_num_queries(1):
        record = client.get("/api/v1/sections/").json()

    assert [one["slug"] for one in record["results"]] == ["world", "sport"]
    assert record["next"] is None


def test_it_shows_one(client):
    SectionFactory(name="Sport", slug="sport", description="Games.")

    assert client.get("/api/v1/sections/sport/").json() == {
        "name": "Sport",
        "slug": "sport",
        "url": "http://testserver/sport/",
        "description": "Games.",
        "articles": "http://testserver/api/v1/articles/?section=sport",
    }
    assert client.get("/api/v1/sections/unknown/").status_code == 404
