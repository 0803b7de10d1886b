"""A name that the engine missed is marked by hand, wherever it stands, and stays."""

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.judge_mention import judge_mention
from articles.actions.mark_name import CannotMark, mark_name
from articles.actions.request_enrichment import request_enrichment
from articles.models import AuditEntry, Mention, MentionKind, Topic, Verdict
from articles.policies import NotAllowed

pytestmark = pytest.mark.django_db


def mark(article, by, words="lorries", kind=MentionKind.PRODUCT, **more):
    return mark_name(article_id=article.pk, by=by, words=words, kind=kind, **more)


def test_it_becomes_an_accepted_mention_of_a_new_record(enriched, editor):
    [row] = mark(enriched, editor)

    assert (row.quote, row.judgement, row.judged_by) == ("lorries", Verdict.ACCEPTED, editor)
    assert enriched.draft_revision.text[row.start : row.end] == "lorries"
    assert row.topic == Topic.objects.get(name="lorries")
    assert AuditEntry.objects.filter(verb="judge", actor=editor).count() == 1


def test_every_place_is_marked_and_whole_words_only(enriched, editor):
    rows = mark(enriched, editor, words="bridge", kind=MentionKind.PLACE)

    text = enriched.draft_revision.text
    assert len(rows) == text.count("bridge")
    assert {row.topic for row in rows} == {Topic.objects.get(name="bridge")}
    with pytest.raises(CannotMark, match="does not have"):
        mark(enriched, editor, words="bridg", kind=MentionKind.PLACE)


def test_it_means_the_record_that_was_chosen(enriched, editor):
    known = add_subject(kind="organization", name="Road Freight Union", by=editor)
    [row] = mark(enriched, editor, kind=MentionKind.ORG, target=known)

    assert (row.judgement, row.organization, row.kind) == (Verdict.CHANGED, known, "ORG")


def test_a_word_that_is_marked_already_is_refused(enriched, editor):
    before = Mention.objects.count()
    with pytest.raises(CannotMark, match="marked already"):
        mark(enriched, editor, words="Bell", kind=MentionKind.PERSON)

    assert Mention.objects.count() == before


def test_a_wrong_mark_that_was_rejected_makes_room(enriched, editor):
    wrong = Mention.objects.filter(name="Port Office").first()
    judge_mention(mention_id=wrong.pk, by=editor, answer=Verdict.REJECTED)

    rows = mark(enriched, editor, words="the Port Office", kind=MentionKind.ORG)

    assert all(row.organization.name == "the Port Office" for row in rows)


def test_it_survives_another_reading(enriched, editor, enrich):
    mark(enriched, editor)
    request_enrichment(article_id=enriched.pk, by=editor)
    enrich(enriched)

    assert Mention.objects.get(quote="lorries").judgement == Verdict.ACCEPTED


@pytest.mark.parametrize("who", ["visitor", "owner", "other reporter"])
def test_it_refuses_those_who_may_not_judge(enriched, cast, who):
    with pytest.raises(NotAllowed):
        mark(enriched, cast[who])

    assert not Mention.objects.filter(quote="lorries").exists()
