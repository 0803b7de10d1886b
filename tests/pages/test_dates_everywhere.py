"""When an article was published and updated: one pair of instants, wherever it is told.

Each change is made at an hour of its own, by the clock of the publishing actions; what is read is
read over HTTP, by the database's clock.
"""

import datetime as dt
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.db import connection

from articles.actions import publish_article as publishing, withdraw_article as withdrawing
from articles.actions.correct_article import correct_article
from articles.actions.describe_article import describe_article
from articles.actions.describe_subject import describe_subject
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import revise_article
from articles.actions.run_job import run_job
from articles.actions.withdraw_article import withdraw_article
from articles.documents.dates import iso_utc
from articles.models import Article, Facet, Job, JobKind, Person, StoredDocument
from tests.factories import PublishedArticleFactory, SectionFactory
from tests.factories.departure import departure
from tests.pages.dated import ALL, modified_addresses, surfaces
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db


class Clock:
    """The clock of those who publish. It is told the hour: so many before now."""

    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT date_trunc('second', now())")
            self.now = cursor.fetchone()[0]
        self.hour = self.now

    def set(self, hours_ago):
        self.hour = self.now - dt.timedelta(hours=hours_ago)
        return self.hour

    def __call__(self):
        return self.hour


@pytest.fixture
def clock(monkeypatch, db):
    clock = Clock()
    for module in (publishing, withdrawing):
        monkeypatch.setattr(module, "database_now", clock)
    return clock


def published(editor, clock, **window):
    clock.set(5)
    article = departure()
    return publish_article(article_id=article.pk, by=editor, **window)


# What may happen to an article; each returns it, with the hours at which it was published and
# updated. -------------------------------------------------------------------------------------


def just_published(editor, clock):
    return published(editor, clock), 5, 5


def scheduled_and_come_due(editor, clock):
    clock.set(5)
    article = departure()
    due = clock.now - dt.timedelta(hours=3)
    return publish_article(article_id=article.pk, by=editor, visible_from=due), 3, 3


def scheduled_and_scheduled_anew(editor, clock):
    article, *_ = scheduled_and_come_due(editor, clock)
    clock.set(4)
    due = clock.now - dt.timedelta(hours=2)
    return publish_article(article_id=article.pk, by=editor, visible_from=due), 2, 2


