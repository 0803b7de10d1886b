"""The list of articles by every filter and in every order; each walks an index."""

import copy
import datetime as dt
import re

import pytest
import uuid_utils.compat
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.publish_article import publish_article
from articles.models import (
    Article,
    Byline,
    CitationKind,
    Correction,
    Facet,
    FacetKind,
    Post,
    StoredDocument,
)
from tests.api.asking import LIST, id_of, ids, listed
from tests.api.conftest import cite
from tests.factories import OrganizationFactory, PersonFactory, TopicFactory

pytestmark = pytest.mark.django_db
SOME_THOUSAND = 3000
AUTHORS = 29


@pytest.fixture
def ada(db):
    return PersonFactory(name="Ada", slug="ada")


@pytest.fixture
def ben(db):
    return PersonFactory(name="Ben", slug="ben")


@pytest.fixture
def by_whom(publish, write, editor, ada, ben):
    """Articles by Ada, by Ben, by both, and by nobody, the last one the newest."""
    articles = [publish(author=ada), publish(author=ben), publish(author=ada), publish()]
    Byline.objects.create(article=articles[2], person=ben)
    publish_article(article_id=articles[2].pk, by=editor)
    return articles


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("author=ada", [2, 0]),
        ("author=ada,ben", [2, 1, 0]),
        ("author=ada&author=ben", [2, 1, 0]),
        ("author=ada,%20nobody-at-all", [2, 0]),
        ("author_all=ada&author_all=ben", [2]),
        ("author=none", [3]),
    ],
)
def test_authors_any_all_and_none(client, by_whom, query, wanted):
    assert listed(client, query) == id_of(*(by_whom[number] for number in wanted))


@pytest.mark.parametrize("query", ["author=none,ada", "author=,", "author="])
def test_authors_that_make_no_sense_are_refused(client, query):
    response = client.get(f"{LIST}?{query}")

    assert (response.status_code, response.json()["parameter"]) == (400, "author")


def test_a_repeated_name_means_all(client, write, publish, world, editor):
    other = TopicFactory(slug="other")
    world["article"].topics.add(other)
    publish_article(article_id=world["article"].pk, by=editor)
    publish(topic=world["topic"])

    assert listed(client, "topic=marrow&topic=other") == id_of(world["article"])
    assert listed(client, "person=ines-marrow&person=mira-okafor") == []


def test_cited_sources_and_their_kind_are_of_one_citation(client, write, editor, ada):
    lab = OrganizationFactory(slug="lab")
    article = write()
    cite(article, person=ada, kind=CitationKind.PARAPHRASE)
    cite(article, organization=lab, start=0, kind=CitationKind.QUOTATION)
    publish_article(article_id=article.pk, by=editor)

    assert listed(client, "cited_person=ada") == id_of(article)
    assert listed(client, "cited_organization=lab&citation_kind=quotation") == id_of(article)
    assert listed(client, "citation_kind=paraphrase") == id_of(article)
    assert listed(client, "cited_person=ada&citation_kind=quotation") == []
    assert listed(client, "cited_person=nobody-at-all") == []


def test_only_published_corrections_count(client, publish, editor):
    corrected, other = publish(), publish()
    for article in (corrected, other):
        Correction.objects.create(article=article, supersedes=article.live_revision, note="Forty.")
    publish_article(article_id=corrected.pk, by=editor)

    assert listed(client, "has_correction=true") == id_of(corrected)
    assert listed(client, "has_correction=false") == id_of(other)


def test_it_narrows_to_a_kind(client, publish, ada):
    opinion, news = publish(kind="opinion", author=ada), publish(kind="news", author=ada)

    assert listed(client, "kind=opinion") == id_of(opinion)
    assert listed(client, "kind=news&author=ada") == id_of(news)
    assert listed(client, "kind=review") == []


def test_a_kind_chosen_at_the_desk_waits_for_publication(client, publish, editor):
    article = publish(kind="news")
    Article.objects.update(kind="opinion")
    assert listed(client, "kind=opinion") == []

    publish_article(article_id=article.pk, by=editor)

    assert listed(client, "kind=opinion") == id_of(article)


LANGUAGES = {
    "en": ["en-US", "en-GB", "en"],
    "EN": ["en-US", "en-GB", "en"],
    "en-gb": ["en-GB"],
    "zh-hant": ["zh-Hant-TW"],
    "enm": ["enm"],
    "fr": [],
}


def test_a_language_holds_its_regions_and_no_other_language(client, publish):
    for tag in ("en", "en-GB", "enm", "en-US", "zh-Hant-TW"):
        publish(language=tag)

    answers = {asked: client.get(LIST, {"language": asked}).json() for asked in LANGUAGES}

    assert {
        asked: [card["language"] for card in answer["results"]] for asked, answer in answers.items()
    } == LANGUAGES


@pytest.fixture
def dated(publish, settings):
    """Articles of three instants around midnight in the publication's zone."""
    settings.PUBLICATION_TIME_ZONE = "Europe/Berlin"
    articles = [publish(), publish(), publish()]
    for article, moment in zip(
        articles, ("2025-11-05T22:59:59", "2025-11-05T23:00:00", "2025-11-06T22:59:59"), strict=True
    ):
        instant = dt.datetime.fromisoformat(f"{moment}+00:00")
        StoredDocument.objects.filter(article=article).update(
            published_at=instant, updated_at=instant
        )
    return articles


