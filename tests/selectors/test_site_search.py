"""Search: words, names mistyped, excerpts that stay words."""

import datetime as dt

import pytest

from articles.actions.publish_article import publish_article
from articles.models import (
    Article,
    Facet,
    MentionKind,
    Person,
    Revision,
    SearchRow,
    StoredDocument,
)
from articles.selectors.site import Question, names_like, search as answer
from tests.factories import ArticleFactory, PersonFactory, SectionFactory
from tests.factories.departure import departure, mention, publish_departure
from tests.markup import parse, select

pytestmark = pytest.mark.django_db


def search(words, **question):
    return answer(Question(words, **question))


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
    "asked",
    [
        "",
        "   ",
        "\x00",
        "penguins",
        "handover -servers",
        "'",
        "((((",
        "<>&|!:*",
        "a" * 500,
        "-" * 99,
    ],
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

    assert [one.pk for one in names_like("Ines Ferreira") if one.kind == "person"] == [ines.pk]


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
    ("chosen", "period", "found"),
    [
        ({}, "", 1),
        ({"section": "technology"}, "", 1),
        ({"section": "sport"}, "", 0),
        ({"person": "ines-ferreira", "topic": "lumen"}, "", 1),
        ({"person": "ines-ferreira", "topic": "harbor-labs"}, "", 0),
        ({"organization": "harbor-labs"}, "week", 0),
        ({"organization": "harbor-labs"}, "month", 1),
        ({}, "ever", 1),
    ],
)
@pytest.mark.parametrize("words", ["Lumen", ""])
def test_it_narrows_by_whom_and_what_and_when(published, chosen, period, found, words):
    ten_days_ago = published.visible_from - dt.timedelta(days=10)
    SearchRow.objects.update(visible_from=ten_days_ago)
    question = Question(words, chosen, period)

    assert len(answer(question).results) == (0 if question.is_empty else found)


@pytest.fixture
def crowd(editor, published):
    """Three more articles with the word, in another section, two of which name Ines."""
    ines = Person.objects.get(slug="ines-ferreira")
    for number in range(3):
        article = ArticleFactory(
            section=SectionFactory(slug="sport", name="Sport"), draft__summary="Lumen wins again."
        )
        if number:
            words = article.draft_revision.headline
            mention(article.draft_revision, words, kind=MentionKind.PERSON, person=ines)
        publish_article(article_id=article.pk, by=editor)
    return published


def counted(found):
    return {(one.label.kind, one.label.slug): one.articles for one in found.choices}


def test_it_counts_what_each_filter_would_leave(crowd):
    found = search("Lumen")

    assert found.counts.total == found.counts.periods["day"] == 4
    assert counted(found) == {
        ("section", "sport"): 3,
        ("section", "technology"): 1,
        ("person", "ines-ferreira"): 3,
        ("organization", "harbor-labs"): 1,
        ("topic", "lumen"): 1,
    }
    for (kind, slug), articles in counted(found).items():
        assert len(search("Lumen", chosen={kind: slug}).results) == articles


def test_hidden_articles_are_not_counted(crowd):
    hidden = Article.objects.filter(section__slug="sport").first()
    soon = crowd.visible_from + dt.timedelta(days=1)
    for model in (StoredDocument, SearchRow, Facet):
        model.objects.filter(article=hidden).update(visible_from=soon)

    found = search("Lumen")

    assert found.counts.total == 3
    assert counted(found)["section", "sport"] == 2


def test_a_filter_in_force_has_its_name_and_is_no_choice(crowd):
    found = search("Lumen", chosen={"person": "ines-ferreira"})

    assert [one.name for one in found.chosen] == ["Ines Ferreira"]
    assert {one.label.kind for one in found.choices} == {"section", "organization", "topic"}


def test_nobody_who_is_not_public_is_named_by_a_filter(published, client):
    PersonFactory(name="Zoltan Secret", slug="zoltan")

    answered = client.get("/search/?q=Lumen&person=zoltan").content

    assert b"Zoltan Secret" not in answered
    assert b"zoltan" in answered


def test_later_pages_know_no_article_that_the_first_did_not(crowd, editor):
    first = search("Lumen")
    later = ArticleFactory(draft__summary="Lumen is here, too.")
    publish_article(article_id=later.pk, by=editor)
    SearchRow.objects.filter(article=later).update(
        visible_from=first.counts.newest + dt.timedelta(microseconds=1)
    )

    again = search("Lumen", until=first.counts.newest)

    assert again.results == first.results


def test_the_page_offers_what_was_meant(client, published):
    page = parse(client.get("/search/?q=Fereira").content.decode())

    (link,) = select(page, ".meant a")
    assert (link.text_content(), link.get("href")) == ("Ines Ferreira", "?q=Ines+Ferreira")


def test_each_filter_can_be_taken_away(client, crowd):
    page = parse(client.get("/search/?q=Lumen&section=sport&period=day").content.decode())

    assert [one.get("href") for one in select(page, ".chips a")] == [
        "?q=Lumen&period=day",
        "?q=Lumen&section=sport",
    ]
    (person,) = select(page, "#narrow a")
    assert person.get("href") == "?q=Lumen&section=sport&person=ines-ferreira&period=day"


def test_a_question_without_an_answer_says_what_helps(client, published):
    page = parse(client.get("/search/?q=Lumen&period=day&section=sport").content.decode())

    assert not select(page, ".results")
    assert [one.get("href") for one in select(page, ".found p a")] == [
        "?q=Lumen&period=day",
        "?q=Lumen&section=sport",
        "/search/",
    ]


def test_nothing_asked_is_answered_with_how_to_ask(client, published):
    page = parse(client.get("/search/").content.decode())

    assert select(page, ".hints li")
    assert [one.get("href") for one in select(page, "section p a")] == ["/technology/"]


@pytest.mark.parametrize(
    "query",
    ["q=Lumen&page=0", "q=Lumen&page=x", "q=Lumen&page=99999999999999999999", "q=%00", "q=%FF%FE",
     "period=ever&q=Lumen", "q=Lumen&page=2&until=1-0", "q=Lumen&until=x", "topic=lumen", "person=%00%ED%A0%80", "section=%00&q=Lumen", "q=%ED%A0%80", "page=²&q=Lumen"],
)  # fmt: skip
def test_the_page_survives_any_question(client, published, query):
    assert client.get(f"/search/?{query}").status_code == 200
