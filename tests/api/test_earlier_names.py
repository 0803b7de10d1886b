"""A filter finds a record by what it was called before: a former slug, a merged record's slug or id."""

import pytest

from articles.actions.describe_section import describe_section
from articles.actions.describe_subject import describe_subject
from articles.actions.merge_subject import merge_subject
from articles.models import Correction, Person, Section, StoredFigure, TopicKind
from tests.api.asking import id_of, ids
from tests.factories import OrganizationFactory, PersonFactory, TopicFactory

pytestmark = pytest.mark.django_db
STAYING = {
    "person": lambda: PersonFactory(slug="who-stays"),
    "author": lambda: PersonFactory(slug="who-stays"),
    "organization": lambda: OrganizationFactory(slug="who-stays"),
    "topic": lambda: TopicFactory(slug="who-stays", kind=TopicKind.PRODUCT),
}
# address -> parameter -> what of the world it names
FILTERS = [
    ("articles", "person", "person"),
    ("articles", "organization", "organization"),
    ("articles", "topic", "topic"),
    ("articles", "author", "author"),
    ("articles", "author_all", "author"),
    ("articles", "cited_person", "person"),
    ("citations", "person", "person"),
    ("figures", "person", "person"),
]


@pytest.fixture
def world(world):
    """The published world, whose figure is about a person."""
    StoredFigure.objects.update(kind="person", target_id=world["person"].pk)
    return world


def found(client, path, name, key):
    response = client.get(f"/api/v1/{path}/", {name: key})
    assert response.status_code == 200, response.content
    return len(response.json()["results"])


@pytest.mark.parametrize(("path", "name", "record"), FILTERS)
def test_a_renamed_record_is_found(client, world, administrator, path, name, record):
    subject = world[record]
    former = subject.slug
    describe_subject(subject=subject, by=administrator, slug="another-slug")

    assert found(client, path, name, "another-slug") == 1
    assert found(client, path, name, former) == 1
    assert found(client, path, name, "never-was") == 0


@pytest.mark.parametrize(("path", "name", "record"), FILTERS)
def test_a_merged_record_is_found_by_slug_and_by_id(
    client, world, administrator, path, name, record
):
    gone = world[record]
    into = STAYING[record]()
    merge_subject(subject=gone, into=into, by=administrator)

    for key in (gone.slug, str(gone.public_id), str(gone.public_id).upper(), "who-stays"):
        assert found(client, path, name, key) == 1, key


def test_whoever_has_the_slug_now_goes_first(client, publish, world, administrator):
    describe_subject(subject=world["person"], by=administrator, slug="ines-ferreira-marrow")
    namesake = PersonFactory(slug="ines-marrow")
    other = publish(person=namesake, author=namesake)

    for name in ("person", "author", "cited_person"):
        assert ids(client.get("/api/v1/articles/", {name: "ines-marrow"})) == id_of(other), name
    several = client.get("/api/v1/articles/", {"author": "ines-marrow,nobody"})
    assert ids(several) == id_of(other)


def test_one_of_several_authors_is_found_by_a_former_slug(client, world, administrator):
    merge_subject(subject=world["author"], into=PersonFactory(slug="m-okafor"), by=administrator)

    for keys in ("mira-okafor,nobody", f"nobody,{world['author'].public_id}"):
        assert found(client, "articles", "author", keys) == 1, keys


@pytest.mark.parametrize("path", ["articles", "corrections"])
def test_a_renamed_section_is_found(client, world, administrator, path):
    article = world["article"]
    Correction.objects.create(
        article=article,
        supersedes=article.live_revision,
        note="Forty, not fourteen.",
        published_at=article.updated_at,
    )
    describe_section(section=Section.objects.get(), by=administrator, slug="machines")

    for slug in ("technology", "machines"):
        assert found(client, path, "section", slug) == 1, slug
    assert found(client, path, "section", "sport") == 0


def test_it_costs_no_more_queries(client, world, administrator, django_assert_num_queries):
    describe_subject(subject=world["person"], by=administrator, slug="another-slug")
    assert Person.objects.filter(slug="another-slug").exists()

    with django_assert_num_queries(1):
        client.get("/api/v1/articles/?person=ines-marrow")
