"""The article's fragment: every part is there, each said once and in the right place."""

import datetime as dt

import pytest

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.write_documents import write_documents
from articles.models import Article, Byline, Citation, Mention, Verdict
from tests.factories import PersonFactory
from tests.factories.departure import departure, publish_departure
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db


def parsed(article):
    return parse(article.document.page)


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("h1", ["Ines Ferreira hands over Lumen"]),
        (".article-head .kicker a", ["Technology"]),
        (".article-head .kicker .kind", ["Analysis"]),
        (".byline", ["By Mara Lind"]),
        (
            ".summary",
            ["Ines Ferreira, who started Lumen, leaves Harbor Labs on 3 March 2025."],
        ),
        (".origin a", ["Ines Ferreira, farewell"]),
        (".prose h2", ["A quiet handover", "What comes next"]),
        (".note", ["1", "2"]),
        (".faq h3", ["Who runs Lumen now?"]),
        (".sources .source-name", ["Ines Ferreira", "Harbor Labs"]),
        (
            ".sources .source-facts",
            ["Paraphrase Post 1 March 2025 x.com", "Paraphrase No link is given"],
        ),
        (".figures strong", ["over 90 percent"]),
        (".figures .when", ["as of March 2025"]),
        (".figures .to-source", ["Harbor Labs, note 2"]),
        (".card h3", ["Ines Ferreira", "Harbor Labs", "Lumen"]),
        (".card .as-of", ["As of 4 March 2025, source"]),
        (".card .bio", ["In the words of the post: Started Lumen at Harbor Labs. Sails."]),
        (".topics a", ["Lumen"]),
    ],
)
def test_it_shows_every_part_of_the_article(published, selector, expected):
    assert texts(parsed(published), selector) == expected


def test_it_prints_the_sources_own_date_line_and_says_that_its_zone_is_not_certain(published):
    (stamp,) = texts(parsed(published), ".stamp")

    assert "3/1/2025 6:36:00 PM" in stamp
    assert "without a time zone that is certain" in stamp


def test_it_says_so_where_no_link_to_the_source_is_given(editor):
    article = departure()
    Article.objects.filter(pk=article.pk).update(primary_source_url="", primary_source_name="")

    page = parsed(publish_article(article_id=article.pk, by=editor))

    assert "no link is given" in texts(page, ".origin")[0]
    assert not select(page, ".origin a")


def test_it_says_so_where_nobody_signs(editor):
    article = departure()
    Byline.objects.all().delete()

    page = parsed(publish_article(article_id=article.pk, by=editor))

    assert texts(page, ".byline") == ["No author is named."]


def test_it_lists_several_authors_in_their_order(editor):
    article = departure()
    for position, name in enumerate(["Bo Berg", "Cy Chan"], start=1):
        person = PersonFactory(name=name, slug=name.lower().replace(" ", "-"))
        Byline.objects.create(article=article, person=person, position=position)

    page = parsed(publish_article(article_id=article.pk, by=editor))

    assert texts(page, ".byline") == ["By Mara Lind, Bo Berg and Cy Chan"]


def test_each_note_follows_its_sentence_and_leads_to_its_source_and_back(published):
    page = parsed(published)

    for number, sentence_end in (("1", "tested for months."), ("2", "paying for the servers.")):
        (note,) = select(page, f"#note-{number}")
        assert note.get("href") == f"#source-{number}"
        mark = note.getparent()
        previous = mark.getprevious()
        before = (previous.tail if previous is not None else mark.getparent().text) or ""
        assert before.endswith(sentence_end)
        assert select(page, f"#source-{number} a[href='#note-{number}']")


def test_each_answer_points_at_its_passage(published):
    page = parsed(published)

    (pointer,) = select(page, ".faq .pointer a")
    (passage,) = select(page, pointer.get("href"))

    assert passage.text_content().startswith("Harbor Labs said that it will keep paying")


def test_it_links_a_name_once_in_the_body_and_never_in_a_heading(published):
    prose = select(parsed(published), ".prose")[0]

    links = [link.get("href") for link in select(prose, "a.name")]

    assert sorted(links) == [
        "/organizations/harbor-labs/",
        "/people/ines-ferreira/",
        "/topics/lumen/",
    ]
    assert not select(prose, "h2 a.name")


@pytest.mark.parametrize("answer", [Verdict.NONE, Verdict.REJECTED])
def test_it_shows_nothing_that_nobody_accepted(editor, answer):
    article = departure()
    judged_at = None if answer == Verdict.NONE else article.created_at
    for model in (Mention, Citation):
        model.objects.update(judgement=answer, judged_at=judged_at)

    published = publish_article(article_id=article.pk, by=editor)

    page = parsed(published)
    assert not select(page, "a.name, .note, .sources, .topics")
    assert texts(page, ".card h3") == ["Ines Ferreira"]  # the post's own card, unlinked
    assert not select(page, ".card a")


def test_it_leaves_out_what_lost_its_place_in_an_edit(editor):
    article = departure()
    Citation.objects.update(is_orphan=True)

    page = parsed(publish_article(article_id=article.pk, by=editor))

    assert not select(page, ".note, .sources")


def test_it_shows_a_correction_with_what_was_wrong_and_the_later_date(published, editor):
    first = published.updated_at - dt.timedelta(hours=2)
    Article.objects.filter(pk=published.pk).update(first_published_at=first, updated_at=first)
    correct_article(
        article_id=published.pk, by=editor, note="We had the year wrong.", was="2024", now="2025"
    )

    page = parsed(publish_article(article_id=published.pk, by=editor))

    assert "We had the year wrong." in texts(page, ".correction p")[0]
    assert texts(page, ".correction dd") == ["2024", "2025"]
    assert len(select(page, "time.updated")) == 1


def test_a_correction_that_was_not_published_yet_is_not_shown(published, editor):
    correct_article(article_id=published.pk, by=editor, note="Not out yet.")

    write_documents(articles=[Article.objects.get(pk=published.pk)])

    assert "Not out yet." not in Article.objects.get(pk=published.pk).document.page


def test_a_name_that_is_only_scheduled_is_written_like_a_live_one(editor):
    later = dt.datetime(2099, 5, 6, 7, 8, tzinfo=dt.UTC)

    article = publish_departure(by=editor, visible_from=later)

    assert article.document.path.startswith("/technology/2099/05/")
    assert texts(parsed(article), "time.published") == ["6 May 2099, 07:08 UTC"]
