"""The engine proposes; it never overwrites a judgement, and it takes effect once."""

import uuid

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.claim_job import claim_job
from articles.actions.enrich_article import enrich_article
from articles.actions.finish_job import LeaseLost
from articles.actions.judge_mention import judge_mention
from articles.actions.receive_post import receive_post
from articles.actions.request_enrichment import request_enrichment
from articles.actions.revise_article import revise_article
from articles.models import (
    Citation,
    EnrichmentRun,
    Figure,
    Finding,
    Job,
    Mention,
    RunState,
    Verdict,
)
from tests.factories import SourceFactory
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db


def test_it_stores_proposals_that_point_at_their_words(enriched):
    text = enriched.draft_revision.text
    mentions = Mention.objects.filter(revision=enriched.draft_revision)

    assert {"Iva Bell", "Port Office"} <= {mention.name for mention in mentions}
    assert all(text[m.start : m.end] == m.quote for m in mentions)
    assert all(m.judgement == Verdict.NONE and m.method and m.reason for m in mentions)
    assert Citation.objects.filter(source_words__contains="Port Office").exists()
    assert Figure.objects.filter(unit="USD", value=2_500_000).exists()
    run = EnrichmentRun.objects.get()
    assert run.state == "done"
    assert run.counts["mentions"] == mentions.count()
    assert run.engine_version
    assert run.model_version == "capitals 1"


def test_a_short_name_is_the_person_named_before(enriched):
    keys = {m.quote: m.key for m in Mention.objects.filter(kind="PERSON")}

    assert keys["Bell"] == keys["Iva Bell"]


def test_it_proposes_whom_the_house_knows(received, enrich):
    bell = add_subject(kind="person", name="Iva Bell", by=None)
    enrich(received)

    assert set(Mention.objects.filter(name="Iva Bell").values_list("person", flat=True)) == {
        bell.pk
    }


@pytest.mark.parametrize(
    ("known", "open_questions"),
    [
        ({}, {"ambiguous-stamp", "stamp-without-zone"}),
        ({"day_first": True}, {"stamp-without-zone"}),
        ({"day_first": True, "time_zone": "Europe/Paris"}, set()),
    ],
)
def test_it_asks_what_a_stamp_leaves_open(known, open_questions, enrich):
    SourceFactory(slug="clock", name="clock", **known)
    page = (
        "Title | A Site\nLatest Update\n11/6/2025 6:36:00 PM\n\nTitle\n\nSome words of the page.\n"
    )
    enrich(receive_post(raw=page, source="clock", format="text").article)

    found = set(Finding.objects.filter(code__contains="stamp").values_list("code", flat=True))
    assert found == open_questions


def test_it_adds_nobody_by_itself(enriched):
    mention = Mention.objects.filter(name="Iva Bell").first()

    assert mention.person is None


def test_it_never_overwrites_a_judgement(enriched, editor, enrich):
    mention = Mention.objects.filter(name="Port Office").first()
    judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.REJECTED)
    request_enrichment(article_id=enriched.pk, by=editor)
    enrich(enriched)

    assert set(
        Mention.objects.filter(name="Port Office").values_list("judgement", "judged_by")
    ) == {(Verdict.REJECTED, editor.pk)}


def test_a_name_of_another_kind_is_not_proposed_again(enriched, editor, enrich):
    works = add_subject(kind="organization", name="Bell Works", by=None)
    mention = Mention.objects.filter(name="Iva Bell").first()
    judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.CHANGED, target=works)
    spans = sorted(Mention.objects.values_list("start", "end"))
    request_enrichment(article_id=enriched.pk, by=editor)
    enrich(enriched)

    assert sorted(Mention.objects.values_list("start", "end")) == spans
    mention.refresh_from_db()
    assert (mention.organization, mention.kind) == (works, "ORG")


def test_it_remembers_another_meaning_in_new_words(enriched, editor, enrich):
    works = add_subject(kind="organization", name="Bell Works", by=None)
    mention = Mention.objects.filter(quote="Bell").first()
    judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.CHANGED, target=works)
    draft = enriched.draft_revision
    body = draft.body.replace("lorries will take the tunnel", "lorries take the tunnel")
    revise_article(
        article_id=enriched.pk,
        by=editor,
        expected_version=enriched.version,
        headline=draft.headline,
        summary=draft.summary,
        body=body,
    )
    enriched.refresh_from_db()
    Mention.objects.filter(revision=enriched.draft_revision).delete()
    enrich(enriched)
    again = Mention.objects.get(revision=enriched.draft_revision, quote="Bell")

    assert (again.organization, again.kind, again.judgement) == (works, "ORG", Verdict.CHANGED)


def test_reading_twice_gives_the_same_rows(enriched, editor, enrich):
    def rows():
        return sorted(Mention.objects.values_list("start", "end", "kind", "name"))

    before = rows()
    request_enrichment(article_id=enriched.pk, by=editor)
    enrich(enriched)

    assert rows() == before
    assert EnrichmentRun.objects.count() == 1


def test_it_remembers_a_rejection_in_new_words(enriched, editor, enrich):
    mention = Mention.objects.filter(name="Port Office").order_by("start").first()
    judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.REJECTED)
    draft = enriched.draft_revision
    revise_article(
        article_id=enriched.pk,
        by=editor,
        expected_version=enriched.version,
        headline="Another headline altogether",
        summary=draft.summary,
        body=draft.body,
    )
    enriched.refresh_from_db()
    enrich(enriched)
    rows = Mention.objects.filter(revision=enriched.draft_revision, name="Port Office")

    assert rows.exists()
    assert set(rows.values_list("judgement", flat=True)) == {Verdict.REJECTED}


def test_a_worker_that_lost_its_lease_writes_nothing(received):
    job = Job.objects.get(article=received)
    claim_job(job_id=job.public_id)

    with pytest.raises(LeaseLost):
        enrich_article(job_id=job.public_id, lease=uuid.uuid4(), tagger=CapitalTagger())

    assert not Mention.objects.exists()


def test_a_worker_that_comes_too_late_does_not_reopen_what_another_finished(received, enrich):
    class OvertakenTagger(CapitalTagger):
        def tag(self, texts):
            Job.objects.filter(pk=job.pk).update(state="pending", lease_token=None)
            enrich(received)
            return super().tag(texts)

    job = Job.objects.get(article=received)
    lease = claim_job(job_id=job.public_id).lease

    with pytest.raises(LeaseLost):
        enrich_article(job_id=job.public_id, lease=lease, tagger=OvertakenTagger())

    assert EnrichmentRun.objects.get().state == RunState.DONE
