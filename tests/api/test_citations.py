"""Citations: accepted ones of live articles, narrowed by what they rest on."""

import pytest

from articles.actions.judge_citation import judge_citation
from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import CitationKind, LinkState, SourceType, Verdict
from tests.api.conftest import cite

pytestmark = pytest.mark.django_db
LIST = "/api/v1/citations/"


def ids(response):
    return [record["id"] for record in response.json()["results"]]


@pytest.fixture
def cited(write, editor, world):
    """An article that cites a person without a link and an organization with one."""
    article = write()
    by_person = cite(article, person=world["person"])
    by_report = cite(
        article,
        organization=world["organization"],
        kind=CitationKind.REFERENCE,
        source_type=SourceType.ORG,
        medium="report",
        url="https://marrow.example/report",
        link_state=LinkState.LINKED,
    )
    publish_article(article_id=article.pk, by=editor)
    return {"article": article, "person": by_person, "report": by_report}


def test_it_lists_the_newest_first_in_one_query(client, cited, django_assert_num_queries):
    with django_assert_num_queries(1):
        listed = ids(client.get(LIST))

    assert listed[:2] == [cited["report"].pk, cited["person"].pk]
    assert len(listed) == 3


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"organization": "marrow-foundation"}, ["report"]),
        ({"kind": "reference"}, ["report"]),
        ({"medium": "report"}, ["report"]),
        ({"link": "linked"}, ["report"]),
        ({"link": "none", "medium": "report"}, []),
    ],
)
def test_filters_combine(client, cited, query, expected):
    assert ids(client.get(LIST, query)) == [cited[name].pk for name in expected]


def test_it_narrows_to_an_article_and_a_person(client, cited):
    article = str(cited["article"].public_id)

    assert set(ids(client.get(LIST, {"article": article}))) == {
        cited["person"].pk,
        cited["report"].pk,
    }
    assert ids(client.get(LIST, {"article": article, "person": "ines-marrow"})) == [
        cited["person"].pk
    ]


def test_a_citation_is_the_one_of_its_article_s_detail(client, cited):
    listed = client.get(f"{LIST}{cited['report'].pk}/").json()
    detail = client.get(f"/api/v1/articles/{cited['article'].public_id}/").json()
    in_article = next(one for one in detail["citations"] if one["url"])

    assert listed.pop("article")["headline"] == detail["headline"]
    assert listed.pop("id") == cited["report"].pk
    in_article.pop("id")
    assert listed == in_article


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.NONE])
def test_what_was_not_accepted_is_not_there(client, write, editor, verdict):
    article = write()
    judged_at = None if verdict == Verdict.NONE else article.created_at
    citation = cite(article, judgement=verdict, judged_at=judged_at)
    publish_article(article_id=article.pk, by=editor)

    assert ids(client.get(LIST)) == []
    assert client.get(f"{LIST}{citation.pk}/").status_code == 404


def test_drafts_and_withdrawn_articles_cite_nothing(client, write, cited, editor):
    draft = write()
    in_draft = cite(draft)
    withdraw_article(article_id=cited["article"].pk, by=editor, note="Wrong.")

    for citation in (in_draft, cited["report"]):
        hidden = client.get(f"{LIST}{citation.pk}/")
        assert hidden.status_code == 404
        assert hidden.content == client.get(f"{LIST}999999/").content


def test_it_walks_by_cursor(client, cited):
    first = client.get(LIST, {"limit": 1}).json()
    second = client.get(first["next"].removeprefix("http://testserver")).json()

    assert [one["id"] for one in first["results"] + second["results"]] == [
        cited["report"].pk,
        cited["person"].pk,
    ]


def test_a_judgement_after_publication_waits_for_the_next_one(client, cited, editor):
    before = client.get(LIST).content
    judge_citation(citation_id=cited["person"].pk, by=editor, answer=Verdict.REJECTED)
    assert client.get(LIST).content == before

    publish_article(article_id=cited["article"].pk, by=editor)

    assert cited["person"].pk not in ids(client.get(LIST))
