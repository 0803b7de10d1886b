"""The page of a person or an organization: only what public articles carry."""

import pytest

from articles.actions.publish_article import publish_article
from articles.models import (
    Affiliation,
    Citation,
    Facet,
    Organization,
    Person,
    SubjectRedirect,
    Verdict,
)
from articles.selectors.site import Cursor, subject_page
from tests.factories import ArticleFactory, OrganizationFactory
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(editor):
    return publish_departure(by=editor)


@pytest.fixture
def ines(published):
    return Person.objects.get(slug="ines-ferreira")


def test_it_shows_what_rests_on_somebody_and_where(ines, published):
    (statement,) = subject_page("person", "ines-ferreira").statements

    assert statement.citation["quote"].startswith("According to @inesferreira")
    assert statement.path == published.document.path
    assert f'id="source-{statement.number}"' in published.document.page


def test_a_judgement_after_publication_waits_for_the_next(ines, published, editor):
    citation = Citation.objects.get(organization__slug="harbor-labs")
    citation.person, citation.organization = ines, None
    citation.save()
    assert len(subject_page("person", "ines-ferreira").statements) == 1

    publish_article(article_id=published.pk, by=editor)

    assert len(subject_page("person", "ines-ferreira").statements) == 2


def test_a_statement_that_nobody_accepted_is_not_shown(published, editor):
    Citation.objects.update(judgement=Verdict.REJECTED)
    publish_article(article_id=published.pk, by=editor)

    assert subject_page("person", "ines-ferreira").statements == ()


def test_a_tie_is_shown_from_both_ends(ines):
    harbor = Organization.objects.get(slug="harbor-labs")
    Affiliation.objects.create(person=ines, organization=harbor, role="Founder", started="2016")

    (of_person,) = subject_page("person", "ines-ferreira").ties
    (of_organization,) = subject_page("organization", "harbor-labs").ties

    assert (of_person.other, of_person.other_is_public) == (harbor, True)
    assert of_organization.other == ines


def test_a_tie_that_rests_on_a_hidden_article_is_hidden(ines):
    Affiliation.objects.create(
        person=ines, organization=OrganizationFactory(), evidence=ArticleFactory()
    )

    assert subject_page("person", "ines-ferreira").ties == ()


def test_a_tie_that_rests_on_a_public_article_is_shown(ines, published):
    Affiliation.objects.create(person=ines, organization=OrganizationFactory(), evidence=published)

    (tie,) = subject_page("person", "ines-ferreira").ties

    assert not tie.other_is_public  # no article names it: there is no page to link to


def test_an_author_has_a_page_with_what_they_wrote(published):
    page = subject_page("person", "mara-lind")

    assert len(page.written.teasers) == 1
    assert page.timeline.teasers == ()


def test_nobody_has_a_page_without_a_public_article(ines):
    Facet.objects.all().delete()

    assert subject_page("person", "ines-ferreira") is None


def test_an_old_slug_leads_to_the_new_one(client, ines):
    SubjectRedirect.objects.create(kind="person", slug="i-ferreira", target_id=ines.pk)

    answer = client.get("/people/i-ferreira/")

    assert answer.status_code == 301
    assert answer["Location"] == "/people/ines-ferreira/"


def test_a_cursor_reads_what_it_writes(published):
    cursor = Cursor(published.visible_from, published.pk)

    assert Cursor.read(str(cursor)) == cursor
    assert Cursor.read("") is None
