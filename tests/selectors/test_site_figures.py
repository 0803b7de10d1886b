"""Figures about somebody: whose they are, and when a newer article has another value."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Figure, MentionKind, StoredFigure, Topic, Verdict
from articles.selectors.site import figures_of
from tests.factories import ArticleFactory, TopicFactory
from tests.factories.departure import mention, publish_departure

pytestmark = pytest.mark.django_db

TOLD = "Lumen is used by {quote} of university laboratories worldwide."
MEASURES = "university laboratories that use it"


@pytest.fixture
def lumen(db):
    return TopicFactory(name="Lumen", slug="lumen")


@pytest.fixture
def publish(editor, lumen):
    """A function that publishes a sentence with a figure about Lumen, so many days ago."""

    def publish(value, *, days, words=TOLD, qualifier="", **figure):
        quote = f"{qualifier} {value} percent".strip()
        article = ArticleFactory(draft__summary=words.format(quote=quote))
        revision = article.draft_revision
        mention(revision, "Lumen", kind=MentionKind.PRODUCT, topic=lumen)
        at = revision.text.index(quote)
        Figure.objects.create(
            revision=revision,
            start=at,
            end=at + len(quote),
            quote=quote,
            method="test",
            judgement=Verdict.ACCEPTED,
            judged_at=timezone.now(),
            **{
                "value": value,
                "unit": "percent",
                "measures": MEASURES,
                "qualifier": qualifier,
                **figure,
            },
        )
        moment = timezone.now() - dt.timedelta(days=days)
        return publish_article(article_id=article.pk, by=editor, first_published_at=moment)

    return publish


def facts(subject):
    page = figures_of(subject.facet_kind, subject.pk, size=10)
    return [fact for lines in page.articles for fact in lines.lines]


def test_a_figure_is_about_whom_its_sentence_names(editor):
    article = publish_departure(by=editor)
    (fact,) = facts(Topic.objects.get(slug="lumen"))

    assert fact.record["quote"] == "over 90 percent"
    assert fact.record["sentence"] == "Lumen is used by over 90 percent of laboratories."
    assert fact.newer is None
    assert list(StoredFigure.objects.values_list("kind", flat=True)) == ["topic"]
    assert article.document.stored_figures.count() == 1


def test_a_newer_article_with_another_value_is_named(publish, lumen):
    publish(40, days=200)
    newer = publish(62, days=3)

    now, before = facts(lumen)

    assert now.newer is None
    assert before.newer.record["quote"] == "62 percent"
    assert before.newer.article.path == newer.document.path


@pytest.mark.parametrize(
    ("value", "change"),
    [
        (42, {}),  # "40" is no more precise than that
        (43, {"qualifier": "about"}),
        (62, {"measures": "laboratories"}),
        (62, {"measures": ""}),
        (62, {"unit": "percentage points"}),
        (62, {"as_of": "2019"}),
        (62, {"horizon": "2030"}),
        (62, {"words": "Asked by us, {quote} told us that they know Lumen."}),
        (62, {"words": "University laboratories: {quote} use another one."}),
    ],
)
def test_what_may_be_something_else_contradicts_nothing(publish, lumen, value, change):
    older = publish(40, days=200)
    publish(value, days=3, **change)

    (before,) = [one for one in facts(lumen) if one.record["quote"] == "40 percent"]

    assert older.document.stored_figures.count() == 1
    assert before.newer is None


def test_more_than_forty_is_not_contradicted_by_fifty_but_by_thirty(publish, lumen):
    publish(40, days=200, qualifier="over")
    publish(50, days=3)
    assert facts(lumen)[-1].newer is None

    publish(30, days=2)

    assert facts(lumen)[-1].newer.record["quote"] == "30 percent"


def test_two_values_for_the_same_time_contradict_each_other(publish, lumen):
    publish(40, days=200, as_of="2024-06")
    publish(62, days=3, as_of="2024-06")

    assert facts(lumen)[-1].newer.record["quote"] == "62 percent"


def test_the_newest_article_decides(publish, lumen):
    publish(40, days=200)
    publish(62, days=30)
    publish(40, days=3)

    assert [fact.newer is not None for fact in facts(lumen)] == [False, True, False]


def test_what_is_withdrawn_contradicts_nothing(publish, lumen, editor):
    publish(40, days=200)
    withdraw_article(article_id=publish(62, days=3).pk, by=editor)

    (before,) = facts(lumen)

    assert before.newer is None


def test_what_is_not_yet_public_contradicts_nothing(publish, lumen):
    publish(40, days=200)
    article = publish(62, days=3)
    soon = timezone.now() + dt.timedelta(hours=1)
    article.document.stored_figures.update(visible_from=soon)
    article.document.visible_from = soon
    article.document.save()

    (before,) = facts(lumen)

    assert before.newer is None
