"""An answer at the desk is recorded with who and when, with scripts and without."""

import pytest
from django.urls import reverse

from articles.actions.add_subject import add_subject
from articles.models import (
    Citation,
    Figure,
    Finding,
    FindingStatus,
    Judgement,
    LinkState,
    Mention,
    Person,
    Verdict,
)
from articles.selectors.review import review_sheet


@pytest.fixture
def bell(enriched):
    return Mention.objects.filter(name="Iva Bell").order_by("start").first()


@pytest.fixture
def answer(at_desk, enriched, editor):
    """Answer a question as the editor, by a plain form or as the page's script does."""
    address = reverse("admin:articles_article_judge", args=[enriched.pk])

    def send(question, verdict, *, script=False, **more):
        headers = {"accept": "application/json"} if script else {}
        data = {"question": question, "answer": verdict, **more}
        return at_desk(editor).post(address, data, headers=headers)

    return send


def test_a_plain_form_accepts_and_comes_back_to_the_question(answer, bell, editor):
    response = answer(f"mention-{bell.pk}", "accepted")

    bell.refresh_from_db()
    assert response.status_code == 302
    assert response.headers["Location"].endswith(f"/review/#mention-{bell.pk}")
    assert (bell.judgement, bell.judged_by) == (Verdict.ACCEPTED, editor)
    assert bell.judged_at is not None
    assert Judgement.objects.filter(judged_by=editor, answer="accepted").exists()


def test_a_script_gets_the_question_as_it_stands_then(answer, bell, enriched):
    before = review_sheet(enriched).open_count
    response = answer(f"mention-{bell.pk}", "rejected", script=True)

    state = response.json()
    assert state["open"] == before - 1
    assert "Rejected" in state["html"]
    assert "edda" in state["html"]


def test_an_answer_can_be_taken_back(answer, bell):
    answer(f"mention-{bell.pk}", "rejected")
    answer(f"mention-{bell.pk}", "none")

    bell.refresh_from_db()
    assert (bell.judgement, bell.judged_by) == (Verdict.NONE, None)


def test_a_change_goes_to_the_record_that_was_chosen(answer, bell, editor):
    other = add_subject(kind="person", name="Iva Bell the Younger", by=editor)
    answer(f"mention-{bell.pk}", "changed", target=f"person:{other.pk}", name=other.name)

    bell.refresh_from_db()
    assert (bell.judgement, bell.person) == (Verdict.CHANGED, other)


def test_without_scripts_a_name_that_one_record_has_is_enough(answer, bell, editor):
    other = add_subject(kind="person", name="Ivana Bell", by=editor)
    answer(f"mention-{bell.pk}", "changed", name="ivana bell")

    bell.refresh_from_db()
    assert bell.person == other


def test_an_unknown_name_is_refused_until_it_is_created_on_purpose(answer, bell):
    refused = answer(f"mention-{bell.pk}", "changed", script=True, name="Nobody Known")
    assert refused.status_code == 400
    assert "Nobody Known" in refused.json()["errors"][0]
    assert not Person.objects.filter(name="Nobody Known").exists()

    answer(f"mention-{bell.pk}", "changed", name="Nobody Known", create="1")
    bell.refresh_from_db()
    assert bell.person.name == "Nobody Known"


@pytest.mark.parametrize("more", [{}, {"create": "1"}, {"name": "  ", "create": "1"}])
def test_a_change_to_nothing_is_refused(answer, bell, more):
    response = answer(f"mention-{bell.pk}", "changed", script=True, **more)

    bell.refresh_from_db()
    assert response.status_code == 400
    assert bell.judgement == Verdict.NONE


def test_a_citation_takes_a_link_or_the_word_that_there_is_none(answer, enriched):
    citation = Citation.objects.first()
    answer(f"citation-{citation.pk}", "changed", url="https://port.example/report")
    citation.refresh_from_db()
    assert (citation.url, citation.link_state) == ("https://port.example/report", LinkState.LINKED)

    answer(f"citation-{citation.pk}", "changed", no_link="1")
    citation.refresh_from_db()
    assert (citation.url, citation.link_state) == ("", LinkState.NONE)


