"""A synthetic newsroom is the same each time, and what publishing would have written."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Change, Post, SearchRow, StoredDocument
from newsroom.synthetic import house, words
from newsroom.synthetic.check import NotAsPublished, require_as_published
from newsroom.synthetic.load import load_articles
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_house(monkeypatch):
    for name in ("PEOPLE", "AUTHORS", "ORGANIZATIONS", "TOPICS"):
        monkeypatch.setattr(house, name, 20)


def load(count, seed=1, patterns=2):
    return load_articles(count, seed=seed, tell=lambda _size: None, patterns=patterns)


def test_loaded_rows_are_those_that_publishing_writes():
    load(5)

    require_as_published(list(Article.objects.all()))


def test_a_row_that_publishing_would_not_write_is_told():
    load(1)
    StoredDocument.objects.update(teaser="something else")

    with pytest.raises(NotAsPublished, match="teaser: 'something else' instead of "):
        require_as_published(list(Article.objects.all()))


def test_every_article_has_words_and_bytes_of_its_own():
    load(6)

    for column in ("path", "headline", "etag", "detail", "page"):
        assert len(set(StoredDocument.objects.values_list(column, flat=True))) == 6
    assert len(set(Post.objects.values_list("content_hash", flat=True))) == 6
    assert not StoredDocument.objects.filter(page__regex=r"[\x02\x03]").exists()


def test_it_adds_to_what_is_there_and_the_newsroom_goes_on_after_it():
    assert load(2) == 2
    assert load(5) == 3
    assert load(5) == 0
    assert Article.objects.count() == 5

    ArticleFactory()

    assert Article.objects.count() == 6


def test_the_same_seed_gives_the_same_articles():
    load(3)
    first = list(StoredDocument.objects.order_by("path").values_list("path", "etag"))
    Change.objects.all().delete()
    Article.objects.update(draft_revision=None, live_revision=None, status="draft")
    Article.objects.all().delete()
    Post.objects.all().delete()
    load(3)

    assert first == list(StoredDocument.objects.order_by("path").values_list("path", "etag"))


def test_a_search_finds_a_word_of_one_article():
    load(4)

    found = SearchRow.objects.filter(vector=words.serial(2))

    assert [row.article.slug for row in found] == [
        one.slug for one in Article.objects.filter(slug__contains=words.serial(2))
    ]
    assert len(found) == 1


def test_no_two_words_or_names_are_the_same():
    everything = [words.word(rank) for rank in range(words.VOCABULARY)]
    everything += [words.serial(number) for number in range(30_000)]

    assert len(set(everything)) == len(everything)


def test_it_keeps_away_from_articles_that_people_wrote():
    ArticleFactory()

    with pytest.raises(CommandError, match="articles that people wrote"):
        call_command("load_corpus", "--articles", "1")

    assert Article.objects.count() == 1


@pytest.mark.parametrize("count", ["0", "-1", "1200001"])
def test_it_says_how_many_it_can_load(count):
    with pytest.raises(CommandError, match="from 1 to 1,200,000"):
        call_command("load_corpus", "--articles", count)
