"""The changes feed: everything in order, nothing left out, nothing said of what is hidden."""

import datetime as dt

import pytest

from articles.actions.correct_article import correct_article
from articles.actions.describe_subject import describe_subject
from articles.actions.publish_article import publish_article
from articles.actions.run_job import run_job
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, Change, Job, JobKind, StoredDocument
from articles.selectors.clock import database_now
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/changes/"
HOUR = dt.timedelta(hours=1)


def told(client, since=0):
    """What a follower hears, as (kind, id)."""
    answer = client.get(CHANGES, {"since": since}).json()
    return [(change["kind"], change["id"]) for change in answer["results"]]


def kinds(client, since=0):
    return [kind for kind, _ in told(client, since)]


def run_jobs(*names):
    for job in Job.objects.filter(kind__in=names, state="pending"):
        Job.objects.filter(pk=job.pk).update(next_check=database_now() - HOUR)
        run_job(job_id=job.public_id, load_tagger=CapitalTagger)


def set_window(article, begin, until=None):
    """Let time have passed."""
    window = {"visible_from": begin, "visible_until": until}
    Article.objects.filter(pk=article.pk).update(
        **window, first_published_at=begin, updated_at=begin
    )
    StoredDocument.objects.filter(article=article).update(**window)


def test_it_tells_everything_that_happened_in_order(client, world, editor):
    article = world["article"]
    publish_article(article_id=article.pk, by=editor)
    correct_article(article_id=article.pk, by=editor, note="Forty, not fourteen.")
    publish_article(article_id=article.pk, by=editor)
    describe_subject(subject=world["person"], by=editor, name="Ines de Marrow")
    run_jobs(JobKind.PUBLISH_AGAIN)
    assert kinds(client) == ["published", "updated", "corrected", "rewritten"]

    withdraw_article(article_id=article.pk, by=editor, note="It was invented.")

    answer = client.get(CHANGES).json()
    assert answer["results"] == [
        {
            "sequence": 5,
            "kind": "withdrawn",
            "at": Change.objects.last().created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "id": str(article.public_id),
            "version": None,
            "url": None,
            "api_url": None,
            "etag": None,
            "note": "It was invented.",
        }
    ]
    assert answer["sequence"] == 5


def test_it_says_where_to_get_an_article_and_what_spares_getting_it(client, world):
    (change,) = client.get(CHANGES).json()["results"]

    path = change["api_url"].removeprefix("http://testserver")
    article = client.get(path)

    assert article.json()["url"] == change["url"]
    assert article.json()["version"] == change["version"]
    assert article["ETag"] == change["etag"]
    assert client.get(path, headers={"if-none-match": change["etag"]}).status_code == 304


def test_it_goes_on_after_what_is_known(client, publish):
    articles = [str(publish().public_id) for _ in range(3)]

    first = client.get(CHANGES, {"limit": 2}).json()
    second = client.get(first["next"].removeprefix("http://testserver")).json()
    third = client.get(CHANGES, {"since": second["sequence"]}).json()

    assert [one["id"] for one in first["results"] + second["results"]] == articles
    assert second["next"] is None
    assert third == {"results": [], "next": None, "previous": None, "sequence": 3}


def test_what_is_not_told_makes_a_page_shorter_and_holds_nobody(client, publish, editor):
    gone, there = publish(), publish()
    withdraw_article(article_id=gone.pk, by=editor)

    first = client.get(CHANGES, {"limit": 1}).json()

    assert (first["results"], first["sequence"]) == ([], 1)
    assert "since=1&" in first["next"]
    assert told(client, since=1) == [
        ("published", str(there.public_id)),
        ("withdrawn", str(gone.public_id)),
    ]


def test_it_costs_one_query(client, publish, django_assert_num_queries):
    for _ in range(3):
        publish()

    with django_assert_num_queries(1):
        assert len(told(client)) == 3
    with django_assert_num_queries(1):
        assert told(client, since=3) == []


def test_a_follower_that_knows_all_gets_no_bytes(client, world):
    etag = client.get(CHANGES, {"since": 1})["ETag"]

    again = client.get(CHANGES, {"since": 1}, headers={"if-none-match": etag})

    assert again.status_code == 304


def test_a_withdrawal_without_a_note_says_only_that_the_id_is_gone(client, world, editor):
    withdraw_article(article_id=world["article"].pk, by=editor)

    (change,) = client.get(CHANGES).json()["results"]

    assert {name for name, value in change.items() if value is not None} == {
        "sequence",
        "kind",
        "at",
        "id",
    }


def test_an_article_that_is_public_again_is_told_again(client, world, editor):
    article = world["article"]
    withdraw_article(article_id=article.pk, by=editor, note="Never mind.")
    publish_article(article_id=article.pk, by=editor)

    assert kinds(client) == ["published", "withdrawn", "published"]
    assert b"Never mind" not in client.get(CHANGES).content


@pytest.mark.parametrize("note", ["", "We changed our mind."])
def test_what_never_was_public_is_never_told(client, write, editor, note):
    nothing = client.get(CHANGES)
    article = write()
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)
    scheduled = client.get(CHANGES)
    run_jobs(JobKind.PUBLISH_AGAIN, JobKind.ANNOUNCE)
    withdraw_article(article_id=article.pk, by=editor, note=note)
    withdrawn = client.get(CHANGES)

    assert scheduled.content == withdrawn.content == nothing.content
    assert scheduled.headers == withdrawn.headers == nothing.headers


