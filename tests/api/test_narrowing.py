"""`fields`, `exclude`, `include` and `count`: less of a record, more of it, and how many there are."""

import copy

import pytest
from django.db import connection

from articles.api import schemas
from articles.models import Affiliation, Citation, Correction, Section
from articles.selectors.catalogue import TooManyToCount, counting
from tests.factories import OrganizationFactory, PersonFactory, SectionFactory, TopicFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
SHAPES = {
    "articles/": schemas.ArticleCard,
    "articles/{article}/": schemas.ArticleDetail,
    "articles/{article}.json": schemas.ArticleDetail,
    "citations/": schemas.CitationRecord,
    "citations/{citation}/": schemas.CitationRecord,
    "people/": schemas.PersonCard,
    "people/ines-marrow/": schemas.PersonDetail,
    "organizations/": schemas.OrganizationCard,
    "organizations/marrow-foundation/": schemas.OrganizationDetail,
    "topics/": schemas.TopicCard,
    "topics/marrow/": schemas.TopicDetail,
    "figures/": schemas.FigureListed,
    "corrections/": schemas.CorrectionListed,
    "articles/{article}/revisions/": schemas.RevisionCard,
    "articles/{article}/revisions/1/": schemas.RevisionDetail,
    "sections/": schemas.SectionRecord,
    "sections/technology/": schemas.SectionRecord,
}


@pytest.fixture
def address_of(world):
    """Return the address of a resource of the small world."""
    known = {
        "article": world["article"].public_id,
        "citation": Citation.objects.get(revision=world["article"].live_revision).pk,
    }
    return lambda path: f"/api/v1/{path.format(**known)}"


@pytest.fixture(autouse=True)
def correction(request):
    """Correct the article where corrections are looked at."""
    if "corrections" in request.node.name:
        article = request.getfixturevalue("world")["article"]
        Correction.objects.create(
            article=article,
            supersedes=article.live_revision,
            note="Forty.",
            published_at=article.updated_at,
        )


def record(response):
    assert response.status_code == 200, response.content
    answer = response.json()
    return answer["results"][0] if "results" in answer else answer


def paths_in(value, before=""):
    if isinstance(value, list):
        return set().union(*(paths_in(one, before) for one in value), set())
    if not isinstance(value, dict):
        return set()
    return {f"{before}{name}" for name in value} | set().union(
        *(paths_in(inner, f"{before}{name}.") for name, inner in value.items()), set()
    )


@pytest.mark.parametrize(("path", "shape"), SHAPES.items())
def test_each_path_of_the_schema_can_be_asked_for_and_left_out(client, address_of, path, shape):
    address = address_of(path)
    whole = record(client.get(address))

    for asked in schemas.paths_of(shape):
        only = record(client.get(address, {"fields": asked}))
        rest = record(client.get(address, {"exclude": asked}))
        ancestors = {asked.rsplit(".", depth)[0] for depth in range(1, asked.count(".") + 1)}

        assert all(
            one in ancestors or one == asked or one.startswith(f"{asked}.")
            for one in paths_in(only)
        )
        assert not any(one == asked or one.startswith(f"{asked}.") for one in paths_in(rest))
        if "." not in asked and asked in whole:
            assert only == {asked: whole[asked]}
            assert rest == {name: value for name, value in whole.items() if name != asked}


@pytest.mark.parametrize(("path", "shape"), SHAPES.items())
def test_each_member_of_an_answer_has_a_path(client, address_of, path, shape):
    whole = record(client.get(address_of(path)))

    assert {one for one in paths_in(whole) if not one.startswith("external_ids.")} <= set(
        schemas.paths_of(shape)
    )


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"fields": "headline,section.name"}, {"headline": ..., "section": {"name": ...}}),
        ({"fields": " headline , headline"}, {"headline": ...}),
        ({"fields": "section,section.name"}, {"section": {"name": ..., "slug": ..., "url": ...}}),
        ({"fields": "section", "exclude": "section.url"}, {"section": {"name": ..., "slug": ...}}),
        ({"fields": "image.url"}, {"image": None}),
        ({"fields": "authors.slug"}, {"authors": [{"slug": ...}]}),
        ({"fields": "headline", "exclude": "headline"}, {}),
    ],
)
def test_fields_and_exclude_combine(client, world, query, wanted):
    whole = record(client.get(LIST))

    def filled(shape, value):
        if shape is ...:
            return value
        if isinstance(shape, list):
            return [filled(shape[0], one) for one in value]
        return shape and {name: filled(inner, value[name]) for name, inner in shape.items()}

    assert record(client.get(LIST, query)) == filled(wanted, whole)


