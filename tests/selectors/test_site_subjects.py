"""The page of a person or an organization: only what public articles carry."""

import datetime as dt
from functools import partial

import pytest
from django.utils import timezone

from articles.actions.publish_article import publish_article
from articles.models import (
    Affiliation,
    Citation,
    CitationKind,
    Facet,
    MentionKind,
    Organization,
    Person,
    StoredDocument,
    SubjectRedirect,
    Verdict,
)
from articles.selectors.site import (
    Cursor,
    Turn,
    ended_since_described,
    statements_of,
    subject_page,
    ties_of,
)
from tests.factories import ArticleFactory, OrganizationFactory
from tests.factories.departure import citation, mention, publish_departure

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(editor):
    return publish_departure(by=editor)


@pytest.fixture
def ines(published):
    return Person.objects.get(slug="ines-ferreira")


def said_by_ines():
    page = subject_page("person", "ines-ferreira").statements
    return [statement for lines in page.articles for statement in lines.lines]


def publish_again(ines, editor, *, days):
    """One more public article that cites Ines and names her, so many days old; its path."""
    article = ArticleFactory()
    words = article.draft_revision.headline
    mention(article.draft_revision, words, kind=MentionKind.PERSON, person=ines)
    citation(article.draft_revision, words, person=ines)
    moment = timezone.now() - dt.timedelta(days=days)
    article = publish_article(article_id=article.pk, by=editor, first_published_at=moment)
    return article.document.path


def test_it_shows_what_rests_on_somebody_and_where(ines, published):
    (lines,) = subject_page("person", "ines-ferreira").statements.articles
    (statement,) = lines.lines

    assert statement.citation["quote"].startswith("According to @inesferreira")
    assert lines.article.path == published.document.path
    assert f'id="source-{statement.number}"' in published.document.page


def test_a_judgement_after_publication_waits_for_the_next(ines, published, editor):
    citation = Citation.objects.get(organization__slug="harbor-labs")
    citation.person, citation.organization = ines, None
    citation.save()
    assert len(said_by_ines()) == 1

    publish_article(article_id=published.pk, by=editor)

    assert len(said_by_ines()) == 2


def test_a_statement_that_nobody_accepted_is_not_shown(published, editor):
    Citation.objects.update(judgement=Verdict.REJECTED)
    publish_article(article_id=published.pk, by=editor)

    assert said_by_ines() == []


def test_a_sentence_that_cites_twice_is_said_once(published, editor):
    said = Citation.objects.get(person__slug="ines-ferreira")
    said.pk, said.kind, said.cue_start = None, CitationKind.QUOTATION, None
    said.save()
    publish_article(article_id=published.pk, by=editor)

    assert len(said_by_ines()) == 1


def test_statements_are_walked_article_by_article_both_ways(ines, editor):
    paths = [publish_again(ines, editor, days=days) for days in (3, 2, 1)]
    walk = partial(statements_of, "person", ines.pk, size=2)

    first = walk()
    second = walk(turn=Turn(first.turns.older))
    back = walk(turn=Turn(second.turns.newer, is_back=True))

    walked = [lines.article.path for page in (first, second) for lines in page.articles]
    assert walked[1:] == paths[::-1]
    assert second.turns.older is None
    assert back == first


def test_a_timeline_is_told_by_month(ines, published, editor):
    publish_again(ines, editor, days=40)
    publish_again(ines, editor, days=41)

    months = subject_page("person", "ines-ferreira").timeline.months

    assert sum(len(month.teasers) for month in months) == 3
    assert [month.first_day for month in months] == sorted(
        {month.first_day for month in months}, reverse=True
    )
    assert len(months[0].teasers) == 1


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


def test_a_tie_is_overtaken_by_a_newer_article_that_ends_it(ines, published, editor):
    harbor = Organization.objects.get(slug="harbor-labs")
    older = StoredDocument.objects.get(path=publish_again(ines, editor, days=30)).article
    tie = {"person": ines, "organization": harbor, "role": "Founder"}
    Affiliation.objects.create(**tie, started="2016", evidence=older)
    end = Affiliation.objects.create(**tie, ended="2025-03", evidence=published)

    (standing,) = [one for one in ties_of(ines) if not one.affiliation.ended]

    assert standing.ended_by.affiliation == end
    assert standing.ended_by.evidence.path == published.document.path
    assert standing.evidence.path == older.document.path


@pytest.mark.parametrize(
    "change",
    [
        {"ended": ""},
        {"ended": "2015"},
        {"role": "Chair"},
        {"evidence": None},
    ],
)
def test_a_tie_is_not_overtaken_by_a_guess(ines, published, editor, change):
    harbor = Organization.objects.get(slug="harbor-labs")
    older = StoredDocument.objects.get(path=publish_again(ines, editor, days=30)).article
    tie = {"person": ines, "organization": harbor, "role": "Founder"}
    standing = Affiliation.objects.create(**tie, started="2016", evidence=older)
    Affiliation.objects.create(**{**tie, "ended": "2025-03", "evidence": published, **change})

    (found,) = [one for one in ties_of(ines) if one.affiliation == standing]

    assert found.ended_by is None


def test_older_reporting_overtakes_nothing(ines, published, editor):
    harbor = Organization.objects.get(slug="harbor-labs")
    older = StoredDocument.objects.get(path=publish_again(ines, editor, days=30)).article
    tie = {"person": ines, "organization": harbor, "role": "Founder"}
    Affiliation.objects.create(**tie, started="2016", evidence=published)
    Affiliation.objects.create(**tie, ended="2025-03", evidence=older)

    assert all(one.ended_by is None for one in ties_of(ines))


@pytest.mark.parametrize(
    ("ended", "description", "is_told"),
    [
        ("2025-06", "Engineer at Harbor Labs.", True),
        ("2025-03", "Engineer at Harbor Labs.", False),  # perhaps before the 4th, perhaps after
        ("2025-01", "Engineer at Harbor Labs.", False),
        ("2025-06", "Engineer.", False),
    ],
)
def test_a_description_may_be_older_than_the_end_of_a_post(ines, ended, description, is_told):
    ines.description = description  # true on 4 March 2025
    harbor = Organization.objects.get(slug="harbor-labs")
    Affiliation.objects.create(person=ines, organization=harbor, ended=ended)

    assert bool(ended_since_described(ines, ties_of(ines))) == is_told


def test_an_author_has_a_page_with_what_they_wrote(published):
    page = subject_page("person", "mara-lind")

    assert len(page.written.teasers) == 1
    assert page.timeline.months == ()


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
