"""New words are a new draft; annotations move exactly or become orphans."""

import pytest

from articles.actions.judge_mention import judge_mention
from articles.actions.lock_article import StaleVersion
from articles.actions.revise_article import revise_article
from articles.models import Job, Mention, Revision, Status, Verdict
from articles.policies import NotAllowed

pytestmark = pytest.mark.django_db


def revise(article, by, **changes):
    draft = article.draft_revision
    words = {"headline": draft.headline, "summary": draft.summary, "body": draft.body} | changes
    return revise_article(article_id=article.pk, by=by, expected_version=article.version, **words)


def test_it_adds_a_revision_and_leaves_the_old_one(received, reporter):
    before = received.draft_revision
    article = revise(received, reporter, headline="Bridge closes")

    assert article.draft_revision.number == before.number + 1
    assert Revision.objects.get(pk=before.pk).headline == "Harbour bridge closes for repairs"
    assert Job.objects.filter(content_hash=article.draft_revision.content_hash).exists()


def test_the_same_words_change_nothing(received, reporter):
    revise(received, reporter)

    assert Revision.objects.count() == 1


def test_a_stale_save_is_refused(received, reporter):
    revise(received, reporter, headline="First")

    with pytest.raises(StaleVersion) as stale:
        revise(received, reporter, headline="Second")

    assert stale.value.current.draft_revision.headline == "First"
    assert not Revision.objects.filter(headline="Second").exists()


def test_judged_words_move_and_lost_ones_become_orphans(enriched, editor):
    for name in ("Iva Bell", "Port Office"):
        mention = Mention.objects.filter(name=name).first()
        judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.ACCEPTED)
    enriched.refresh_from_db()
    body = enriched.draft_revision.body.replace("Bell said the work", "The work")
    article = revise(enriched, editor, headline="A much longer headline than before", body=body)

    rows = Mention.objects.filter(revision=article.draft_revision)
    orphans = {row.quote for row in rows if row.is_orphan}
    text = article.draft_revision.text
    assert orphans == {"Bell"}
    assert all(text[r.start : r.end] == r.quote for r in rows if not r.is_orphan)


def test_other_words_than_the_approved_ones_need_a_new_look(received, editor):
    received.status = Status.APPROVED
    received.save()

    assert revise(received, editor, headline="Other").status == Status.IN_REVIEW


def test_hostile_markup_is_cleaned(received, reporter):
    article = revise(received, reporter, body='<p onclick="x()">Hi<script>alert(1)</script></p>')

    assert article.draft_revision.body.strip() == "<p>Hi</p>"


def test_it_refuses_other_reporters(received, other_reporter):
    with pytest.raises(NotAllowed):
        revise(received, other_reporter, headline="Mine")