def updated_with_changed_words(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    revise(article, editor)
    return publish_article(article_id=article.pk, by=editor), 5, 2


def revised_but_not_published(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    revise(article, editor)
    return article, 5, 5


def published_again_without_change(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    return publish_article(article_id=article.pk, by=editor), 5, 5


def corrected(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    correct_article(article_id=article.pk, by=editor, note="A year was wrong.")
    return publish_article(article_id=article.pk, by=editor), 5, 2


def corrected_and_then_updated(editor, clock):
    article, *_ = corrected(editor, clock)
    clock.set(1)
    revise(article, editor)
    return publish_article(article_id=article.pk, by=editor), 5, 1


def author_renamed(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    describe_subject(subject=Person.objects.get(slug="mara-lind"), by=editor, name="Mara Lund")
    written_again(article)
    return article, 5, 5


def moved_to_another_section(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    describe_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        section=SectionFactory(name="Sport", slug="sport"),
    )
    return publish_article(article_id=article.pk, by=editor), 5, 5


def brought_in_with_its_own_date(editor, clock):
    clock.set(1)
    article = departure()
    first = clock.now - dt.timedelta(hours=30)
    return publish_article(article_id=article.pk, by=editor, first_published_at=first), 30, 30


def brought_in_and_then_updated(editor, clock):
    article, *_ = brought_in_with_its_own_date(editor, clock)
    revise(article, editor)
    return publish_article(article_id=article.pk, by=editor), 30, 1


def withdrawn_and_published_again(editor, clock):
    article = published(editor, clock)
    clock.set(3)
    withdraw_article(article_id=article.pk, by=editor)
    clock.set(1)
    return publish_article(article_id=article.pk, by=editor), 5, 1


def given_an_end(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    end = clock.now + dt.timedelta(hours=1)
    return publish_article(article_id=article.pk, by=editor, visible_until=end), 5, 5


PUBLIC = [
    just_published,
    scheduled_and_come_due,
    scheduled_and_scheduled_anew,
    updated_with_changed_words,
    revised_but_not_published,
    published_again_without_change,
    corrected,
    corrected_and_then_updated,
    author_renamed,
    moved_to_another_section,
    brought_in_with_its_own_date,
    brought_in_and_then_updated,
    withdrawn_and_published_again,
    given_an_end,
]


def not_yet_due(editor, clock):
    return published(editor, clock, visible_from=clock.now + dt.timedelta(hours=1))


def at_its_end(editor, clock):
    return published(editor, clock, visible_until=clock.now - dt.timedelta(hours=1))


def withdrawn(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    return withdraw_article(article_id=article.pk, by=editor)


def withdrawn_with_a_note(editor, clock):
    article = published(editor, clock)
    clock.set(2)
    return withdraw_article(article_id=article.pk, by=editor, note="It was wrong.")


HIDDEN = [not_yet_due, at_its_end, withdrawn, withdrawn_with_a_note]


@pytest.mark.parametrize("happen", PUBLIC)
def test_every_surface_tells_the_same_instants(client, editor, clock, happen):
    article, published_hours_ago, updated_hours_ago = happen(editor, clock)
    told = {name: pair for name, pair in surfaces(client, article).items() if pair}

    expected = (
        clock.now - dt.timedelta(hours=published_hours_ago),
        clock.now - dt.timedelta(hours=updated_hours_ago),
    )
    assert {
        name: pair for name, pair in told.items() if pair != tuple(map(iso_utc, expected))
    } == {}
    assert told.keys() == ALL


@pytest.mark.parametrize("happen", PUBLIC)
def test_every_last_modified_is_the_last_change(client, editor, clock, happen):
    article, _, hours_ago = happen(editor, clock)

    sent = {
        address: answer["Last-Modified"]
        for address in modified_addresses(article)
        if "Last-Modified" in (answer := client.get(address)).headers
    }

    changed = clock.now - dt.timedelta(hours=hours_ago)
    assert {one for one, when in sent.items() if parsedate_to_datetime(when) != changed} == set()
    assert sent.keys() == set(modified_addresses(article))


@pytest.mark.parametrize("happen", PUBLIC)
def test_it_is_never_updated_before_it_is_published(editor, clock, happen):
    article, *_ = happen(editor, clock)

    document = StoredDocument.objects.get(article=article)
    assert document.published_at <= document.updated_at <= clock.now


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_is_dated_nowhere(client, editor, clock, hide):
    article = hide(editor, clock)

    assert {name: pair for name, pair in surfaces(client, article).items() if pair} == {}


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_moves_no_header(client, editor, clock, hide):
    hide(editor, clock)
    for address in ("/feed.xml", "/rss.xml", "/feed.json", "/sitemap.xml", "/sitemap-news.xml"):
        assert "Last-Modified" not in client.get(address).headers


def test_a_rename_moves_the_version_and_no_instant(editor, clock):
    article = published(editor, clock)
    before = (article.document_version, article.updated_at, article.document.etag)

    describe_subject(subject=Person.objects.get(slug="mara-lind"), by=editor, name="Mara Lund")
    written_again(article)

    article = Article.objects.get(pk=article.pk)
    assert article.document_version == before[0] + 1
    assert article.updated_at == before[1]
    assert article.document.etag != before[2]


def test_a_feed_of_many_is_as_new_as_its_newest(client, editor, clock):
    published(editor, clock)
    clock.set(1)
    other = PublishedArticleFactory(live__at=clock.hour)
    publish_article(article_id=other.pk, by=editor)
    newest = Article.objects.get(pk=other.pk).updated_at

    answer = client.get("/feed.xml")

    assert parsedate_to_datetime(answer["Last-Modified"]) == newest
    assert feedparser.parse(answer.content).feed.updated == iso_utc(newest)


def revise(article, editor):
    article.refresh_from_db()
    revision = article.draft_revision
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline=revision.headline,
        summary="Ines Ferreira, who started Lumen, has left Harbor Labs.",
        body=revision.body,
    )


def written_again(article):
    """Let the job that a rename caused do its work."""
    job = Job.objects.get(kind=JobKind.PUBLISH_AGAIN, article=article)
    run_job(job_id=job.public_id, load_tagger=CapitalTagger)
    assert Facet.objects.filter(article=article).exists()
