"""Whose drafts somebody may read: narrower than what somebody may see."""

import pytest

from articles.models import Article
from articles.selectors.desk import desk_articles
from tests.factories import ArticleFactory, PublishedArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db
WORKERS = {"owner", "section editor", "editor", "administrator"}


@pytest.mark.parametrize("factory", [ArticleFactory, PublishedArticleFactory])
@pytest.mark.parametrize(
    ("section", "expected"),
    [("technology", WORKERS), ("sport", WORKERS - {"section editor"})],
)
def test_the_desk_lists_an_article_for_exactly_these(factory, section, expected, cast):
    factory(section=SectionFactory(slug=section, name=section.title()), created_by=cast["owner"])

    assert {who for who, user in cast.items() if desk_articles(user).exists()} == expected


def test_nobody_works_on_what_they_may_not_see(cast):
    PublishedArticleFactory(section=SectionFactory(slug="technology"), created_by=cast["owner"])
    ArticleFactory(section=SectionFactory(slug="sport", name="Sport"))

    for user in cast.values():
        seen = set(Article.objects.visible_to(user).values_list("pk", flat=True))
        assert set(desk_articles(user).values_list("pk", flat=True)) <= seen
