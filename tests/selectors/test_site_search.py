"""Search: words, names mistyped, excerpts that stay words."""

import datetime as dt

import pytest

from articles.actions.publish_article import publish_article
from articles.models import Person, Revision, SearchRow
from articles.selectors.site import names_like, search
from tests.factories import PersonFactory
from tests.factories.departure import departure, publish_departure

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(editor):
    return publish_departure(by=editor)


@pytest.mark.parametrize(
    "asked",
    [
        "handover",
        "handovers",
        "Lumen",
        '"quiet handover"',
        "servers -penguins",
        "penguins OR servers",
    ],
)
def test_it_finds_an_article_by_its_words(published, asked):
    assert [one.headline for one in search(asked).results] == ["Ines Ferreira hands over Lumen"]


@pytest.mark.parametrize(
    "asked", ["", "   ", "\x00", "penguins", "handover -servers", "'", "((((", "<>&|!:*", "a" * 500]
)
def test_it_finds_nothing_without_error(published, asked):
    assert search(asked).results == ()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Ines Ferreira", "Ines Ferreira"),
        ("Ines Fereira", "Ines Ferreira"),
        ("ferrera", "Ines Ferreira"),
        ("Habor Labs", "Harbor Labs"),
        ("lumenn", "Lumen"),
    ],
)
def test_it_finds_a_name_that_is_mistyped(published, asked, name):
    assert names_like(asked)[0].name == name


def test_one_word_in_common_is_no_likeness_where_articles_were_found(published):
    found = search("handover tested for months harbor servers")

    assert len(found.results) == 1
    assert found.names == ()


def test_it_tries_each_word_where_no_article_was_found(published):
    found = search("penguins fereira")

    assert found.results == ()
    assert [one.name for one in found.names] == ["Ines Ferreira"]


def test_it_offers_what_names_the_likeliest_where_no_words_match(published):
    found = search("Fereira")

    assert found.results == ()
    assert len(found.instead.teasers) == 1


def test_it_never_offers_a_name_that_no_public_article_has(published):
    PersonFactory(name="Ines Ferreiro", slug="ines-ferreiro").aliases.create(
        text="Ines Ferreiro", key="ines ferreiro"
    )

    assert [one.name for one in names_like("Ines Ferreiro")] == ["Ines Ferreira"]


def test_a_name_with_several_aliases_is_offered_once(published):
    ines = Person.objects.get(slug="ines-ferreira")
    ines.aliases.create(text="Ines M. Ferreira", key="ines m ferreira")

    assert [one.pk for one in names_like("Ines Ferreira") if one == ines] == [ines.pk]


def test_an_excerpt_marks_the_words_and_nothing_else(published):
    (result,) = search("servers").results

    assert [piece.words for piece in result.excerpt if piece.is_hit] == ["servers"]
    whole = "".join(piece.words for piece in result.excerpt)
    assert "keep paying for the servers" in whole
    assert "\ue000" not in whole
    assert "\ue001" not in whole


def test_an_excerpt_of_hostile_words_is_plain_words(editor, client):
    article = departure()
    Revision.objects.filter(pk=article.draft_revision_id).update(
        summary="<script>alert(1)</script> \ue001\ue000 zebra & <3 others"
    )
    publish_article(article_id=article.pk, by=editor)

    page = client.get("/search/?q=zebra").content.decode()

    assert "<script>alert" not in page
    assert "&amp; &lt;3 others" in page
    assert "<mark>zebra</mark>" in page


@pytest.mark.parametrize(
    ("section", "days", "found"),
    [("", None, 1), ("technology", None, 1), ("sport", None, 0), ("", 3, 0), ("", 30, 1)],
)
def test_it_narrows_by_section_and_period(published, section, days, found):
    ten_days_ago = published.visible_from - dt.timedelta(days=10)
    SearchRow.objects.update(visible_from=ten_days_ago)
    since = dt.timedelta(days=days) if days else None

    assert len(search("Lumen", section=section, since=since).results) == found


@pytest.mark.parametrize(
    "query",
    ["q=Lumen&page=0", "q=Lumen&page=x", "q=Lumen&page=99999999999999999999", "q=%00", "q=%FF%FE",
     "period=ever&q=Lumen", "section=%00&q=Lumen", "q=%ED%A0%80", "page=²&q=Lumen"],
)  # fmt: skip
def test_the_page_survives_any_question(client, published, query):
    assert client.get(f"/search/?{query}").status_code == 200
