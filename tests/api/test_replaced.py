"""What is answered while it is replaced: nothing that was acknowledged is lost, nothing goes in silence."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.models import (
    Article,
    AuditEntry,
    Figure,
    Finding,
    Judgement,
    Mention,
    Scope,
    Verdict,
)
from tests.actions.conftest import enrich, enriched, received
from tests.api.test_hostile import assert_problem
from tests.factories import SectionFactory
from tests.selectors.test_changes import in_thread, wait_until_somebody_waits

__all__ = ["enrich", "enriched", "received"]
pytestmark = pytest.mark.django_db(transaction=True)
JSON = "application/json"


@pytest.fixture(autouse=True)
def technology(db):
    return SectionFactory(slug="technology", name="Technology")


@pytest.fixture
def key(editor, key_of):
    return key_of(editor, *Scope)


@pytest.fixture
def rows(enriched):
    """One proposal of each kind, and a finding."""
    revision = enriched.draft_revision
    return {
        "mention": Mention.objects.filter(revision=revision, name="Iva Bell").first(),
        "citation": revision.citations.first(),
        "figure": revision.figures.first(),
        "finding": Finding.objects.create(
            revision=revision, code="x", severity="notice", message="?", spans=[[0, 3]]
        ),
    }


@pytest.fixture
def edit(enriched, editor, key_of):
    """Return a function that puts other words in the place of the draft's, with a key of its own."""
    key = key_of(editor, *Scope)

    def change():
        response = Client().patch(
            f"/api/v1/desk/articles/{enriched.public_id}/",
            {"summary": "Other words."},
            content_type=JSON,
            HTTP_IF_MATCH=f'"{enriched.version}"',
            **key,
        )
        assert response.status_code == 200

    return change


def by_api(row, key):
    layer = row._meta.model_name
    last, body = ("answer", {"status": "dismissed"}) if layer == "finding" else (
        "judgement", {"answer": "accepted"}
    )  # fmt: skip
    address = f"/api/v1/desk/{layer}s/{row.pk}/{last}/"
    return Client().post(address, body, content_type=JSON, **key)


def at_desk(row, article, editor):
    client = Client()
    client.force_login(editor)
    names = (article.pk, row.pk) if isinstance(row, Finding) else (article.pk,)
    view = "finding" if isinstance(row, Finding) else "judge"
    return client.post(
        reverse(f"admin:articles_article_{view}", args=names),
        {
            "question": f"{row._meta.model_name}-{row.pk}",
            "answer": "accepted",
            "status": "dismissed",
        },
        headers={"accept": JSON},
    )


def told(answer):
    """Let somebody answer in a thread of their own; return the thread and what they will be told."""
    answers = []
    return in_thread(lambda: answers.append(answer())), answers


@pytest.fixture
def answer(enriched, editor, key):
    """Return a function that answers a row through one of the doors."""
    doors = {
        "api": lambda row: by_api(row, key),
        "desk": lambda row: at_desk(row, enriched, editor),
    }
    return lambda row, door: doors[door](row)


@pytest.mark.parametrize("layer", ["mention", "citation", "figure", "finding"])
@pytest.mark.parametrize("door", ["api", "desk"])
def test_an_answer_to_words_that_are_being_replaced_is_refused(rows, edit, answer, layer, door):

    with transaction.atomic():
        edit()
        answering, answers = told(lambda: answer(rows[layer], door))
        wait_until_somebody_waits()
    answering.join()

    (response,) = answers
    if door == "api":
        assert assert_problem(response, 409)["type"].endswith("#problem-replaced")
    else:
        assert response.status_code == 409
        assert "look again" in response.json()["errors"][0]
    assert not Judgement.objects.exists()
    assert not AuditEntry.objects.filter(verb__in=["judge", "answer finding"]).exists()


@pytest.mark.parametrize("layer", ["mention", "figure"])
def test_an_answer_to_what_is_being_read_anew_is_refused(rows, enriched, key, layer):
    row = rows[layer]

    with transaction.atomic():
        Article.objects.select_for_update().get(pk=enriched.pk)
        type(row).objects.filter(pk=row.pk).delete()
        answering, answers = told(lambda: by_api(row, key))
        wait_until_somebody_waits()
    answering.join()

    assert assert_problem(answers[0], 409)["type"].endswith("#problem-replaced")


def test_words_that_come_after_an_answer_keep_it(rows, edit, enriched, key):
    with transaction.atomic():
        for layer in ("mention", "figure", "citation"):
            assert by_api(rows[layer], key).status_code == 200
        editing = in_thread(edit)
        wait_until_somebody_waits()
    editing.join()

    enriched.refresh_from_db()
    draft = enriched.draft_revision
    assert draft.summary == "Other words."
    assert draft.mentions.filter(quote=rows["mention"].quote, judgement=Verdict.ACCEPTED).exists()
    assert Figure.objects.filter(revision=draft, judgement=Verdict.ACCEPTED).exists()
    assert draft.citations.filter(judgement=Verdict.ACCEPTED).exists()
