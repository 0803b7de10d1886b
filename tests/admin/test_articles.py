"""The article list and the dashboard: right numbers, at a constant number of queries."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Finding, Mention, Status
from tests.factories import ArticleFactory, PublishedArticleFactory, SectionFactory

LIST = "admin:articles_article_changelist"


def found(response):
    return {row.pk for row in response.context["cl"].queryset}


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("page", [LIST, "admin:index", "admin:articles_job_changelist"])
def test_more_articles_cost_no_more_queries(page, at_desk, editor, enriched):
    client = at_desk(editor)
    client.get(reverse(page))
    before = queries_of(client, reverse(page))
    for _ in range(5):
        ArticleFactory(status=Status.IN_REVIEW)

    assert queries_of(client, reverse(page)) == before


def test_the_review_costs_the_same_for_more_proposals(at_desk, editor, enriched):
    client, page = at_desk(editor), reverse("admin:articles_article_review", args=[enriched.pk])
    client.get(page)
    before = queries_of(client, page)
    row = Mention.objects.filter(kind="PERSON").first()
    for number in range(5):
        row.pk, row.method, row.key, row._state.adding = None, f"m{number}", f"k{number}", True
        row.save()

    assert queries_of(client, page) == before


def test_the_list_counts_what_is_open(at_desk, editor, enriched):
    names = Mention.objects.filter(revision=enriched.draft_revision)
    revision = enriched.draft_revision
    expected = (
        len(set(names.values_list("key", flat=True)))
        + revision.citations.count()
        + revision.figures.count()
    )
    shown = at_desk(editor).get(reverse(LIST)).context["cl"].queryset.get(pk=enriched.pk)

    assert shown.open_proposals == expected
    assert shown.open_findings == revision.findings.filter(status="open").count()


def test_filters_and_search_narrow_the_list(at_desk, editor, reporter, technology):
    sport = SectionFactory(slug="sport", name="Sport")
    mine = ArticleFactory(created_by=editor, section=technology, kind="news")
    other = ArticleFactory(
        created_by=reporter, section=sport, kind="opinion", draft__headline="A rare word"
    )
    Finding.objects.create(revision=other.draft_revision, code="c", severity="notice", message="m")
    client = at_desk(editor)

    for query, expected in [
        ("?mine=yes", {mine.pk}),
        ("?findings=open", {other.pk}),
        ("?findings=none", {mine.pk}),
        (f"?section__id__exact={sport.pk}", {other.pk}),
        ("?kind__exact=opinion", {other.pk}),
        ("?q=rare", {other.pk}),
        ("", {mine.pk, other.pk}),
    ]:
        assert found(client.get(reverse(LIST) + query)) == expected, query


def test_the_newest_comes_first(at_desk, editor):
    articles = [ArticleFactory() for _ in range(3)]
    rows = at_desk(editor).get(reverse(LIST)).context["cl"].result_list

    assert [row.pk for row in rows] == [article.pk for article in reversed(articles)]


def test_a_scheduled_article_shows_its_hour_and_is_published_from_then_on(at_desk, editor):
    later = timezone.now().replace(microsecond=0) + dt.timedelta(days=1)
    PublishedArticleFactory(live__at=later, live__status=Status.SCHEDULED)
    page = at_desk(editor).get(reverse(LIST)).content.decode()
    assert f"Scheduled {later.day}" in page

    earlier = later - dt.timedelta(days=2)
    due = PublishedArticleFactory(live__at=earlier, live__status=Status.SCHEDULED)
    row = at_desk(editor).get(reverse(LIST)).context["cl"].queryset.get(pk=due.pk)
    assert shown_state(row) == "Published"


def test_the_dashboard_tells_an_editor_what_waits(at_desk, editor, reporter):
    ArticleFactory(created_by=reporter)
    waiting = ArticleFactory(created_by=reporter, status=Status.IN_REVIEW)
    own = ArticleFactory(created_by=editor)
    desk = at_desk(editor).get(reverse("admin:index")).context["desk"]

    assert {article.pk for article in desk.waiting} == {waiting.pk, own.pk}
    assert (desk.waiting_count, desk.in_review) == (2, 1)


def test_the_dashboard_tells_a_reporter_of_own_drafts_only(at_desk, reporter, other_reporter):
    own = ArticleFactory(created_by=reporter)
    ArticleFactory(created_by=other_reporter)
    desk = at_desk(reporter).get(reverse("admin:index")).context["desk"]

    assert [article.pk for article in desk.waiting] == [own.pk]


def shown_state(article):
    from django.contrib import admin

    from articles.models import Article

    return admin.site._registry[Article].state(article)


def test_the_title_of_a_list_says_what_it_lists(at_desk, editor):
    page = at_desk(editor).get(reverse(LIST)).content.decode()
    assert re.search(r"<title>\s*Articles\s", page)