@pytest.mark.parametrize("what", ["published", "updated"])
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("{0}_from=2025-11-06", [2, 1]),
        ("{0}_to=2025-11-05", [0]),
        ("{0}_from=2025-11-06&{0}_to=2025-11-06", [2, 1]),
        ("{0}_from=2025-11-06T22:59:59Z", [2]),
        ("{0}_to=2025-11-05T23:00:00Z", [1, 0]),
        ("{0}_to=2025-11-06T00:00:00%2B01:00", [1, 0]),
        ("{0}_from=2026-01-01", []),
    ],
)
def test_a_day_means_the_publication_s_zone_and_both_ends_are_within(
    client, dated, what, query, wanted
):
    assert listed(client, query.format(what)) == id_of(*(dated[number] for number in wanted))


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2025-13-01",
        "2025-11-06T10:00:00",
        "0001-01-01",
        "9999-12-31",
        "2025-W01-1",
        "%00",
    ],
)
def test_what_is_no_instant_is_refused(client, value):
    response = client.get(f"{LIST}?published_from={value}")

    assert (response.status_code, response.json()["parameter"]) == (400, "published_from")


@pytest.mark.parametrize(
    "query",
    [
        "order=best",
        "has_correction=yes",
        "citation_kind=rumour",
        "order=newest&order=oldest",
        "kind=gossip",
        "kind=",
        "language=en_GB",
        "language=e",
        "language=e2",
        "language=en-",
        "language=%25",
        "q=words&q_in=body",
        "q_in=headline",
    ],
)
def test_values_that_do_not_exist_are_refused(client, query):
    assert client.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("order", ["newest", "oldest", "updated"])
@pytest.mark.parametrize("narrowed", ["", "&author=ada"])
def test_every_order_is_walked_both_ways(client, publish, ada, order, narrowed):
    articles = [publish(author=ada) for _ in range(5)]
    for place, article in enumerate(articles):
        moment = article.updated_at + dt.timedelta(days=(place * 3) % 5)
        StoredDocument.objects.filter(article=article).update(updated_at=moment)
    places = {"newest": [4, 3, 2, 1, 0], "oldest": [0, 1, 2, 3, 4], "updated": [3, 1, 4, 2, 0]}
    wanted = id_of(*(articles[place] for place in places[order]))

    pages = [client.get(f"{LIST}?order={order}&limit=2{narrowed}")]
    while after := pages[-1].json()["next"]:
        pages.append(client.get(after.removeprefix("http://testserver")))
    before = client.get(pages[-1].json()["previous"].removeprefix("http://testserver"))

    assert [one for page in pages for one in ids(page)] == wanted
    assert ids(before) == ids(pages[-2])


QUERIES = [
    "",
    "order=oldest",
    "order=updated",
    "author=ada",
    "author=ada,ben",
    "author_all=ada&author_all=ben",
    "author=none",
    "order=updated&author=ada",
    "cited_person=ada",
    "citation_kind=quotation&cited_organization=lab",
    "has_correction=true",
    "has_correction=false",
    "published_from=2025-11-06&published_to=2025-11-06",
    "updated_from=2025-11-06&updated_to=2025-11-06",
    "q=trademarks",
    "q=trademarks&q_in=headline",
    "kind=news",
    "kind=opinion",
    "kind=news&author=ada",
    "language=en",
    "language=de",
    "language=en&order=oldest",
]


@pytest.fixture
def thousands(publish, ada):
    """Some thousand articles, copies of one, a minute apart, four of five by one of 29 authors."""
    first = publish()
    minutes = [dt.timedelta(minutes=number) for number in range(1, SOME_THOUSAND)]
    posts = Post.objects.bulk_create(
        clone(first.post, external_id=f"copy {number}") for number in range(1, SOME_THOUSAND)
    )
    articles = Article.objects.bulk_create(clone(first, post=post) for post in posts)
    StoredDocument.objects.bulk_create(
        clone(
            first.document,
            article=article,
            public_id=article.public_id,
            path=f"/copy/{article.pk}/",
            visible_from=first.visible_from - age,
            published_at=first.visible_from - age,
            updated_at=first.visible_from - age,
        )
        for article, age in zip(articles, minutes, strict=True)
    )
    Facet.objects.bulk_create(
        Facet(kind=kind, target_id=target, article=article, visible_from=first.visible_from - age)
        for number, (article, age) in enumerate(zip(articles, minutes, strict=True))
        for kind, target in (
            (FacetKind.SECTION, first.section_id),
            (FacetKind.AUTHOR, ada.pk + 1000 * (number % AUTHORS)),
        )
        if kind == FacetKind.SECTION or number % 5
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.usefixtures("thousands")
def test_no_filter_reads_all_documents_through(client):
    read_through = {
        query: plan
        for query in QUERIES
        if re.search("Seq Scan on articles_(storeddocument|facet)", plan := plan_of(client, query))
    }

    assert read_through == {}


def plan_of(client, query):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"{LIST}?{query}").status_code == 200
    (asked,) = captured.captured_queries
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {asked['sql']}")
        return "\n".join(line for (line,) in cursor.fetchall())


def clone(row, **changes):
    """Return an unsaved copy of a row, another one by its ids."""
    other = copy.copy(row)
    other._state = copy.copy(row._state)
    other._state.fields_cache = {}
    other._state.adding = True
    if not isinstance(row, StoredDocument):
        other.pk = None
    if hasattr(row, "public_id"):
        other.public_id = uuid_utils.compat.uuid7()
    for name, value in changes.items():
        setattr(other, name, value)
    return other
