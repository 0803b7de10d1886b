"""The sources panel: one source once, with each statement that rests on it."""

import pytest

from articles.actions.publish_article import publish_article
from articles.models import Citation, LinkState, SourceType
from tests.factories.departure import citation, departure
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db

THIRD = "Lumen is used by over 90 percent of laboratories."


def panel_with(editor, **third):
    article = departure()
    citation(article.draft_revision, THIRD, link_state=LinkState.NONE, **third)
    page = parse(publish_article(article_id=article.pk, by=editor).document.page)
    return select(page, ".sources")[0]


def numbers(panel):
    return [
        [note.get("value") for note in select(one, "ol li")] for one in select(panel, ".source")
    ]


def test_statements_of_one_person_stand_together(editor, db):
    article = departure()
    ines = Citation.objects.exclude(person=None).get().person
    citation(article.draft_revision, THIRD, person=ines, link_state=LinkState.NONE)

    panel = parse(publish_article(article_id=article.pk, by=editor).document.page)

    assert texts(panel, ".source-name") == ["Ines Ferreira", "Harbor Labs"]
    assert numbers(panel) == [["1", "2"], ["3"]]
    assert [one.get("id") for one in select(panel, ".source ol li")] == [
        "source-1",
        "source-2",
        "source-3",
    ]


@pytest.mark.parametrize(
    ("words", "name"), [("", "Source not named"), ("industry analyses", "industry analyses")]
)
def test_a_source_without_a_record_is_told_in_the_articles_words(editor, words, name):
    panel = panel_with(editor, source_words=words, source_type=SourceType.VAGUE)

    assert texts(panel, ".source-name") == ["Ines Ferreira", f"{name} Vague source", "Harbor Labs"]


def test_two_sources_that_nobody_names_are_not_taken_for_one(editor):
    article = departure()
    Citation.objects.update(person=None, organization=None, source_words="", source_type="")

    panel = parse(publish_article(article_id=article.pk, by=editor).document.page)

    assert numbers(panel) == [["1"], ["2"]]
    assert texts(panel, ".source-name") == ["Source not named", "Source not named"]


def test_a_note_gives_its_sentence_kind_medium_and_date(editor):
    panel = panel_with(editor, medium="survey", cited_date="2024-05", kind="reference")

    (note,) = select(panel, "#source-2")
    assert texts(note, ".source-facts span") == [
        "Reference",
        "Survey",
        "May 2024",
        "No link is given",
    ]
    assert texts(note, "q") == [THIRD]
    assert select(note, "a[href='#note-2']")
