"""What the engine is told of the knowledge base, and that it is told of every change."""

import pytest
from django.utils import timezone

from articles.actions.add_subject import add_subject
from articles.actions.describe_subject import describe_subject
from articles.actions.exclude_name import exclude_name
from articles.actions.name_subject import name_subject
from articles.actions.readmit_name import readmit_name
from articles.engine.evidence import quote_key
from articles.engine.types import Kind
from articles.knowledge import DatabaseKnowledge
from articles.models import Affiliation, Judgement, Layer, Verdict
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def iva():
    accounts = [{"platform": "mastodon", "handle": "ivabell"}]
    return add_subject(kind="person", name="Iva Bell", by=None, accounts=accounts)


def texts():
    return {one.text for one in DatabaseKnowledge().known_names()}


def test_it_is_read_once_while_nothing_changes(iva, django_assert_num_queries):
    before = DatabaseKnowledge().known_names()

    with django_assert_num_queries(1):
        again = DatabaseKnowledge().known_names()
    assert again is before


def test_a_name_that_is_added_or_taken_away_is_known_at_once(iva):
    assert texts() == {"Iva Bell", "@ivabell"}

    alias = name_subject(subject=iva, text="Bell of Harbour Street")
    assert "Bell of Harbour Street" in texts()

    alias.delete()
    assert "Bell of Harbour Street" not in texts()


def test_a_change_in_place_is_known_at_once(iva, editor):
    DatabaseKnowledge()
    describe_subject(subject=iva, by=editor, description="Engineer of bridges.")

    (candidate,) = DatabaseKnowledge().candidates("Iva Bell", Kind.PERSON)
    assert "bridges." in candidate.context


def test_posts_are_context(iva):
    works = add_subject(kind="organization", name="Bell Works", by=None)
    Affiliation.objects.create(person=iva, organization=works, role="director")

    (candidate,) = DatabaseKnowledge().candidates("Iva Bell", Kind.PERSON)
    assert {"director", "Bell Works"} <= set(candidate.context)


def test_an_excluded_name_is_told_until_it_is_let_in_again(iva, editor):
    name = exclude_name(text="Harbour", by=editor)
    told = [one for one in DatabaseKnowledge().known_names() if one.means_nobody]
    assert [(one.text, one.target) for one in told] == [("Harbour", "")]

    readmit_name(name=name, by=editor)
    assert not any(one.means_nobody for one in DatabaseKnowledge().known_names())


def judge(article, quote, answer, *, previous="none", sentence="a", kind="PERSON", **subject):
    Judgement.objects.create(
        article=article,
        layer=Layer.MENTION,
        kind=kind,
        quote_key=quote_key(quote),
        sentence_hash=sentence,
        previous=previous,
        answer=answer,
        annotation_id=1,
        judged_at=timezone.now(),
        **subject,
    )


def meant(*, beside=None):
    found = DatabaseKnowledge(beside=beside).meanings({"bell"})
    return {one.candidate.name: one.articles for one in found.get("bell", ())}


def test_it_counts_the_articles_in_which_a_spelling_meant_someone(iva):
    works = add_subject(kind="organization", name="Bell Works", by=None)
    one, two, three = ArticleFactory.create_batch(3)
    judge(one, "Bell", Verdict.ACCEPTED, person=iva)
    judge(one, "Bell", Verdict.ACCEPTED, person=iva, sentence="b")
    judge(two, "BELL", Verdict.CHANGED, organization=works)
    judge(three, "Bell", Verdict.REJECTED)
    judge(three, "Belle", Verdict.ACCEPTED, person=iva)

    assert meant() == {"Iva Bell": 1, "Bell Works": 1}
    assert meant(beside=one) == {"Bell Works": 1}


def test_the_last_answer_counts(iva):
    article = ArticleFactory()
    judge(article, "Bell", Verdict.ACCEPTED, person=iva)
    judge(article, "Bell", Verdict.NONE, previous="accepted", person=iva)

    assert meant() == {}
