"""Answers to proposals by the API: recorded by the desk's actions, remembered like the desk's."""

import pytest

from articles.models import AuditEntry, Citation, Finding, Judgement, Mention, Person, Verdict
from tests.actions.conftest import enrich, enriched, received
from tests.api.test_openapi import component, keys_beyond, require
from tests.api.test_writing import send
from tests.factories import OrganizationFactory, PersonFactory, SectionFactory

__all__ = ["enrich", "enriched", "received", "send"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def technology(db):
    return SectionFactory(slug="technology", name="Technology")


@pytest.fixture
def judge(send):
    """Return a function that answers one row."""

    def answer(user, row, body):
        layer = row._meta.model_name
        last = "answer" if layer == "finding" else "judgement"
        return send(user, "POST", f"/api/v1/desk/{layer}s/{row.pk}/{last}/", body)

    return answer


@pytest.fixture
def bell(enriched):
    return Mention.objects.filter(name="Iva Bell").order_by("start").first()


def test_a_name_is_accepted_for_all_its_mentions(judge, bell, editor):
    response = judge(editor, bell, {"answer": "accepted"})

    record = response.json()
    person = Person.objects.get(name="Iva Bell")
    require(record, component("ProposedMention"))
    assert keys_beyond(record, component("ProposedMention")) == set()
    assert (record["judgement"], record["judged_by"]) == ("accepted", "edda")
    assert record["target"]["id"] == str(person.public_id)
    assert {row.person for row in Mention.objects.filter(key=bell.key)} == {person}
    assert AuditEntry.objects.get(verb="judge").actor == editor
    assert Judgement.objects.filter(answer=Verdict.ACCEPTED).exists()


@pytest.mark.parametrize("by", ["slug", "public_id"])
def test_a_name_is_changed_to_a_record(judge, bell, editor, by):
    works = OrganizationFactory(name="Bell Works", slug="bell-works")
    target = {"type": "organization", "id": str(getattr(works, by))}

    record = judge(editor, bell, {"answer": "changed", "target": target}).json()

    assert (record["target"]["name"], record["kind"]) == ("Bell Works", "ORG")


def test_a_name_is_changed_to_a_new_one(judge, bell, editor):
    judge(editor, bell, {"answer": "changed", "new_name": "Iva B. Bell"})

    bell.refresh_from_db()
    assert bell.person.name == "Iva B. Bell"


def test_an_answer_is_taken_back(judge, bell, editor):
    judge(editor, bell, {"answer": "rejected"})

    assert judge(editor, bell, {"answer": "none"}).json()["judged_by"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "answer"),
        ({"answer": "perhaps"}, "answer"),
        ({"answer": "changed"}, "target"),
        ({"answer": "accepted", "new_name": "X"}, "new_name"),
        ({"answer": "changed", "target": {"type": "person", "id": "nobody"}}, "target"),
        ({"answer": "changed", "target": {"type": "ship", "id": "x"}}, "target.type"),
        ({"answer": "changed", "target": "ines"}, "target"),
        ({"answer": "accepted", "everywere": True}, "everywere"),
    ],
)
def test_an_answer_that_says_too_little_is_refused(judge, bell, editor, body, field):
    response = judge(editor, bell, body)

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == field
    bell.refresh_from_db()
    assert bell.judgement == Verdict.NONE


def test_a_source_gets_its_link_and_its_speaker(judge, enriched, editor):
    citation = Citation.objects.filter(revision=enriched.draft_revision).first()
    person = PersonFactory(slug="iva")
    body = {
        "answer": "accepted",
        "url": "https://port.example/1",
        "target": {"type": "person", "id": "iva"},
    }

    record = judge(editor, citation, body).json()

    require(record, component("ProposedCitation"))
    assert (record["url"], record["link"]) == ("https://port.example/1", "linked")
    assert record["source"]["id"] == str(person.public_id)
    assert judge(editor, citation, {"answer": "accepted", "no_link": True}).json()["link"] == "none"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"answer": "accepted", "url": "javascript:alert(1)"}, "url"),
        ({"answer": "accepted", "url": "https://x.example", "no_link": True}, "no_link"),
        ({"answer": "accepted", "target": {"type": "topic", "id": "x"}}, "target"),
    ],
)
def test_a_source_that_cannot_be_is_refused(judge, enriched, editor, body, field):
    citation = Citation.objects.filter(revision=enriched.draft_revision).first()

    response = judge(editor, citation, body)

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == field


def test_figures_and_findings_are_answered(judge, enriched, editor):
    figure = enriched.draft_revision.figures.first()
    finding = Finding.objects.create(
        revision=enriched.draft_revision, code="x", severity="notice", message="?", spans=[[0, 3]]
    )

    judged = judge(editor, figure, {"answer": "rejected"}).json()
    answered = judge(editor, finding, {"status": "dismissed", "note": "Fine."}).json()

    require(judged, component("ProposedFigure"))
    require(answered, component("FindingRecord"))
    assert judged["judgement"] == "rejected"
    assert (answered["status"], answered["note"], answered["answered_by"]) == (
        "dismissed",
        "Fine.",
        "edda",
    )


def test_what_was_proposed_of_replaced_words_is_gone(judge, bell, enriched, editor, send):
    address = f"/api/v1/desk/articles/{enriched.public_id}/"
    seen = f'"{enriched.version}"'
    send(editor, "PATCH", address, {"summary": "Other words."}, HTTP_IF_MATCH=seen)

    assert judge(editor, bell, {"answer": "accepted"}).status_code == 404


@pytest.mark.parametrize("pk", [0, 2**63, 10**30])
def test_a_number_of_nothing(send, editor, pk):
    response = send(
        editor, "POST", f"/api/v1/desk/mentions/{pk}/judgement/", {"answer": "accepted"}
    )

    assert response.status_code == 404
