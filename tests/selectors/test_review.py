"""What the reviewer is asked, and what stands for many mentions."""

import pytest

from articles.actions.judge_mention import judge_mention
from articles.models import Citation, Figure, Finding, Mention, Verdict
from articles.selectors.review import review_sheet
from tests.actions.conftest import enrich, enriched, received

__all__ = ["enrich", "enriched", "received"]

pytestmark = pytest.mark.django_db


def named(sheet, name):
    return next(one for one in sheet.proposals if one.title == name)


def test_one_question_stands_for_all_mentions_of_an_entity(enriched):
    bell = named(review_sheet(enriched), "Iva Bell")

    assert len(bell.rows) == Mention.objects.filter(key=bell.rows[0].key).count() > 1
    assert bell.group == "People"
    assert {row.quote for row in bell.rows} == {"Iva Bell", "Bell"}


def test_it_is_open_until_every_mention_is_answered(enriched, editor):
    first = Mention.objects.filter(name="Iva Bell").first()
    judge_mention(mention_id=first.pk, by=editor, answer=Verdict.ACCEPTED, everywhere=False)
    assert named(review_sheet(enriched), "Iva Bell").is_open

    judge_mention(mention_id=first.pk, by=editor, answer=Verdict.ACCEPTED)
    bell = named(review_sheet(enriched), "Iva Bell")
    assert (bell.is_open, bell.verdict, bell.judged_by) == (False, Verdict.ACCEPTED, editor)


def test_the_least_sure_mention_decides_what_is_sure(enriched):
    Mention.objects.filter(name="Iva Bell").update(score=0.95)
    assert named(review_sheet(enriched), "Iva Bell").is_sure

    Mention.objects.filter(quote="Bell").update(score=0.7)
    assert not named(review_sheet(enriched), "Iva Bell").is_sure


def test_words_that_were_lost_are_asked_for_but_not_drawn(enriched):
    Mention.objects.filter(name="Iva Bell").update(is_orphan=True)
    sheet = review_sheet(enriched)

    assert named(sheet, "Iva Bell").is_orphan
    drawn = {
        mark.proposal for block in sheet.blocks for piece in block.pieces for mark in piece.marks
    }
    assert named(sheet, "Iva Bell").anchor not in drawn


def test_sources_are_numbered_in_the_order_of_their_cues(enriched):
    sheet = review_sheet(enriched)
    citations = [one for one in sheet.proposals if one.layer == "citation"]

    assert [one.number for one in citations] == list(range(1, Citation.objects.count() + 1))
    starts = [(one.rows[0].start, one.rows[0].cue_start) for one in citations]
    assert starts == sorted(starts)


def test_a_finding_names_its_passages(enriched):
    text = enriched.draft_revision.text
    start = text.index("bridge")
    finding = Finding.objects.create(
        revision=enriched.draft_revision,
        code="test",
        severity="warning",
        message="Look.",
        spans=[[0, 7], [start, start + 6]],
    )
    remark = next(one for one in review_sheet(enriched).remarks if one.finding == finding)

    assert [passage.words for passage in remark.passages] == [text[:7], "bridge"]


def test_the_gravest_findings_come_first(enriched):
    for severity in ("notice", "error", "warning"):
        Finding.objects.create(
            revision=enriched.draft_revision,
            code="test",
            severity=severity,
            message="Look.",
            fingerprint=severity,
        )
    shown = [one.finding.severity for one in review_sheet(enriched).remarks]

    assert shown == sorted(shown, key=["error", "warning", "notice"].index)
    assert shown[0] == "error"


def test_the_text_on_the_page_is_the_text_of_the_revision(enriched):
    sheet = review_sheet(enriched)
    shown = ["".join(piece.text for piece in block.pieces) for block in sheet.blocks]

    assert shown == [line for line in enriched.draft_revision.text.split("\n") if line.strip()]


def test_unlikely_names_are_not_asked_for(enriched, editor, settings):
    settings.PROPOSALS_SHOWN_FROM = 0.8
    before = review_sheet(enriched)
    Mention.objects.filter(name="Iva Bell").update(score=0.79)
    sheet = review_sheet(enriched)

    assert [one.title for one in sheet.unlikely] == ["Iva Bell"]
    assert "Iva Bell" not in {one.title for group in sheet.groups.values() for one in group}
    assert sheet.open_count == before.open_count - 1

    first = Mention.objects.filter(name="Iva Bell").first()
    judge_mention(mention_id=first.pk, by=editor, answer=Verdict.ACCEPTED)
    assert not review_sheet(enriched).unlikely


def test_the_most_likely_mention_decides_what_is_shown(enriched, settings):
    settings.PROPOSALS_SHOWN_FROM = 0.8
    Mention.objects.filter(quote="Bell").update(score=0.5)
    Mention.objects.filter(quote="Iva Bell").update(score=0.9)

    assert named(review_sheet(enriched), "Iva Bell").is_likely


def test_unlikely_figures_are_folded_away_sources_never(enriched, settings):
    settings.PROPOSALS_SHOWN_FROM = 0.8
    before = review_sheet(enriched)
    Citation.objects.update(score=0.1)
    folded = Figure.objects.first()
    Figure.objects.filter(pk=folded.pk).update(score=0.3, reason="small")
    sheet = review_sheet(enriched)

    assert [(one.title, one.reason) for one in sheet.unlikely] == [(folded.quote, "small")]
    assert sheet.open_count == before.open_count - 1