def test_an_address_that_is_none_is_refused(answer, enriched):
    citation = Citation.objects.first()
    response = answer(f"citation-{citation.pk}", "changed", script=True, url="javascript:alert(1)")

    citation.refresh_from_db()
    assert response.status_code == 400
    assert citation.judgement == Verdict.NONE


def test_a_figure_is_accepted(answer, enriched, editor):
    figure = Figure.objects.first()
    answer(f"figure-{figure.pk}", "accepted")

    figure.refresh_from_db()
    assert (figure.judgement, figure.judged_by) == (Verdict.ACCEPTED, editor)


def test_a_question_of_another_article_is_no_question(answer, bell, enriched):
    Mention.objects.filter(key=bell.key).update(revision=other_revision(enriched))

    assert answer(f"mention-{bell.pk}", "accepted").status_code == 404


@pytest.mark.parametrize("question", ["mention-x", "finding-1", "mention-1; drop", ""])
def test_nonsense_is_refused(answer, bell, question):
    assert answer(question, "accepted", script=True).status_code == 400


def test_all_that_is_sure_is_accepted_in_one_go(at_desk, enriched, editor):
    Mention.objects.filter(name="Iva Bell").update(score=0.95)
    Mention.objects.exclude(name="Iva Bell").update(score=0.5)
    Citation.objects.update(score=0.5)
    Figure.objects.update(score=0.5)
    at_desk(editor).post(reverse("admin:articles_article_accept-sure", args=[enriched.pk]))

    accepted = Mention.objects.filter(judgement=Verdict.ACCEPTED)
    assert {row.name for row in accepted} == {"Iva Bell"}
    assert {row.judged_by for row in accepted} == {editor}


def test_a_finding_is_dismissed_with_a_note(at_desk, enriched, editor):
    finding = Finding.objects.create(
        revision=enriched.draft_revision, code="test", severity="notice", message="Look."
    )
    address = reverse("admin:articles_article_finding", args=[enriched.pk, finding.pk])
    at_desk(editor).post(address, {"status": "dismissed", "note": "It is meant so."})

    finding.refresh_from_db()
    assert (finding.status, finding.note) == (FindingStatus.DISMISSED, "It is meant so.")
    assert finding.answered_by == editor
    page = at_desk(editor).get(reverse("admin:articles_article_review", args=[enriched.pk]))
    assert "It is meant so." in page.content.decode()


def other_revision(article):
    from tests.factories import ArticleFactory

    return ArticleFactory().draft_revision


def test_a_missing_name_is_marked_by_its_words(at_desk, enriched, editor):
    address = reverse("admin:articles_article_mark", args=[enriched.pk])
    response = at_desk(editor).post(address, {"words": "lorries", "kind": "PRODUCT"}, follow=True)

    [row] = Mention.objects.filter(quote="lorries")
    assert (row.judgement, row.topic.name) == (Verdict.ACCEPTED, "lorries")
    assert "is marked in 1 place" in response.content.decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"words": "no such words", "kind": "ORG"}, "does not have"),
        ({"words": "lorries", "kind": "VEHICLE"}, "VEHICLE"),
        ({"words": "lorries", "kind": "ORG", "target": "person:0"}, "no such record"),
        ({"words": "lorries", "kind": "ORG", "name": "Nobody Known"}, "No records are called"),
    ],
)
def test_what_cannot_be_marked_is_refused_with_its_reason(at_desk, enriched, editor, data, reason):
    address = reverse("admin:articles_article_mark", args=[enriched.pk])
    response = at_desk(editor).post(address, data, follow=True)

    assert reason in response.content.decode()
    assert not Mention.objects.filter(quote="lorries").exists()
