"""Sections: an address for each heading, and a list of them where it helps."""

import pytest

from articles.actions.publish_article import publish_article
from articles.documents.outline import name_headings, outline_of
from articles.engine.plaintext import flatten, inner_html
from articles.models import Revision
from tests.factories.departure import BODY_HTML, departure
from tests.markup import parse, select, texts


def named(markup):
    plain = flatten(markup)
    headings = name_headings(plain.root)
    return headings, inner_html(plain.root)


@pytest.mark.parametrize(
    ("markup", "ids"),
    [
        ("<h2>What comes next?</h2>", ["s-what-comes-next"]),
        ("<h2>Next</h2><h3>Next</h3><h2>Next</h2>", ["s-next", "s-next-2", "s-next-3"]),
        ("<h2>Next</h2><h2>Next 2</h2><h2>Next</h2>", ["s-next", "s-next-2", "s-next-3"]),
        ("<h2>ما التالي</h2>", ["s-m-ltly"]),
        ("<h2>???</h2>", ["s-section"]),
        ("<h2> </h2><p>Words</p>", []),
    ],
)
def test_each_heading_has_an_id_of_its_words_and_no_two_share_one(markup, ids):
    headings, drawn = named(markup)

    assert [one.id for one in headings] == ids
    assert [one.get("id") for one in select(parse(drawn), "h2, h3") if one.get("id")] == ids


def test_a_heading_links_to_itself_and_its_words_stay_as_they_were():
    _, drawn = named("<h2>On <em>Lumen</em> again</h2>")

    (heading,) = select(parse(drawn), "h2")
    (link,) = select(heading, "a.anchor")
    assert link.get("href") == "#s-on-lumen-again"
    assert heading.text_content() == link.text_content() == "On Lumen again"


def test_a_heading_that_holds_a_link_keeps_it_alone():
    _, drawn = named('<h2>See <a href="https://a.example/">this</a></h2>')

    assert [link.get("href") for link in select(parse(drawn), "a")] == ["https://a.example/"]


def test_few_headings_need_no_outline():
    headings, _ = named("<h2>One</h2><h3>Two</h3><h2>Three</h2>")

    assert outline_of(headings[:2]) == ()
    assert [one.is_nested for one in outline_of(headings)] == [False, True, False]


@pytest.mark.django_db
def test_the_outline_leads_to_each_section_of_the_page(editor):
    article = departure()
    Revision.objects.filter(pk=article.draft_revision_id).update(
        body=BODY_HTML.replace("<h2>A quiet", "<h2>Before</h2><h2>A quiet")
    )

    page = parse(publish_article(article_id=article.pk, by=editor).document.page)

    links = select(page, ".outline a")
    assert texts(page, ".outline a") == ["Before", "A quiet handover", "What comes next"]
    for link in links:
        (target,) = select(page, link.get("href"))
        assert target.text_content() == link.text_content()
