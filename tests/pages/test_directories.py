"""The lists of all names: in order, page by page, and only what public articles name."""

import pytest
from django.utils import timezone
from django.utils.text import slugify

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Mention, Organization, Person, Topic, Verdict
from articles.selectors.site import directories
from tests.factories import ArticleFactory, OrganizationFactory, PersonFactory, TopicFactory
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db
KINDS = {Person: "PERSON", Organization: "ORG", Topic: "PRODUCT"}
NEXT, BACK = "[rel='next']", "[rel='prev']"
NAMES = ["Ada Voss", "Berit Holm", "Cai Lindqvist", "Dora Pym", "Emil Strand"]


@pytest.fixture
def named(editor):
    """Return a function that publishes an article which names whom it is given."""

    def publish(**subject):
        (target,) = subject.values()
        article = ArticleFactory(draft__headline=f"News of {target.name}")
        Mention.objects.create(
            revision=article.draft_revision,
            kind=KINDS[type(target)],
            start=8,
            end=8 + len(target.name),
            quote=target.name,
            judgement=Verdict.ACCEPTED,
            judged_at=timezone.now(),
            **subject,
        )
        return publish_article(article_id=article.pk, by=editor)

    return publish


def page(client, address):
    return parse(client.get(address).content.decode())


@pytest.mark.parametrize(
    ("folder", "field", "factory"),
    [
        ("people", "person", PersonFactory),
        ("organizations", "organization", OrganizationFactory),
        ("topics", "topic", TopicFactory),
    ],
)
def test_it_names_whom_public_articles_name_and_leads_there(client, named, folder, field, factory):
    shown, hidden = factory(name="Marrow", slug="marrow"), factory(name="Nobody", slug="nobody")
    named(**{field: shown})

    found = page(client, f"/{folder}/")

    assert [a.get("href") for a in select(found, ".directory a")] == [f"/{folder}/marrow/"]
    assert hidden.name not in client.get(f"/{folder}/").content.decode()


def test_whom_no_public_article_names_any_more_is_gone(client, named, editor):
    article = named(person=PersonFactory(name="Ada Voss"))
    before = texts(page(client, "/people/"), ".directory a")
    withdraw_article(article_id=article.pk, by=editor)

    assert before == ["Ada Voss"]
    assert texts(page(client, "/people/"), ".directory a") == []


def test_it_is_walked_both_ways_in_the_order_of_names(client, named, monkeypatch):
    monkeypatch.setattr(directories, "NAMES_A_PAGE", 2)
    for name in reversed(NAMES):
        named(person=PersonFactory(name=name, slug=slugify(name)))

    walked, address, there = [], "/people/", []
    while address:
        found = page(client, address)
        there.append(address)
        walked += texts(found, ".directory a")
        address = next((f"/people/{a.get('href')}" for a in select(found, NEXT)), None)
    back = page(client, f"/people/{select(found, BACK)[0].get('href')}")

    assert walked == NAMES
    assert len(there) == 3
    assert texts(back, ".directory a") == NAMES[2:4]
    assert select(back, BACK)
    assert select(back, NEXT)


@pytest.mark.parametrize("place", ["after=%00", "after=a'b", "before=%C3%A9", f"after={'a' * 201}"])
def test_a_place_that_no_page_gave_out_is_not_found(client, place):
    assert client.get(f"/people/?{place}").status_code == 404


def test_only_the_first_page_is_for_search_engines(client):
    first, later = client.get("/people/").content, client.get("/people/?after=m").content

    assert b"noindex" not in first
    assert b"noindex" in later


def test_it_costs_as_many_queries_for_many_names_as_for_few(
    client, named, django_assert_max_num_queries
):
    for name in NAMES:
        named(person=PersonFactory(name=name))

    with django_assert_max_num_queries(3):
        client.get("/people/")
