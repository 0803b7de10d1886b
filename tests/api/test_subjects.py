"""People, organizations and topics: there for readers only while a live article names them."""

import pytest

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Account, Affiliation, Alias, Person, Scope, SubjectRedirect, TopicKind
from articles.selectors.site.names import keys_like
from tests.factories import OrganizationFactory, PersonFactory, TopicFactory
from tests.factories.departure import departure

pytestmark = pytest.mark.django_db
LISTS = {"people": "person", "organizations": "organization", "topics": "topic"}


def slugs(response):
    return [record["slug"] for record in response.json()["results"]]


@pytest.mark.parametrize(("route", "name"), LISTS.items())
def test_it_lists_whom_a_live_article_names(client, world, route, name):
    {"people": PersonFactory, "organizations": OrganizationFactory, "topics": TopicFactory}[route](
        slug="a-secret"
    )

    listed = slugs(client.get(f"/api/v1/{route}/"))

    assert world[name].slug in listed
    assert "a-secret" not in listed


@pytest.mark.parametrize(("route", "name"), LISTS.items())
def test_it_is_gone_with_the_last_article_that_names_it(client, world, editor, route, name):
    address = f"/api/v1/{route}/{world[name].slug}/"
    assert client.get(address).status_code == 200

    withdraw_article(article_id=world["article"].pk, by=editor)

    assert client.get(address).status_code == 404
    assert client.get(address).content == client.get(f"/api/v1/{route}/unknown/").content
    assert slugs(client.get(f"/api/v1/{route}/")) == []


def test_the_desk_sees_all_by_session(client, editor):
    PersonFactory(slug="a-secret")
    client.force_login(editor)

    response = client.get("/api/v1/people/")

    assert slugs(response) == ["a-secret"]
    assert response["Cache-Control"] == "private, no-store"
    assert "Cookie" in response["Vary"]


def test_a_key_sees_the_desk_s_side_only_with_its_scope(client, editor, key_of):
    PersonFactory(slug="a-secret")

    assert slugs(client.get("/api/v1/people/", **key_of(editor, Scope.POSTS_WRITE))) == []
    assert slugs(client.get("/api/v1/people/", **key_of(editor, Scope.DESK_READ))) == ["a-secret"]


def test_it_finds_by_any_name_and_by_kind(client, editor):
    client.force_login(editor)
    valkey = TopicFactory(name="Valkey", slug="valkey", kind=TopicKind.PRODUCT)
    Alias.objects.create(topic=valkey, text="The Redis Fork", key="redis fork")
    TopicFactory(name="Paris", slug="paris", kind=TopicKind.PLACE)

    assert slugs(client.get("/api/v1/topics/", {"name": "redis fo"})) == ["valkey"]
    assert slugs(client.get("/api/v1/topics/", {"name": "100%"})) == []
    assert slugs(client.get("/api/v1/topics/", {"kind": "place"})) == ["paris"]


def test_a_list_takes_two_queries_whatever_its_length(
    client, world, publish, django_assert_num_queries
):
    for _ in range(3):
        publish(person=PersonFactory())

    with django_assert_num_queries(2):
        client.get("/api/v1/people/")


def test_it_walks_in_the_order_of_slugs(client, publish):
    for slug in ("cid", "ada", "bob"):
        publish(person=PersonFactory(slug=slug))

    first = client.get("/api/v1/people/", {"limit": 2}).json()
    second = client.get(first["next"].removeprefix("http://testserver")).json()
    back = client.get(second["previous"].removeprefix("http://testserver")).json()

    assert [one["slug"] for one in first["results"] + second["results"]] == ["ada", "bob", "cid"]
    assert [one["slug"] for one in back["results"]] == ["ada", "bob"]
    assert second["next"] is None


def test_a_person_has_names_accounts_and_the_way_to_the_articles(client, world):
    person = world["person"]
    Alias.objects.create(person=person, text="I. Marrow", key="i marrow")
    Account.objects.create(person=person, platform="github", handle="imarrow")

    record = client.get(f"/api/v1/people/{person.public_id}/").json()

    assert record["aliases"] == ["I. Marrow"]
    assert record["handles"] == [
        {"platform": "github", "handle": "imarrow", "url": "https://github.com/imarrow"}
    ]
    articles = client.get(record["articles"].removeprefix("http://testserver")).json()
    assert [one["id"] for one in articles["results"]] == [str(world["article"].public_id)]


def test_an_affiliation_names_only_those_who_are_public(client, world):
    secret = OrganizationFactory(name="Stealth", slug="stealth")
    for organization in (secret, world["organization"]):
        Affiliation.objects.create(
            person=world["person"], organization=organization, role="founder"
        )

    response = client.get("/api/v1/people/ines-marrow/")

    assert [one["organization"]["slug"] for one in response.json()["affiliations"]] == [
        "marrow-foundation"
    ]
    assert b"stealth" not in response.content.lower()


def test_an_old_slug_leads_to_the_new_one_where_that_is_public(client, world):
    hidden = PersonFactory(slug="hidden")
    SubjectRedirect.objects.create(kind="person", slug="marrow-i", target_id=world["person"].pk)
    SubjectRedirect.objects.create(kind="person", slug="was-hidden", target_id=hidden.pk)

    moved = client.get("/api/v1/people/marrow-i/")

    assert (moved.status_code, moved["Location"]) == (301, "/api/v1/people/ines-marrow/")
    assert client.get("/api/v1/people/was-hidden/").status_code == 404


def test_a_spelling_of_a_draft_is_told_once_a_public_text_has_it(client, editor, publish):
    draft = departure()
    ines = Person.objects.get(slug="ines-ferreira")
    publish(person=ines)
    Alias.objects.filter(person=ines, text="Ines Ferreira").update(is_learned=True)

    def told():
        names = client.get("/api/v1/people/ines-ferreira/").json()["aliases"]
        found = slugs(client.get("/api/v1/people/", {"name": "Ines Ferreira"}))
        return names, found, keys_like("Ines Ferrera")

    assert told() == ([], [], [])

    publish_article(article_id=draft.pk, by=editor)
    assert told() == (["Ines Ferreira"], ["ines-ferreira"], [("person", ines.pk)])
