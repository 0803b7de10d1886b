"""Publishing writes everything that is read, in one transaction, with honest dates."""

import datetime as dt

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.correct_article import NothingToCorrect, correct_article
from articles.actions.judge_mention import judge_mention
from articles.actions.publish_article import CannotPublish, publish_article
from articles.actions.run_job import run_job
from articles.actions.withdraw_article import withdraw_article
from articles.models import (
    Article,
    Change,
    Facet,
    Job,
    JobKind,
    Mention,
    Redirect,
    SearchRow,
    Status,
    StoredDocument,
    Verdict,
)
from articles.policies import NotAllowed
from articles.selectors.clock import database_now
from tests.actions.test_revise_article import revise
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def test_it_writes_documents_facets_search_and_change(enriched, editor):
    bell = Mention.objects.filter(name="Iva Bell").first()
    person = judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.ACCEPTED).person
    article = publish_article(article_id=enriched.pk, by=editor)

    stored = StoredDocument.objects.get(article=article)
    assert article.status == Status.PUBLISHED
    assert article.live_revision == article.draft_revision
    assert stored.updated_at == article.first_published_at == article.visible_from
    assert "Iva Bell" in stored.page
    assert Facet.objects.filter(kind="person", target_id=person.pk, article=article).exists()
    assert SearchRow.objects.filter(vector="tunnel").exists()
    assert Change.objects.get(article=article).kind == "published"


def test_an_article_stands_under_the_topics_it_is_about(enriched, editor):
    topic = add_subject(kind="subject", name="Public works", by=None)
    enriched.topics.add(topic)
    publish_article(article_id=enriched.pk, by=editor)

    assert Facet.objects.filter(kind="topic", target_id=topic.pk).exists()
    assert "Public works" in StoredDocument.objects.get().page


def test_what_nobody_accepted_is_not_public(enriched, editor):
    publish_article(article_id=enriched.pk, by=editor)

    assert not Facet.objects.filter(kind__in=["person", "organization"]).exists()


def test_a_schedule_writes_all_and_shows_nothing(enriched, editor, visitor):
    article = publish_article(article_id=enriched.pk, by=editor, visible_from=database_now() + HOUR)

    assert article.status == Status.SCHEDULED
    assert StoredDocument.objects.filter(article=article).exists()
    assert not Article.objects.visible_to(visitor).exists()
    assert not Change.objects.exists()


def test_a_schedule_is_announced_once_at_its_hour(enriched, editor):
    hour = database_now() + HOUR
    publish_article(article_id=enriched.pk, by=editor, visible_from=hour + HOUR)
    article = publish_article(article_id=enriched.pk, by=editor, visible_from=hour)
    job = Job.objects.get(kind=JobKind.ANNOUNCE)
    assert job.next_check == hour

    backdate(article, hours=2)
    Job.objects.filter(pk=job.pk).update(next_check=hour - 2 * HOUR)
    for _ in range(2):
        run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    assert [c.kind for c in Change.objects.all()] == ["published"]


def test_the_update_date_moves_with_the_words_only(enriched, editor):
    first = publish_article(article_id=enriched.pk, by=editor)
    backdate(first, hours=2)
    again = publish_article(article_id=enriched.pk, by=editor)
    assert again.updated_at == again.first_published_at

    revise(again, editor, headline="The bridge closes earlier")
    changed = publish_article(article_id=enriched.pk, by=editor)

    assert changed.updated_at > changed.first_published_at
    assert changed.first_published_at == again.first_published_at
    assert [c.kind for c in Change.objects.all()] == ["published", "updated", "updated"]


def test_sequences_follow_the_order_of_publication(enriched, editor):
    for _ in range(3):
        publish_article(article_id=enriched.pk, by=editor)

    assert list(Change.objects.values_list("sequence", flat=True)) == [1, 2, 3]


def test_an_archive_keeps_its_date(enriched, editor):
    day = dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC)
    article = publish_article(article_id=enriched.pk, by=editor, first_published_at=day)

    assert (article.first_published_at, article.updated_at, article.visible_from) == (day, day, day)


def test_a_correction_goes_out_with_the_next_publication(enriched, editor):
    article = publish_article(article_id=enriched.pk, by=editor)
    note = correct_article(article_id=article.pk, by=editor, note="The month was wrong.")
    assert note.supersedes == article.live_revision
    article = publish_article(article_id=article.pk, by=editor)

    note.refresh_from_db()
    assert note.published_at == article.updated_at
    assert "The month was wrong." in StoredDocument.objects.get().page
    assert Change.objects.last().kind == "corrected"


def test_a_draft_cannot_be_corrected(enriched, editor):
    with pytest.raises(NothingToCorrect):
        correct_article(article_id=enriched.pk, by=editor, note="Too early.")


@pytest.mark.parametrize("note", ["", "We could not confirm it."])
def test_withdrawing_takes_everything_away(enriched, editor, note):
    publish_article(article_id=enriched.pk, by=editor)
    article = withdraw_article(article_id=enriched.pk, by=editor, note=note)

    assert (article.status, article.withdrawal_note) == (Status.WITHDRAWN, note)
    assert not StoredDocument.objects.exists()
    assert not Facet.objects.exists()
    assert not SearchRow.objects.exists()
    assert Change.objects.last().kind == "withdrawn"


def test_a_new_address_redirects_from_the_old_one(enriched, editor):
    publish_article(article_id=enriched.pk, by=editor)
    old = StoredDocument.objects.get().path
    Article.objects.filter(pk=enriched.pk).update(slug="another-slug")
    publish_article(article_id=enriched.pk, by=editor)

    assert Redirect.objects.get().path == old
    assert "another-slug" in StoredDocument.objects.get().path


def test_what_is_public_cannot_be_scheduled(enriched, editor):
    publish_article(article_id=enriched.pk, by=editor)

    with pytest.raises(CannotPublish):
        publish_article(article_id=enriched.pk, by=editor, visible_from=database_now() + HOUR)


def test_a_reporter_cannot_publish(enriched, reporter):
    with pytest.raises(NotAllowed):
        publish_article(article_id=enriched.pk, by=reporter)

    assert not StoredDocument.objects.exists()


def backdate(article, *, hours):
    moment = article.first_published_at - hours * HOUR
    Article.objects.filter(pk=article.pk).update(
        first_published_at=moment, updated_at=moment, visible_from=moment
    )
