"""Words and description change together, or neither does."""

import pytest

from articles.actions.edit_article import edit_article
from articles.actions.lock_article import StaleVersion
from articles.actions.receive_post import UnreadablePost
from articles.models import Article, Revision
from articles.policies import NotAllowed
from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db


def edit(article, by, words, **changes):
    version = Article.objects.get(pk=article.pk).version
    return edit_article(
        article_id=article.pk,
        by=by,
        **{"expected_version": version, "words": words, **changes},
    )


def test_what_is_not_named_stays(received, editor):
    before = received.draft_revision

    edited = edit(received, editor, {"summary": "Another."}, kind="analysis")

    after = edited.draft_revision
    assert (after.headline, after.body) == (before.headline, before.body)
    assert (after.summary, after.number, edited.kind) == ("Another.", before.number + 1, "analysis")


def test_a_description_alone_makes_no_revision(received, editor):
    edit(received, editor, {}, language="de")

    assert Revision.objects.filter(article=received).count() == 1
    assert Article.objects.get(pk=received.pk).language == "de"


@pytest.mark.parametrize(
    ("words", "changes", "error"),
    [
        ({"body": "<blockquote>" * 2000}, {}, UnreadablePost),
        ({"summary": "x"}, {"expected_version": 7}, StaleVersion),
    ],
)
def test_what_is_refused_changes_nothing(received, editor, words, changes, error):
    section = SectionFactory(slug="culture", name="Culture")

    with pytest.raises(error):
        edit(received, editor, words, section=section, **changes)

    article = Article.objects.get(pk=received.pk)
    assert article.section != section
    assert article.version == received.version


def test_only_whoever_may_edit_does(received, other_reporter):
    with pytest.raises(NotAllowed):
        edit(received, other_reporter, {"summary": "x"})