def test_a_scheduled_article_is_told_of_at_its_hour(client, write, editor):
    article = write()
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)
    set_window(article, database_now() - HOUR)
    run_jobs(JobKind.ANNOUNCE)

    assert kinds(client) == ["published"]


def test_an_article_that_goes_out_before_its_hour_is_told_of_once(client, write, editor):
    article = write()
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)
    publish_article(article_id=article.pk, by=editor)
    run_jobs(JobKind.ANNOUNCE)

    assert kinds(client) == ["published"]


def test_a_rewriting_announces_what_the_late_job_has_not(client, write, world, editor):
    article = write(person=world["person"])
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)
    set_window(article, database_now() - HOUR)
    describe_subject(subject=world["person"], by=editor, name="Ines de Marrow")
    run_jobs(JobKind.PUBLISH_AGAIN)
    run_jobs(JobKind.ANNOUNCE)

    assert [kind for kind, one in told(client) if one == str(article.public_id)] == ["published"]


def test_an_end_is_told_once_when_it_has_come(client, publish, editor):
    article = publish(until=database_now() + HOUR)
    run_jobs(JobKind.EXPIRE)
    assert kinds(client) == ["published"]

    publish_article(article_id=article.pk, by=editor, visible_until=database_now() + 2 * HOUR)
    set_window(article, database_now() - HOUR, until=database_now() - HOUR / 2)
    assert kinds(client) == []
    run_jobs(JobKind.EXPIRE)

    assert told(client) == [("expired", str(article.public_id))]


def test_an_end_that_was_put_off_is_not_told(client, publish, editor):
    article = publish(until=database_now() + HOUR)
    publish_article(article_id=article.pk, by=editor)
    run_jobs(JobKind.EXPIRE)

    assert kinds(client) == ["published", "updated"]


def test_those_who_hold_a_copy_hear_that_it_is_hidden_until_another_hour(client, publish, editor):
    article = publish(until=database_now() + HOUR)
    set_window(article, database_now() - 2 * HOUR, until=database_now() - HOUR)
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)
    run_jobs(JobKind.EXPIRE)

    assert kinds(client) == ["expired"]


def test_the_note_of_an_article_whose_time_was_over_is_told(client, publish, editor):
    article = publish(until=database_now() + HOUR)
    set_window(article, database_now() - 2 * HOUR, until=database_now() - HOUR)
    run_jobs(JobKind.EXPIRE)
    withdraw_article(article_id=article.pk, by=editor, note="It was wrong besides.")

    assert kinds(client) == ["expired", "withdrawn"]


def test_it_waits_at_a_row_whose_hour_lies_ahead(client, publish):
    for _ in range(3):
        publish()
    Change.objects.filter(sequence=2).update(visible_from=database_now() + HOUR)

    held = client.get(CHANGES).json()
    Change.objects.filter(sequence=2).update(visible_from=database_now() - HOUR)
    later = client.get(CHANGES, {"since": held["sequence"]}).json()

    assert [one["sequence"] for one in held["results"]] == [1]
    assert [one["sequence"] for one in later["results"]] == [2, 3]


@pytest.mark.parametrize(
    ("kept", "since", "first", "last"),
    [
        ([], 1, 0, 0),  # another database
        ([1, 2, 3], 4, 1, 3),  # one that was brought back from before
        ([3, 4], 0, 3, 4),  # the beginning was removed
        ([3, 4], 2, 3, 4),
        ([1, 2, 4], 3, 1, 4),  # somebody removed one
    ],
)
def test_it_says_that_a_copy_cannot_be_followed_from_there(
    client, publish, kept, since, first, last
):
    for _ in range(max(kept, default=0)):
        publish()
    Change.objects.exclude(sequence__in=kept).delete()

    answer = client.get(CHANGES, {"since": since})

    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"].endswith("#problem-out-of-step")
    assert (problem["first"], problem["last"]) == (first, last)
    assert problem["export"] == "http://testserver/api/v1/export/"


def test_nobody_walks_over_a_gap(client, publish):
    for _ in range(3):
        publish()
    Change.objects.filter(sequence=2).delete()

    page = client.get(CHANGES).json()

    assert [one["sequence"] for one in page["results"]] == [1]
    assert client.get(CHANGES, {"since": 2}).status_code == 410


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"since": "-1"}, "since"),
        ({"since": "soon"}, "since"),
        ({"since": 2**63}, "since"),
        ({"limit": 0}, "limit"),
        ({"limit": 1001}, "limit"),
        ({"sinze": 1}, "sinze"),
    ],
)
def test_it_refuses_what_it_does_not_understand(client, query, parameter):
    answer = client.get(CHANGES, query)

    assert answer.status_code == 400
    assert answer.json()["parameter"] == parameter


def test_the_site_leads_to_the_process_that_streams(client, settings):
    settings.EVENTS_URL = "http://127.0.0.1:8124"

    answer = client.get("/api/v1/changes/stream/", {"since": 3})

    assert answer.status_code == 307
    assert answer["Location"] == "http://127.0.0.1:8124/api/v1/changes/stream/?since=3"


def test_the_site_says_so_where_nothing_leads_there(client):
    answer = client.get("/api/v1/changes/stream/")

    assert answer.status_code == 421
    assert answer.json()["type"].endswith("#problem-not-streamed-here")
