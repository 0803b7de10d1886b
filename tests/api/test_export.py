"""The export: every public article, byte by byte, from any line on."""

import pytest

from articles.actions.withdraw_article import withdraw_article
from articles.api import export as module
from articles.models import StoredDocument
from articles.selectors import export as selector

pytestmark = pytest.mark.django_db
EXPORT = "/api/v1/export/"


def lines(client, **query):
    answer = client.get(EXPORT, query)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).splitlines(keepends=True)


def test_a_line_is_exactly_what_the_article_answers(client, world, publish):
    articles = sorted([world["article"], publish()], key=lambda article: article.public_id)

    details = [client.get(f"/api/v1/articles/{one.public_id}/").content for one in articles]

    assert lines(client) == [detail + b"\n" for detail in details]


def test_it_holds_nothing_that_is_not_public(client, publish, write, editor):
    write()
    withdraw_article(article_id=publish().pk, by=editor, note="Gone.")
    publish(at=None, until=None)
    StoredDocument.objects.update(visible_from="2999-01-01T00:00Z")

    assert lines(client) == []


def test_it_says_from_which_change_on_to_follow(client, publish):
    publish()
    publish()

    answer = client.head(EXPORT)

    assert answer["Change-Sequence"] == "2"
    assert answer["Content-Type"] == "application/x-ndjson"


def test_the_sequence_is_taken_before_anything_is_read(client, publish):
    answer = client.get(EXPORT)
    late = publish()

    assert answer["Change-Sequence"] == "0"
    assert str(late.public_id).encode() in b"".join(answer.streaming_content)


def test_it_goes_on_after_any_line(client, publish, monkeypatch):
    monkeypatch.setattr(selector, "BATCH", 2)
    ids = sorted(str(publish().public_id) for _ in range(5))
    whole = lines(client)

    assert len(whole) == 5
    for number, one in enumerate(ids, start=1):
        assert lines(client, after=one) == whole[number:]


def test_it_reads_a_batch_at_a_time(client, publish, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(selector, "BATCH", 2)
    for _ in range(3):
        publish()

    with django_assert_num_queries(2):  # the sequence, and the first batch
        first = next(answer := client.get(EXPORT).streaming_content)
    with django_assert_num_queries(1):
        rest = list(answer)

    assert [first, *rest] == lines(client)


def test_so_many_at_a_time_and_no_more(client, publish):
    publish()
    open_ones = [client.get(EXPORT) for _ in range(module.AT_A_TIME)]

    refused = client.get(EXPORT)
    list(open_ones.pop())
    again = lines(client)

    assert refused.status_code == 503
    assert refused["Retry-After"]
    assert len(again) == 1
    for one in open_ones:
        list(one)


@pytest.mark.parametrize("query", [{"after": "five"}, {"aftre": "x"}])
def test_it_refuses_what_it_does_not_understand(client, query):
    assert client.get(EXPORT, query).status_code == 400