def test_what_is_nested_in_lists_is_pruned_in_each(client, world):
    address = f"{LIST}{world['article'].public_id}/"
    whole = client.get(address).json()

    answer = client.get(address, {"fields": "mentions.quote,citations.source.name"}).json()

    assert answer == {
        "mentions": [{"quote": one["quote"]} for one in whole["mentions"]],
        "citations": [{"source": {"name": one["source"]["name"]}} for one in whole["citations"]],
    }
    rest = client.get(address, {"exclude": "mentions.quote,body_html"}).json()
    wanted = copy.deepcopy(whole)
    del wanted["body_html"]
    for one in wanted["mentions"]:
        del one["quote"]
    assert rest == wanted


@pytest.mark.parametrize("parameter", ["fields", "exclude"])
@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("hedline", "headline"),
        ("headline,sektion.name", "section.name"),
        ("section.nam", "section.name"),
        ("headline.length", "headline"),
        (",", None),
        ("id,", None),
        ("__class__", None),
        pytest.param("a" * 900, None, id="long"),
    ],
)
def test_an_unknown_field_is_told_the_nearest(client, world, parameter, asked, nearest):
    response = client.get(LIST, {parameter: asked})

    problem = response.json()
    assert (response.status_code, problem["type"].partition("#")[2]) == (
        400,
        "problem-unknown-field",
    )
    assert problem["parameter"] == parameter
    assert problem["nearest"] in schemas.paths_of(schemas.ArticleCard)
    if nearest:
        assert problem["nearest"] == nearest


@pytest.mark.parametrize("suffix", ["md", "jsonld", "ninjs", "atom"])
def test_only_json_can_be_narrowed(client, world, suffix):
    for query in ({"fields": "headline"}, {"include": "section"}):
        response = client.get(f"{LIST}{world['article'].public_id}.{suffix}", query)

        assert (response.status_code, response.json()["parameter"]) == (400, next(iter(query)))


def test_a_narrowed_answer_has_a_validator_of_its_own(client, world):
    address = f"{LIST}{world['article'].public_id}/"
    whole, part = client.get(address), client.get(address, {"fields": "headline"})

    again = client.get(address, {"fields": "headline"}, HTTP_IF_NONE_MATCH=part["ETag"])

    assert part["ETag"] != whole["ETag"]
    assert again.status_code == 304
    assert client.head(address, {"fields": "headline"})["ETag"] == part["ETag"]


def test_hidden_is_unknown_also_where_little_of_it_is_asked_for(client, write):
    draft = write()

    hidden = client.get(f"{LIST}{draft.public_id}/", {"fields": "headline", "include": "people"})
    unknown = client.get(
        f"{LIST}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/", {"fields": "headline", "include": "people"}
    )

    assert (hidden.status_code, hidden.content) == (404, unknown.content)


@pytest.mark.parametrize("path", ["articles/", "articles/{article}/"])
def test_included_records_are_those_of_their_own_addresses(client, world, address_of, path):
    query = {"include": "people,organizations,topics,section"}

    included = record(client.get(address_of(path), query))["included"]

    assert included == {
        "people": [client.get("/api/v1/people/ines-marrow/").json()],
        "organizations": [client.get("/api/v1/organizations/marrow-foundation/").json()],
        "topics": [client.get("/api/v1/topics/marrow/").json()],
        "section": client.get("/api/v1/sections/technology/").json(),
    }


def test_what_is_included_can_be_narrowed(client, world):
    query = {"include": "people", "fields": "headline,included.people.name"}

    assert record(client.get(LIST, query)) == {
        "headline": world["article"].live_revision.headline,
        "included": {"people": [{"name": "Ines Marrow"}]},
    }


