"""Publishing many writes what publishing each of them writes; who may not go out stays as it is."""

import datetime as dt

import pytest
from django.db import transaction

from articles.actions import publish_articles as module
from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.publish_articles import publish_articles
from articles.actions.receive_post import receive_post
from articles.actions.withdraw_article import withdraw_article
from articles.models import (
    Article,
    AuditEntry,
    Change,
    Correction,
    Delivery,
    Facet,
    Job,
    Redirect,
    SearchRow,
    ShareCard,
    Status,
    StoredCitation,
    StoredDocument,
    StoredFigure,
    StoredRevision,
)
from newsroom.synthetic import house
from newsroom.synthetic.annotations import annotate
from newsroom.synthetic.house import SOURCE, slot_house
from newsroom.synthetic.posts import post
from tests.actions.test_revise_article import revise
from tests.factories import ArticleFactory, EndpointFactory, SectionFactory

pytestmark = pytest.mark.django_db

ARCHIVED = dt.datetime(2019, 3, 1, 8, tzinfo=dt.UTC)
TABLES = (
    Article,
    StoredDocument,
    StoredCitation,
    StoredFigure,
    StoredRevision,
    Facet,
    SearchRow,
    ShareCard,
    Redirect,
    Correction,
    Change,
    Delivery,
    Job,
    AuditEntry,
)
GIVEN_ANEW = {"created_at", "at", "next_attempt_at"}
NUMBERED = {Facet, StoredFigure, StoredRevision, Redirect, Change, Delivery, AuditEntry}
NUMBERS = {"id", "public_id", "change_id"}


@pytest.fixture
def waiting(editor, monkeypatch):
    """Judged articles: new, of an archive, public with a correction and words to come, moved, withdrawn."""
    for kind in ("PEOPLE", "AUTHORS", "ORGANIZATIONS", "TOPICS"):
        monkeypatch.setattr(house, kind, 8)
    EndpointFactory()
    shared = slot_house()
    articles = [_received(number, shared) for number in range(5)]
    _new, _archived, corrected, moved, withdrawn = articles
    for one in (corrected, moved, withdrawn):
        publish_article(article_id=one.pk, by=editor)
    correct_article(article_id=corrected.pk, by=editor, note="The day was wrong.")
    revise(Article.objects.get(pk=corrected.pk), editor, headline="Another day")
    Article.objects.filter(pk=moved.pk).update(slug="moved")
    withdraw_article(article_id=withdrawn.pk, by=editor)
    return [one.pk for one in articles]


def _received(number, shared):
    raw = post(number, 1)
    article = receive_post(
        raw=raw, source=SOURCE, format="markdown", external_id=f"post-{number}"
    ).article
    annotate(article.draft_revision, shared)
    return article


def rows():
    """Every value of every row that a publication may write, but keys and instants given anew."""
    found = {}
    for table in TABLES:
        left_out = GIVEN_ANEW | (NUMBERS if table in NUMBERED else set())
        found[table.__name__] = [
            {
                name: bytes(value) if isinstance(value, memoryview) else value
                for name, value in row.items()
                if name not in left_out
            }
            for row in table.objects.order_by("pk").values()
        ]
    return found


@pytest.mark.parametrize("chunk", [1, 2, 20])
def test_it_writes_every_row_that_publishing_one_by_one_writes(waiting, editor, chunk, monkeypatch):
    monkeypatch.setattr(module, "CHUNK", chunk)
    archived = {waiting[1]: ARCHIVED}
    with transaction.atomic():
        for key in waiting:
            publish_article(article_id=key, by=editor, first_published_at=archived.get(key))
        expected = rows()
        transaction.set_rollback(True)

    made = publish_articles(article_ids=waiting, by=editor, first_published_at=archived)

    found = rows()
    assert made.published == waiting
    assert {name for name in found if found[name] != expected[name]} == set()
    assert len(found["StoredDocument"]) == 5


def test_changes_stand_in_the_order_that_was_given(waiting, editor):
    before = Change.objects.count()
    publish_articles(article_ids=waiting[::-1], by=editor)

    told = Change.objects.filter(sequence__gt=before).values_list("article_id", flat=True)
    assert list(told) == waiting[::-1]


def test_who_may_not_go_out_is_answered_and_keeps_nobody_back(waiting, editor):
    empty = ArticleFactory()
    Article.objects.filter(pk=empty.pk).update(draft_revision=None)
    made = publish_articles(article_ids=[empty.pk, waiting[0], 987_654], by=editor)

    empty.refresh_from_db()
    assert made.published == [waiting[0]]
    assert made.refused == {
        empty.pk: "There are no words to publish.",
        987_654: "There is no such article.",
    }
    assert (empty.status, empty.version) == (Status.DRAFT, 1)


def test_whoever_edits_one_section_publishes_that_one(waiting, section_editor):
    own = SectionFactory(slug="technology")
    Article.objects.filter(pk=waiting[0]).update(section=own)
    Article.objects.filter(pk=waiting[1]).update(
        section=SectionFactory(slug="elsewhere", name="Elsewhere")
    )

    made = publish_articles(article_ids=waiting[:2], by=section_editor)

    assert made.published == [waiting[0]]
    assert made.refused == {waiting[1]: "You may not publish this."}


def test_one_that_is_named_twice_goes_out_once(waiting, editor):
    publish_articles(article_ids=[waiting[0], waiting[0]], by=editor)

    assert Change.objects.filter(article=waiting[0]).count() == 1


def test_an_error_takes_its_own_part_back_and_no_other(waiting, editor, monkeypatch):
    monkeypatch.setattr(module, "CHUNK", 1)
    write = module.write_documents

    def failing(*, articles):
        if articles[0].pk == waiting[1]:
            raise ValueError("no room")
        return write(articles=articles)

    monkeypatch.setattr(module, "write_documents", failing)
    with pytest.raises(ValueError, match="no room"):
        publish_articles(article_ids=waiting[:2], by=editor)

    states = dict(Article.objects.values_list("pk", "status"))
    assert states[waiting[0]] == Status.PUBLISHED
    assert states[waiting[1]] != Status.PUBLISHED
    assert not StoredDocument.objects.filter(article=waiting[1]).exists()


def test_many_cost_as_many_statements_as_few(waiting, editor, django_assert_max_num_queries):
    with transaction.atomic():
        publish_articles(article_ids=waiting[:1], by=editor)
        transaction.set_rollback(True)
    with django_assert_max_num_queries(45):
        publish_articles(article_ids=waiting[:2] + waiting[4:], by=editor)
