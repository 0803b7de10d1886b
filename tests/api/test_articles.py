"""Articles: lists by keyset and facet, the whole article with its validators."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from articles.actions.withdraw_article import withdraw_article
from articles.models import StoredDocument
from tests.factories import PersonFactory, SectionFactory

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"
HOUR = dt.timedelta(hours=1)


def ids(response):
    return [card["id"] for card in response.json()["results"]]


def path(address):
    return address.removeprefix("http://testserver")


def test_it_lists_the_newest_first_as_stored(client, publish):
    older, newer = publish(), publish()

    response = client.get(LIST)

    assert ids(response) == [str(newer.public_id), str(older.public_id)]
    assert response.json()["next"] is response.json()["previous"] is None
    assert StoredDocument.objects.get(article=newer).card.encode() in response.content


def test_it_lists_in_one_query(client, publish, django_assert_num_queries):
    author = PersonFactory()
    for _ in range(3):
        publish(author=author)

    with django_assert_num_queries(1):
        assert len(ids(client.get(LIST))) == 3
    with django_assert_num_queries(1):
        assert len(ids(client.get(LIST, {"author": author.slug, "section": "technology"}))) == 3
    with django_assert_num_queries(1):
        assert len(ids(client.get(LIST, {"q": "trademarks"}))) == 3


def test_it_walks_both_ways_and_new_arrivals_move_nobody(client, publish):
    wanted = [str(publish().public_id) for _ in range(5)][::-1]

    first = client.get(LIST, {"limit": 2})
    publish()
    second = client.get(path(first.json()["next"]))
    third = client.get(path(second.json()["next"]))
    back = client.get(path(third.json()["previous"]))

    assert ids(first) + ids(second) + ids(third) == wanted
    assert third.json()["next"] is None
    assert ids(back) == ids(second)
    assert len(ids(client.get(path(back.json()["previous"])))) == 2


def test_it_walks_over_articles_of_the_same_second(client, publish):
    published = [publish() for _ in range(5)]
    same = published[0].visible_from
    StoredDocument.objects.update(visible_from=same)

    seen, address = [], f"{LIST}?limit=2"
    while address:
        page = client.get(path(address))
        seen += ids(page)
        address = page.json()["next"]

    assert seen == [str(article.public_id) for article in reversed(published)]


def test_it_keeps_the_filters_in_the_address_of_the_next_page(client, publish):
    author = PersonFactory(slug="zoe")
    for _ in range(2):
        publish(author=author)
    publish()

    page = client.get(LIST, {"author": "zoe", "limit": 1}).json()

    assert "author=zoe" in page["next"]
    assert len(ids(client.get(path(page["next"])))) == 1


@pytest.mark.parametrize("name", ["person", "organization", "topic", "author"])
def test_it_narrows_to_a_record_by_slug_and_by_id(client, publish, world, name):
    publish()

    by_slug = client.get(LIST, {name: world[name].slug})
    by_id = client.get(LIST, {name: str(world[name].public_id)})

    assert ids(by_slug) == ids(by_id) == [str(world["article"].public_id)]


def test_filters_must_all_hold(client, publish, world):
    publish(person=world["person"])

    both = client.get(LIST, {"person": "ines-marrow", "topic": "marrow", "section": "technology"})

    assert ids(both) == [str(world["article"].public_id)]
    assert ids(client.get(LIST, {"person": "ines-marrow", "section": "sport"})) == []


def test_an_unknown_name_is_an_empty_list(client, publish):
    publish()

    assert ids(client.get(LIST, {"person": "nobody-at-all"})) == []


def test_it_finds_words(client, publish):
    found = publish(headline="The licence of Valkey")
    publish(headline="Another matter")

    assert ids(client.get(LIST, {"q": "licences"})) == [str(found.public_id)]
    assert ids(client.get(LIST, {"q": "trademarks -valkey"})) != [str(found.public_id)]
    assert ids(client.get(LIST, {"q": "))) ''' \\ :* & !"})) == []


def test_it_shows_a_scheduled_article_only_from_its_hour_on(client, publish):
    article = publish(at=timezone.now() + HOUR)

    assert ids(client.get(LIST)) == []
    assert client.get(f"{LIST}{article.public_id}/").status_code == 404


def test_it_shows_an_article_only_until_its_end(client, publish):
    article = publish(until=timezone.now() + HOUR)
    assert ids(client.get(LIST)) == [str(article.public_id)]

    StoredDocument.objects.update(visible_until=timezone.now())

    assert ids(client.get(LIST)) == []
    assert client.get(f"{LIST}{article.public_id}/").status_code == 404


def test_it_serves_the_stored_detail_in_one_query(client, world, django_assert_num_queries):
    address = f"{LIST}{world['article'].public_id}/"

    with django_assert_num_queries(1):
        response = client.get(address)

    assert response.content == StoredDocument.objects.get().detail.encode()
    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "no-cache"


def test_it_answers_304_to_those_who_have_it(client, world):
    address = f"{LIST}{world['article'].public_id}/"
    first = client.get(address)

    by_etag = client.get(address, HTTP_IF_NONE_MATCH=first["ETag"])
    by_date = client.get(address, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"])
    by_other = client.get(address, HTTP_IF_NONE_MATCH='"other"')

    assert (by_etag.status_code, by_etag.content) == (304, b"")
    assert by_date.status_code == 304
    assert by_etag["ETag"] == first["ETag"]
    assert by_other.status_code == 200


def test_a_list_answers_304_too(client, world):
    first = client.get(LIST)

    assert client.get(LIST, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304


def test_hidden_is_unknown_down_to_the_bytes_and_no_validator_tells(client, write, publish, editor):
    draft = write()
    scheduled = publish(at=timezone.now() + HOUR)
    withdrawn = publish()
    etag = client.get(f"{LIST}{withdrawn.public_id}/")["ETag"]
    withdraw_article(article_id=withdrawn.pk, by=editor)
    unknown = client.get(f"{LIST}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/")

    assert unknown.status_code == 404
    for article in (draft, scheduled, withdrawn):
        for headers in ({}, {"HTTP_IF_NONE_MATCH": etag}, {"HTTP_IF_NONE_MATCH": "*"}):
            hidden = client.get(f"{LIST}{article.public_id}/", **headers)
            assert (hidden.status_code, hidden.content) == (404, unknown.content)
            assert hidden.headers == unknown.headers


def test_withdrawn_with_a_note_says_so(client, publish, editor):
    article = publish()
    withdraw_article(article_id=article.pk, by=editor, note="We were wrong.")

    response = client.get(f"{LIST}{article.public_id}/")

    assert response.status_code == 410
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["note"] == "We were wrong."
    assert response.json()["withdrawn_at"].endswith("Z")
    assert ids(client.get(LIST)) == []


def test_withdrawn_before_it_was_ever_public_stays_unknown(client, publish, editor):
    article = publish(at=timezone.now() + HOUR)
    withdraw_article(article_id=article.pk, by=editor, note="Never mind.")

    assert client.get(f"{LIST}{article.public_id}/").status_code == 404


def test_the_database_s_clock_decides(client, publish):
    article = publish()
    with connection.cursor() as cursor:
        cursor.execute("SELECT now() + interval '1 minute'")
        later = cursor.fetchone()[0]
    StoredDocument.objects.filter(article=article).update(visible_from=later)

    assert client.get(f"{LIST}{article.public_id}/").status_code == 404


def test_sections_narrow_by_slug(client, publish):
    sport = publish(section=SectionFactory(name="Sport", slug="sport"))
    publish()

    assert ids(client.get(LIST, {"section": "sport"})) == [str(sport.public_id)]