def test_a_citation_can_bring_its_article(client, world, address_of):
    card = record(client.get(LIST))

    for path in ("citations/", "citations/{citation}/"):
        answer = record(client.get(address_of(path), {"include": "article"}))
        assert answer["included"] == {"article": card}


@pytest.mark.parametrize("asked", ["peoples", "people,sources", "people,"])
def test_what_cannot_be_included_is_refused(client, world, asked):
    response = client.get(LIST, {"include": asked})

    assert (response.status_code, response.json()["parameter"]) == (400, "include")
    assert response.json()["nearest"] in ("people", "organizations", "topics", "section")


def test_more_articles_and_more_names_cost_no_more_queries(
    client, publish, django_assert_num_queries
):
    for number in range(3):
        person, organization = PersonFactory(), OrganizationFactory()
        Affiliation.objects.create(person=person, organization=organization)
        publish(
            person=person,
            organization=organization,
            topic=TopicFactory(),
            section=SectionFactory(name=f"Section {number}", slug=f"section-{number}"),
        )

    for limit in (1, 3):
        # The page, its facets, and of each kind: records, accounts, other names, affiliations.
        for names, queries in (
            ("section", 3),
            ("topics", 5),
            ("people", 6),
            ("organizations", 6),
            ("people,organizations,topics,section", 14),
        ):
            with django_assert_num_queries(queries):
                answer = client.get(LIST, {"include": names, "limit": limit}).json()
            assert len(answer["results"]) == limit
            assert all(answer["results"][-1]["included"].values())
        with django_assert_num_queries(2):
            client.get("/api/v1/citations/", {"include": "article", "limit": limit})


def test_nobody_is_included_whom_the_public_does_not_know(client, world):
    hidden = OrganizationFactory(slug="hidden-for-now")
    Affiliation.objects.create(person=world["person"], organization=hidden)

    included = record(client.get(LIST, {"include": "people"}))["included"]

    assert included["people"][0]["affiliations"] == []


@pytest.mark.parametrize(
    "path",
    [
        *("articles/", "citations/", "people/", "organizations/", "topics/"),
        *("figures/", "corrections/", "articles/{article}/revisions/"),
    ],
)
def test_a_list_counts_only_when_asked(client, address_of, path):
    address = address_of(path)
    plain = client.get(address).json()
    exact = client.get(address, {"count": "exact", "limit": 1}).json()
    guess = client.get(address, {"count": "estimate"}).json()

    assert "count" not in plain
    assert exact["count"] == len(plain["results"])
    assert isinstance(guess["count"], int)


def test_all_pages_of_a_filtered_list_are_counted(client, publish, world):
    publish(person=world["person"])
    publish()

    first = client.get(LIST, {"person": "ines-marrow", "count": "exact", "limit": 1}).json()
    second = client.get(first["next"].removeprefix("http://testserver")).json()

    assert first["count"] == second["count"] == 2


def test_an_estimate_is_what_the_planner_expects(client, publish, django_assert_num_queries):
    for _ in range(3):
        publish()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_storeddocument")

    with django_assert_num_queries(2):
        answer = client.get(LIST, {"count": "estimate", "limit": 1}).json()

    assert answer["count"] == 3


def test_counting_that_takes_too_long_is_given_up(client, world, monkeypatch):
    slow = Section.objects.extra(where=["pg_sleep(5)::text IS NOT NULL"])
    monkeypatch.setattr(counting, "LONGEST", 20)

    with pytest.raises(TooManyToCount):
        counting.counted(slow, "exact")
    monkeypatch.setattr(
        "articles.selectors.catalogue.paging.counted", lambda *_: counting.counted(slow, "exact")
    )
    response = client.get(LIST, {"count": "exact"})

    assert response.status_code == 503
    assert "count=estimate" in response.json()["detail"]


@pytest.mark.parametrize("asked", ["yes", "", "EXACT"])
def test_a_count_of_another_kind_is_refused(client, asked):
    assert client.get(LIST, {"count": asked}).json()["parameter"] == "count"
