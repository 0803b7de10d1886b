"""A person's answer is recorded with who and when, for all mentions of the same entity."""

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.judge_mention import judge_mention
from articles.actions.name_subject import name_subject
from articles.models import Alias, AuditEntry, Judgement, Mention, Organization, Person, Verdict
from articles.policies import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def bell(enriched):
    return Mention.objects.filter(name="Iva Bell").order_by("start").first()


def test_accepting_a_new_name_adds_the_person_once(bell, editor):
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.ACCEPTED)

    person = Person.objects.get(name="Iva Bell")
    rows = Mention.objects.filter(name="Iva Bell")
    assert rows.count() > 1
    assert {row.person for row in rows} == {person}
    assert {(row.judgement, row.judged_by, row.judged_at is None) for row in rows} == {
        (Verdict.ACCEPTED, editor, False)
    }
    assert Judgement.objects.count() == rows.count()
    assert AuditEntry.objects.filter(verb="judge", actor=editor).count() == 1


def test_changing_to_another_points_there(bell, editor):
    other = add_subject(kind="organization", name="Bell Works", by=editor)
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.CHANGED, target=other)

    bell.refresh_from_db()
    assert (bell.organization, bell.person, bell.kind) == (other, None, "ORG")


def test_changing_to_a_new_name_reuses_a_known_one(bell, editor):
    known = add_subject(kind="person", name="Iva Marie Bell", by=editor)
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.CHANGED, new_name="iva marie BELL")

    bell.refresh_from_db()
    assert bell.person == known


def test_rejecting_adds_nobody(bell, editor):
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.REJECTED)

    assert not Person.objects.filter(name="Iva Bell").exists()
    assert not Organization.objects.exists()


def test_an_answer_can_be_taken_back(bell, editor):
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.REJECTED)
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.NONE)

    bell.refresh_from_db()
    assert (bell.judgement, bell.judged_by, bell.judged_at) == (Verdict.NONE, None, None)
    assert [j.answer for j in Judgement.objects.filter(annotation_id=bell.pk)] == [
        Verdict.REJECTED,
        Verdict.NONE,
    ]


def test_one_mention_alone_can_be_judged(bell, editor):
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.REJECTED, everywhere=False)

    assert Mention.objects.filter(name="Iva Bell", judgement=Verdict.REJECTED).count() == 1


@pytest.mark.parametrize("who", ["visitor", "owner", "other reporter"])
def test_it_refuses_those_who_may_not_judge(bell, cast, who):
    with pytest.raises(NotAllowed):
        judge_mention(mention_id=bell.pk, by=cast[who], answer=Verdict.ACCEPTED)

    assert not Judgement.objects.exists()


def test_an_accepted_spelling_is_learned_and_one_of_the_desk_stays_the_desks(bell, editor):
    person = add_subject(kind="person", name="Iva Marie Bell", by=editor)
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.CHANGED, target=person)

    assert _names(person) == {"Iva Marie Bell": False, "Iva Bell": True}

    name_subject(subject=person, text="Iva Bell")
    judge_mention(mention_id=bell.pk, by=editor, answer=Verdict.CHANGED, target=person)
    assert _names(person) == {"Iva Marie Bell": False, "Iva Bell": False}


def _names(person):
    return dict(Alias.objects.filter(person=person).values_list("text", "is_learned"))
