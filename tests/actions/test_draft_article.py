"""An article of the house's own: its words are in their parts, and its post is made of them."""

import pytest

from articles.actions.draft_article import UnreadablePost, draft_article
from articles.engine.types import Card, Question
from articles.models import Article, AuditEntry, Job, JobKind, Post, Status
from articles.policies import NotAllowed
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_it_starts_an_article_with_post_revision_and_job(reporter, settings):
    article = draft_article(
        by=reporter,
        headline="A <b> moves",
        summary="It did.",
        body="<p>Ines Lim.</p><script>x</script>",
        faq=[Question("Who?", "Ines Lim.")],
        cards=[Card("Ines Lim", "ines", "Engineer.")],
    )

    revision = article.draft_revision
    assert (article.status, article.created_by, revision.number) == (Status.DRAFT, reporter, 1)
    assert revision.body == "<p>Ines Lim.</p>"
    assert article.post.source.name == settings.PUBLICATION_NAME
    assert article.post.raw == (
        "<h1>A &lt;b&gt; moves</h1>\n<p>It did.</p>\n<p>Ines Lim.</p>\n"
        "<h3>Who?</h3>\n<p>Ines Lim.</p>\n<p>Ines Lim ines Engineer.</p>"
    )
    assert Job.objects.get().kind == JobKind.ENRICH
    assert AuditEntry.objects.get(subject_id=article.pk).actor == reporter


@pytest.mark.parametrize("headline", ["", "  ", "x" * 301, "a\x00b"])
def test_a_headline_that_cannot_be_is_refused(reporter, headline):
    with pytest.raises(UnreadablePost) as refusal:
        draft_article(by=reporter, headline=headline)

    assert refusal.value.field == "headline"
    assert not Article.objects.exists()
    assert not Post.objects.exists()


def test_a_reader_starts_nothing(db):
    with pytest.raises(NotAllowed):
        draft_article(by=UserFactory(), headline="x")
