"""The other side of the measurements gives what the house's own API gives."""

import pytest

from articles.models import Facet, FacetKind, Person, StoredDocument
from newsroom.synthetic import words

pytestmark = pytest.mark.django_db


def same_lists(client, query):
    ours = client.get(f"/api/v1/articles/?{query}").json()
    ordinary = client.get(f"/ordinary/api/articles/?{query}").json()
    assert ours["results"] == ordinary["results"]
    assert bool(ours["next"]) == bool(ordinary["next"])
    return ours


def test_an_article_is_the_same(client, corpus):
    for document in StoredDocument.objects.all()[:3]:
        ours = client.get(f"/api/v1/articles/{document.public_id}/")
        ordinary = client.get(f"/ordinary/api/articles/{document.public_id}/")
        stored = client.get(f"/ordinary/stored/articles/{document.public_id}/")

        assert ours.json() == ordinary.json()
        assert ours.content == stored.content


def test_lists_and_their_second_pages_are_the_same(client, corpus):
    first = same_lists(client, "")
    ordinary = client.get("/ordinary/api/articles/").json()
    assert len(first["results"]) == 20

    ours, theirs = client.get(first["next"]), client.get(ordinary["next"])

    assert ours.json()["results"] == theirs.json()["results"]
    assert len(ours.json()["results"]) == 4


def test_a_person_narrows_both_alike(client, corpus):
    [slug] = Person.objects.filter(
        pk=Facet.objects.filter(kind=FacetKind.PERSON).values("target_id")[:1]
    ).values_list("slug", flat=True)

    assert same_lists(client, f"person={slug}")["results"]


@pytest.mark.parametrize("asked", ["committee", words.word(3), words.serial(7), "nowhere"])
def test_a_search_finds_the_same(client, corpus, asked):
    same_lists(client, f"q={asked}")
