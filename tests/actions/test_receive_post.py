"""A post is taken in once, whole or not at all."""

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.receive_post import PostDiffers, UnreadablePost, receive_post
from articles.models import Article, AuditEntry, Job, JobKind, Person, Post, Revision
from articles.policies import NotAllowed
from tests.actions.conftest import POST
from tests.factories import SectionFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_it_stores_the_arrival_the_words_and_the_job(reporter):
    SectionFactory()
    receipt = receive_post(raw=POST, source="wire", format="markdown", by=reporter)

    article = Article.objects.get(pk=receipt.article.pk)
    assert receipt.created
    assert article.post.raw == POST
    assert article.section.slug == "technology"
    assert article.draft_revision.headline == "Harbour bridge closes for repairs"
    assert "90 percent of lorries" in article.draft_revision.text
    assert [line.person.name for line in article.bylines.all()] == ["Mara Stone"]
    assert article.created_by == reporter
    job = Job.objects.get(article=article)
    assert (job.kind, job.content_hash) == (JobKind.ENRICH, article.draft_revision.content_hash)
    assert AuditEntry.objects.filter(verb="receive", subject_id=article.pk).exists()


def test_it_knows_a_post_by_source_and_id(received):
    again = receive_post(raw=POST, source="Wire", format="markdown")

    assert not again.created
    assert again.article == received
    assert Post.objects.count() == 1


def test_it_knows_a_post_without_id_by_its_words(db):
    words = "A headline\n\nA paragraph of a post without an id.\n"
    first = receive_post(raw=words, source="wire")

    assert receive_post(raw=words, source="wire").article == first.article
    assert receive_post(raw=words, source="another").created


def test_it_refuses_other_words_under_a_known_id(received):
    with pytest.raises(PostDiffers) as refused:
        receive_post(raw=POST.replace("May", "June"), source="wire", format="markdown")

    assert refused.value.article == received
    assert Revision.objects.count() == 1


@pytest.mark.parametrize(
    ("raw", "source", "field"),
    [
        ("", "wire", "post"),
        ("\x00 a headline\n\nwords", "wire", None),
        ("A headline\n\nwords", " ", "source"),
        ("---\ntitle: [\n---\nwords", "wire", None),
    ],
)
def test_it_names_the_field_and_stores_nothing(raw, source, field):
    with pytest.raises(UnreadablePost) as refused:
        receive_post(raw=raw, source=source)

    assert refused.value.reason
    assert field is None or refused.value.field == field
    assert not Post.objects.exists()
    assert not Article.objects.exists()


def test_it_keeps_a_stamp_without_zone_as_words():
    page = (
        "Title | A Site\nLatest Update\n11/6/2025 6:36:00 PM\n\nTitle\n\nSome words of the page.\n"
    )
    article = receive_post(raw=page, source="wire", format="text").article

    assert article.source_stamp == "11/6/2025 6:36:00 PM"
    assert article.source_stamped_at is None


def test_it_dates_a_stamp_where_the_source_is_known():
    SourceFactory(slug="known", name="known", time_zone="America/New_York", day_first=False)
    page = (
        "Title | A Site\nLatest Update\n11/6/2025 6:36:00 PM\n\nTitle\n\nSome words of the page.\n"
    )
    article = receive_post(raw=page, source="known", format="text").article

    assert article.source_stamped_at.isoformat() == "2025-11-06T23:36:00+00:00"


def test_it_gives_a_byline_to_the_person_who_has_the_name(received):
    other = POST.replace("bridge-1", "bridge-2").replace("Mara Stone", "MARA STONE")
    receive_post(raw=other, source="wire", format="markdown")

    assert Person.objects.count() == 1


def test_it_refuses_people_without_a_desk(visitor):
    with pytest.raises(NotAllowed):
        receive_post(raw=POST, source="wire", by=visitor)


def test_it_files_a_post_under_the_topics_that_the_house_knows():
    add_subject(kind="subject", name="Public works", by=None, aliases=["Bridges"])
    post = POST.replace("section:", "topics: [bridges, Something unheard of]\nsection:")
    article = receive_post(raw=post, source="wire", format="markdown").article

    assert [topic.name for topic in article.topics.all()] == ["Public works"]
