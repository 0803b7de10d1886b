"""Words change through the action; a save that is based on an older state loses nothing."""

import pytest
from django.urls import reverse

from articles.actions.revise_article import revise_article
from articles.models import Article, AuditEntry, Job, Revision
from tests.factories import PersonFactory, SectionFactory


@pytest.fixture
def page(enriched):
    return reverse("admin:articles_article_change", args=[enriched.pk])


@pytest.fixture
def form(enriched):
    """What the browser sends when nothing was touched."""
    revision = enriched.draft_revision

    def data(**changes):
        return {
            "version": enriched.version,
            "headline": revision.headline,
            "summary": revision.summary,
            "body": revision.body,
            "note": "",
            "section": enriched.section_id,
            "kind": enriched.kind,
            "slug": enriched.slug,
            "language": enriched.language,
            "primary_source_name": "",
            "primary_source_url": "",
            "source_stamp": "",
            "source_stamped_at": "",
            **rows("faq"),
            **rows("cards"),
            **rows("authors", *[{"person": row.person_id} for row in enriched.bylines.all()]),
            **changes,
        }

    return data


def rows(prefix, *filled):
    counts = {f"{prefix}-TOTAL_FORMS": len(filled), f"{prefix}-INITIAL_FORMS": 0}
    values = {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(filled)
        for name, value in row.items()
    }
    return counts | values


def test_a_save_makes_a_revision_and_a_job(at_desk, editor, page, form, enriched):
    response = at_desk(editor).post(page, form(headline="A clearer headline", note="Shorter."))

    revision = Article.objects.get(pk=enriched.pk).draft_revision
    assert response.status_code == 302
    assert (revision.headline, revision.note, revision.created_by) == (
        "A clearer headline",
        "Shorter.",
        editor,
    )
    assert Job.objects.filter(article=enriched, content_hash=revision.content_hash).exists()


def test_questions_cards_and_byline_are_rows(at_desk, editor, page, form, enriched):
    author = PersonFactory(name="Mira Author", is_staff_author=True)
    question = {"question": "Will it close?", "answer": "Yes, in May."}
    card = {"name": "Iva Bell", "handle": "@ivabell", "bio": "Engineer."}
    at_desk(editor).post(
        page,
        form()
        | rows("faq", question, {"question": "", "answer": ""})
        | rows("cards", card)
        | rows("authors", {"person": author.pk, "role": "Words"}),
    )

    article = Article.objects.get(pk=enriched.pk)
    assert [(row.question, row.answer) for row in article.draft_revision.faq.all()] == [
        ("Will it close?", "Yes, in May.")
    ]
    assert article.draft_revision.cards == [
        {"name": "Iva Bell", "handle": "ivabell", "bio": "Engineer."}
    ]
    assert [(row.person, row.role) for row in article.bylines.all()] == [(author, "Words")]


def test_a_stale_save_is_refused_and_both_texts_are_shown(at_desk, editor, page, form, enriched):
    mine = form(headline="My headline", body="<p>My words.</p>")
    elsewhere(enriched, editor)
    response = at_desk(editor).post(page, mine)

    shown = response.content.decode()
    assert response.status_code == 409
    assert "My headline" in shown
    assert "My words." in shown
    assert "Their headline" in shown
    assert "Their words." in shown
    assert Article.objects.get(pk=enriched.pk).draft_revision.headline == "Their headline"


def test_saving_once_more_is_a_decision_and_keeps_both_in_history(
    at_desk, editor, page, form, enriched
):
    elsewhere(enriched, editor)
    conflict = at_desk(editor).post(page, form(headline="My headline"))
    version = conflict.context["forms"].form["version"].value()
    at_desk(editor).post(page, form(headline="My headline", version=version))

    assert Article.objects.get(pk=enriched.pk).draft_revision.headline == "My headline"
    assert Revision.objects.filter(article=enriched, headline="Their headline").exists()


def test_a_stale_description_is_refused_too(at_desk, editor, page, form, enriched):
    elsewhere(enriched, editor)
    response = at_desk(editor).post(page, form(slug="another-slug"))

    assert response.status_code == 409
    assert Article.objects.get(pk=enriched.pk).slug == enriched.slug


def test_the_description_alone_makes_no_revision(at_desk, editor, page, form, enriched):
    sport = SectionFactory(slug="sport", name="Sport")
    at_desk(editor).post(page, form(section=sport.pk))

    article = Article.objects.get(pk=enriched.pk)
    assert article.section == sport
    assert article.draft_revision == enriched.draft_revision
    assert AuditEntry.objects.filter(verb="describe", subject_id=article.pk).count() == 1


def test_a_section_editor_cannot_move_an_article_out_of_reach(
    at_desk, section_editor, page, form, enriched, technology
):
    Article.objects.filter(pk=enriched.pk).update(section=technology)
    sport = SectionFactory(slug="sport", name="Sport")

    assert at_desk(section_editor).post(page, form(section=sport.pk)).status_code == 403


def test_nothing_that_runs_is_stored(at_desk, editor, page, form, enriched):
    body = (
        '<p>Fine <a href="javascript:alert(1)" onclick="x()">link</a></p><script>alert(1)</script>'
    )
    at_desk(editor).post(page, form(body=body))

    stored = Article.objects.get(pk=enriched.pk).draft_revision.body
    assert "Fine" in stored
    assert not any(word in stored for word in ("script", "onclick", "javascript"))


def test_errors_stand_beside_their_field(at_desk, editor, page, form):
    response = at_desk(editor).post(page, form(headline="", slug="no slug!"))

    assert response.status_code == 200
    assert set(response.context["forms"].form.errors) == {"headline", "slug"}


def elsewhere(article, by):
    """Somebody saves other words in the meantime."""
    revise_article(
        article_id=article.pk,
        by=by,
        expected_version=article.version,
        headline="Their headline",
        summary="",
        body="<p>Their words.</p>",
    )
