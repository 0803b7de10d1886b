"""Who sees what in which state: one truth table, run against the queryset and the predicate."""

import datetime as dt

import pytest
from django.db import connection

from articles.models import Article, Status
from articles.policies import can_see
from tests.factories import ArticleFactory, PublishedArticleFactory, SectionFactory

HOUR = dt.timedelta(hours=1)
INVOLVED = {"owner", "section editor", "editor", "administrator"}
INVOLVED_ELSEWHERE = {"owner", "editor", "administrator"}  # the section is not the editor's
EVERYBODY = INVOLVED | {"visitor", "reader with account", "other reporter", "editor switched off"}

# state of the article -> section -> who sees it
TABLE = [
    ("draft", "technology", INVOLVED),
    ("in review", "technology", INVOLVED),
    ("approved", "technology", INVOLVED),
    ("scheduled for later", "technology", INVOLVED),
    ("scheduled, hour has come", "technology", EVERYBODY),
    ("published", "technology", EVERYBODY),
    ("published, expired", "technology", INVOLVED),
    ("published, expires later", "technology", EVERYBODY),
    ("withdrawn with a note", "technology", INVOLVED),
    ("withdrawn without a note", "technology", INVOLVED),
    ("draft", "sport", INVOLVED_ELSEWHERE),
    ("scheduled for later", "sport", INVOLVED_ELSEWHERE),
    ("published", "sport", EVERYBODY),
    ("withdrawn without a note", "sport", INVOLVED_ELSEWHERE),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "section", "expected"), TABLE)
def test_it_shows_an_article_to_exactly_these(state, section, expected, cast):
    article = article_in(state, section=section, owner=cast["owner"])
    now = database_now()

    by_queryset = {who for who, user in cast.items() if Article.objects.visible_to(user).exists()}
    by_predicate = {who for who, user in cast.items() if can_see(user, article, now=now)}

    assert by_queryset == expected
    assert by_predicate == expected


def article_in(state, *, section, owner):
    common = {"section": SectionFactory(slug=section, name=section.title()), "created_by": owner}
    now = database_now()
    match state:
        case "draft":
            return ArticleFactory(**common)
        case "in review":
            return ArticleFactory(status=Status.IN_REVIEW, **common)
        case "approved":
            return ArticleFactory(status=Status.APPROVED, **common)
        case "scheduled for later":
            return PublishedArticleFactory(
                live__status=Status.SCHEDULED, live__at=now + HOUR, **common
            )
        case "scheduled, hour has come":
            return PublishedArticleFactory(
                live__status=Status.SCHEDULED, live__at=now - HOUR, **common
            )
        case "published":
            return PublishedArticleFactory(**common)
        case "published, expired":
            return PublishedArticleFactory(
                live__at=now - 2 * HOUR, live__until=now - HOUR, **common
            )
        case "published, expires later":
            return PublishedArticleFactory(live__until=now + HOUR, **common)
    article = PublishedArticleFactory(**common)
    article.status = Status.WITHDRAWN
    article.withdrawn_at = now
    article.withdrawal_note = "We were wrong." if state == "withdrawn with a note" else ""
    article.save()
    return article


def database_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('second', now())")
        return cursor.fetchone()[0]
