"""What an article says about itself changes for those who may, from the state that they saw."""

import pytest

from articles.actions.describe_article import describe_article
from articles.actions.lock_article import StaleVersion
from articles.models import Article, AuditEntry
from articles.policies import NotAllowed
from tests.factories import ArticleFactory, PersonFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory(section=SectionFactory(slug="technology", name="Technology"))


def describe(article, by, **changes):
    return describe_article(
        article_id=article.pk, by=by, expected_version=article.version, **changes
    )


def test_a_change_moves_the_version_and_is_audited(article, editor):
    described = describe(article, editor, slug="another", kind="opinion")

    article.refresh_from_db()
    assert (article.slug, article.kind, article.version) == ("another", "opinion", 2)
    assert described.version == 2
    assert AuditEntry.objects.get(verb="describe").details["columns"] == ["kind", "slug"]


def test_the_same_again_changes_nothing(article, editor):
    described = describe(article, editor, slug=article.slug, bylines=[])

    article.refresh_from_db()
    assert (article.version, described.version) == (1, 1)
    assert not AuditEntry.objects.filter(verb="describe").exists()


def test_the_byline_is_replaced_in_its_order(article, editor):
    first, second = PersonFactory(), PersonFactory()
    describe(article, editor, bylines=[(first, ""), (second, "")])
    article.refresh_from_db()
    describe(article, editor, bylines=[(second, "Pictures"), (first, "")])

    rows = [(row.person, row.role) for row in article.bylines.order_by("position")]
    assert rows == [(second, "Pictures"), (first, "")]


def test_an_older_state_is_refused(article, editor):
    Article.objects.filter(pk=article.pk).update(version=2)

    with pytest.raises(StaleVersion):
        describe(article, editor, slug="another")


def test_an_article_is_not_moved_out_of_the_mover_s_reach(article, section_editor):
    sport = SectionFactory(slug="sport", name="Sport")

    with pytest.raises(NotAllowed):
        describe(article, section_editor, section=sport)


@pytest.mark.parametrize("column", ["status", "version", "headline", "created_by"])
def test_what_is_no_description_is_refused(article, editor, column):
    with pytest.raises(TypeError):
        describe(article, editor, **{column: "x"})
