"""What happens to an article waits for everybody who asked for it."""

import datetime as dt

import pytest
from django.db import transaction

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Change, Delivery
from tests.factories import ArticleFactory, EndpointFactory

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def rows():
    return [
        (delivery.kind, delivery.sequence, delivery.article_id, delivery.state)
        for delivery in Delivery.objects.order_by("pk")
    ]


def test_each_change_waits_for_each_endpoint_once(editor):
    EndpointFactory()
    EndpointFactory()
    article = ArticleFactory()

    publish_article(article_id=article.pk, by=editor)
    publish_article(article_id=article.pk, by=editor)
    withdraw_article(article_id=article.pk, by=editor, note="It was invented.")

    assert rows() == [
        (kind, sequence, article.pk, "pending")
        for sequence, kind in enumerate(("published", "updated", "withdrawn"), start=1)
        for _endpoint in range(2)
    ]
    assert Delivery.objects.due().filter(kind="published").count() == 2
    assert len(set(Delivery.objects.values_list("public_id"))) == 6


@pytest.mark.parametrize(
    ("state", "hears"),
    [
        ({}, True),
        ({"kinds": ["published", "withdrawn"]}, True),
        ({"kinds": ["corrected"]}, False),
        ({"paused_at": LONG_AGO}, True),
        ({"disabled_at": LONG_AGO, "disabled_reason": "It is gone."}, False),
        ({"failures": 7, "resting_until": LONG_AGO}, True),
    ],
    ids=str,
)
def test_an_endpoint_hears_what_it_asked_for(editor, state, hears):
    EndpointFactory(**state)

    publish_article(article_id=ArticleFactory().pk, by=editor)

    assert Delivery.objects.exists() is hears


def test_a_correction_is_told_as_one(editor):
    EndpointFactory(kinds=["corrected"])
    article = ArticleFactory()
    publish_article(article_id=article.pk, by=editor)
    correct_article(article_id=article.pk, by=editor, note="The day was wrong.", was="2", now="3")
    publish_article(article_id=article.pk, by=editor)

    assert [kind for kind, *_ in rows()] == ["corrected"]


def test_what_is_undone_is_told_to_nobody(editor):
    EndpointFactory()
    with transaction.atomic():
        publish_article(article_id=ArticleFactory().pk, by=editor)
        transaction.set_rollback(True)

    assert (Change.objects.count(), rows()) == (0, [])


def test_it_costs_one_statement(editor, django_assert_num_queries):
    from articles.actions.queue_deliveries import queue_deliveries

    EndpointFactory()
    publish_article(article_id=ArticleFactory().pk, by=editor)
    changes = list(Change.objects.all())
    Delivery.objects.all().delete()
    EndpointFactory()

    with django_assert_num_queries(1):
        queue_deliveries(changes=changes)

    assert len(rows()) == 2
