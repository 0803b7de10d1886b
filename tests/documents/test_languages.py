"""An article in another language than the publication: its words and ours stay apart."""

import pytest
from django.utils.translation import override

from articles.actions.publish_article import publish_article
from articles.documents import build_documents
from articles.documents.languages import direction_of, interface_attributes
from articles.models import Article
from tests.factories.departure import departure
from tests.markup import parse, select

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("HE", "rtl"),
        ("fa_IR", "rtl"),
        ("arn", "ltr"),
    ],
)
def test_a_language_has_a_direction(language, direction):
    assert direction_of(language) == direction


def test_our_words_are_marked_only_where_the_article_speaks_another_language():
    assert interface_attributes("en-GB") == ""
    assert interface_attributes("ar") == ' lang="en" dir="ltr"'


def test_a_page_speaks_the_publications_language_whatever_the_desk_speaks(published):
    article = Article.objects.get(pk=published.pk)

    with override("de"):
        again = build_documents(article)

    assert again == build_documents(article)


def test_an_arabic_article_reads_from_the_right_and_our_words_from_the_left(editor):
    article = departure()
    Article.objects.filter(pk=article.pk).update(language="ar")

    page = parse(publish_article(article_id=article.pk, by=editor).document.page)

    (element,) = select(page, "article")
    assert (element.get("lang"), element.get("dir")) == ("ar", "rtl")
    for ours in (".byline", ".dates", ".origin", ".rail", "#faq-title"):
        assert {one.get("dir") for one in select(page, ours)} == {"ltr"}, ours
    for among_ours in (".figures strong", ".bio q"):
        assert {one.get("dir") for one in select(page, among_ours)} == {"rtl"}, among_ours
    for theirs in ("h1", ".summary", ".prose", ".faq h3", ".source-quote"):
        assert {one.get("dir") for one in select(page, theirs)} == {None}, theirs
