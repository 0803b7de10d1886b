"""People, organizations and topics are written through the actions, names with their keys."""

import pytest
from django.urls import reverse

from articles.actions.add_subject import add_subject
from articles.models import (
    Alias,
    AuditEntry,
    Job,
    JobKind,
    Organization,
    Person,
    SubjectRedirect,
    Topic,
)
from tests.factories import OrganizationFactory, PublishedArticleFactory


def inline(prefix, *rows, known=0):
    values = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": known}
    for number, row in enumerate(rows):
        values |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return values


def fields(**changes):
    empty = {
        "description": "",
        "description_as_of": "",
        "description_source": "",
        "image": "",
        "same_as": "",
        "external_ids": "{}",
    }
    return empty | inline("aliases") | inline("accounts") | inline("affiliations") | changes


def test_a_new_person_gets_slug_names_and_accounts(at_desk, editor):
    names = inline("aliases", {"text": "Annie Example", "case_sensitive": "on"})
    accounts = inline("accounts", {"platform": "github", "handle": "annie", "url": ""})
    response = at_desk(editor).post(
        reverse("admin:articles_person_add"), fields(name="Anna Example") | names | accounts
    )

    person = Person.objects.get()
    assert response.status_code == 302
    assert person.slug == "anna-example"
    assert {alias.text for alias in person.aliases.all()} == {"Anna Example", "Annie Example"}
    assert all(alias.key for alias in person.aliases.all())
    assert [account.handle for account in person.accounts.all()] == ["annie"]


def test_a_new_topic_is_of_the_kind_that_was_chosen(at_desk, editor):
    at_desk(editor).post(
        reverse("admin:articles_topic_add"), fields(name="Harbour Act", kind="law")
    )

    assert Topic.objects.get().kind == "law"


def test_a_rename_keeps_the_old_name_and_address(at_desk, editor):
    person = add_subject(kind="person", name="Anna Example", by=editor)
    alias = person.aliases.get()
    names = inline(
        "aliases",
        {"id": alias.pk, "person": person.pk, "text": alias.text, "case_sensitive": "on"},
        known=1,
    )
    at_desk(editor).post(
        reverse("admin:articles_person_change", args=[person.pk]),
        fields(name="Anna Other", slug="anna-other") | names,
    )

    person.refresh_from_db()
    assert (person.name, person.slug) == ("Anna Other", "anna-other")
    assert {row.text for row in person.aliases.all()} == {"Anna Example", "Anna Other"}
    assert SubjectRedirect.objects.get().slug == "anna-example"
    assert AuditEntry.objects.filter(verb="describe", actor=editor).exists()


def test_a_name_can_be_taken_away_but_not_the_name_itself(at_desk, editor):
    person = add_subject(kind="person", name="Anna Example", aliases=["Annie"], by=editor)
    rows = [
        {
            "id": alias.pk,
            "person": person.pk,
            "text": alias.text,
            "case_sensitive": "on",
            "DELETE": "on",
        }
        for alias in person.aliases.order_by("pk")
    ]
    at_desk(editor).post(
        reverse("admin:articles_person_change", args=[person.pk]),
        fields(name=person.name, slug=person.slug) | inline("aliases", *rows, known=2),
    )

    assert [alias.text for alias in Alias.objects.all()] == ["Anna Example"]


def test_a_rename_lets_the_documents_that_print_it_be_written_again(at_desk, editor, enriched):
    from articles.actions.judge_mention import judge_mention
    from articles.actions.publish_article import publish_article
    from articles.models import Mention, Verdict

    mention = Mention.objects.filter(name="Iva Bell").first()
    person = judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.ACCEPTED).person
    publish_article(article_id=enriched.pk, by=editor)
    from articles.actions.describe_subject import describe_subject

    describe_subject(subject=person, by=editor, name="Iva Maria Bell")

    assert Job.objects.filter(kind=JobKind.PUBLISH_AGAIN, article=enriched).count() == 1


@pytest.mark.parametrize("model", [Person, Organization, Topic])
def test_they_are_found_by_any_name(model, at_desk, editor):
    kind = "law" if model is Topic else model._meta.model_name
    add_subject(kind=kind, name="Official Name", aliases=["Nickname"], by=editor)
    address = reverse(f"admin:articles_{model._meta.model_name}_changelist")

    assert "Official Name" in at_desk(editor).get(f"{address}?q=nickn").content.decode()


def test_an_affiliation_names_the_article_that_says_so(at_desk, editor):
    works = OrganizationFactory()
    article = PublishedArticleFactory()
    row = {"organization": works.pk, "role": "Chair", "ended": "2025-06", "evidence": article.pk}
    response = at_desk(editor).post(
        reverse("admin:articles_person_add"),
        fields(name="Anna Example") | inline("affiliations", row),
    )

    assert response.status_code == 302
    assert Person.objects.get().affiliations.get().evidence == article
