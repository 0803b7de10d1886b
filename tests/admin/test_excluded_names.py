"""Names that never mean anyone, at the desk."""

import pytest
from django.urls import reverse

from articles.actions.exclude_name import exclude_name
from articles.actions.name_subject import name_subject
from articles.models import AuditEntry, ExcludedName, Mention, Verdict
from articles.selectors.review import review_sheet
from tests.factories import PersonFactory

ADD = "admin:articles_excludedname_add"


def test_a_name_is_added_through_the_action(at_desk, editor):
    at_desk(editor).post(reverse(ADD), {"text": "Port Office", "case_sensitive": "on"})

    assert ExcludedName.objects.get().excluded_by == editor
    assert AuditEntry.objects.filter(verb="exclude").exists()


def test_a_name_of_the_house_is_refused_beside_the_field(at_desk, editor):
    name_subject(subject=PersonFactory(name="Iva Bell"), text="Iva Bell")
    response = at_desk(editor).post(reverse(ADD), {"text": "iva bell"})

    assert "is a name of Iva Bell" in response.content.decode()
    assert not ExcludedName.objects.exists()


def test_it_is_let_in_again_through_the_action(at_desk, editor):
    name = exclude_name(text="Port Office", by=editor)
    address = reverse("admin:articles_excludedname_delete", args=[name.pk])
    at_desk(editor).post(address, {"post": "yes"})

    assert not ExcludedName.objects.exists()
    assert AuditEntry.objects.filter(verb="readmit").exists()


def test_a_reporter_only_looks(at_desk, reporter):
    client = at_desk(reporter)

    assert client.get(reverse("admin:articles_excludedname_changelist")).status_code == 200
    assert client.get(reverse(ADD)).status_code == 403


@pytest.fixture
def judge(at_desk, enriched, editor):
    address = reverse("admin:articles_article_judge", args=[enriched.pk])

    def send(mention, **answer):
        data = {"question": f"mention-{mention.pk}", "answer": "rejected", "never": "1", **answer}
        return at_desk(editor).post(address, data, headers={"accept": "application/json"})

    return send


def test_the_review_rejects_and_excludes_in_one_answer(judge):
    office = Mention.objects.filter(quote="Port Office").first()
    judge(office)

    office.refresh_from_db()
    assert office.judgement == Verdict.REJECTED
    assert ExcludedName.objects.get().text == "Port Office"


def test_the_review_excludes_no_name_of_the_house(judge):
    name_subject(subject=PersonFactory(name="Port Office"), text="Port Office")
    office = Mention.objects.filter(quote="Port Office").first()
    response = judge(office)

    office.refresh_from_db()
    assert response.status_code == 400
    assert (office.judgement, ExcludedName.objects.count()) == (Verdict.NONE, 0)


def test_unlikely_names_are_folded_away_and_rejected_together(at_desk, enriched, editor):
    Mention.objects.filter(quote="Port Office").update(score=0.5)
    client = at_desk(editor)
    page = client.get(reverse("admin:articles_article_review", args=[enriched.pk]))
    assert "Less likely names" in page.content.decode()

    client.post(reverse("admin:articles_article_reject-unlikely", args=[enriched.pk]))
    assert set(Mention.objects.filter(quote="Port Office").values_list("judgement", flat=True)) == {
        Verdict.REJECTED
    }
    assert not review_sheet(enriched).unlikely
    assert Mention.objects.filter(quote="Iva Bell", judgement=Verdict.NONE).exists()
