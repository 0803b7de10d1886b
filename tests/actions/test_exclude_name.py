"""A spelling that never means anyone never becomes a mention."""

import pytest

from articles.actions.exclude_name import NameInUse, exclude_name
from articles.actions.judge_mention import judge_mention
from articles.actions.name_subject import name_subject
from articles.actions.readmit_name import readmit_name
from articles.actions.request_enrichment import request_enrichment
from articles.models import AuditEntry, ExcludedName, Mention, Verdict
from articles.policies import NotAllowed
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def quotes():
    return set(Mention.objects.values_list("quote", flat=True))


def test_its_proposals_go_and_stay_away(enriched, enrich, editor):
    assert "Port Office" in quotes()
    exclude_name(text="Port Office", by=editor)
    assert "Port Office" not in quotes()

    request_enrichment(article_id=enriched.pk, by=editor)
    enrich(enriched)
    assert "Port Office" not in quotes()
    assert "Iva Bell" in quotes()


def test_a_judged_mention_stays(enriched, editor):
    office = Mention.objects.filter(quote="Port Office").first()
    judge_mention(mention_id=office.pk, by=editor, answer=Verdict.REJECTED)
    exclude_name(text="Port Office", by=editor)

    assert "Port Office" in quotes()


def test_it_is_recorded_once(editor):
    exclude_name(text="  Port   Office ", by=editor)
    name = exclude_name(text="Port Office", by=editor, case_sensitive=False)

    assert ExcludedName.objects.get() == name
    assert (name.case_sensitive, name.excluded_by) == (False, editor)
    assert AuditEntry.objects.filter(verb="exclude", actor=editor).count() == 2


@pytest.mark.parametrize(("text", "case_sensitive"), [("Iva Bell", True), ("iva bell", False)])
def test_a_name_of_the_house_is_refused(editor, text, case_sensitive):
    name_subject(subject=PersonFactory(name="Iva Bell"), text="Iva Bell")

    with pytest.raises(NameInUse, match="Iva Bell"):
        exclude_name(text=text, by=editor, case_sensitive=case_sensitive)


def test_nothing_is_no_name(editor):
    with pytest.raises(ValueError, match="text"):
        exclude_name(text="  ", by=editor)


def test_it_may_be_let_in_again(editor):
    readmit_name(name=exclude_name(text="Port Office", by=editor), by=editor)

    assert not ExcludedName.objects.exists()
    assert AuditEntry.objects.filter(verb="readmit", actor=editor).exists()


@pytest.mark.parametrize("who", ["visitor", "owner"])
def test_it_refuses_those_who_may_not_edit_the_knowledge_base(cast, editor, who):
    with pytest.raises(NotAllowed):
        exclude_name(text="Port Office", by=cast[who])
    name = exclude_name(text="Port Office", by=editor)
    with pytest.raises(NotAllowed):
        readmit_name(name=name, by=cast[who])
