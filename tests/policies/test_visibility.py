"""Who sees what in which state: one truth table, run against the queryset and the predicate."""

import datetime as dt

import pytest
from django.db import connection

from articles.models import Article, Status
from articles.policies import can_see
from tests.factories import ArticleFactory, SectionFactory

HOUR = dt.timedelta(hours=1)
INVOLVED = {"owner", "section editor", "editor", "administrator"}
INVOLVED_ELSEWHERE = {"owner", "editor", "administrator"}  # the section is not the editor's
EVERYBODY = INVOLVED | {"visitor", "reader with account", "other reporter", "editor switched off"}

# What makes each state, at the moment `now`.
STATES = {
    "draft": lambda now: {},
    "in review": lambda now: {"status": Status.IN_REVIEW},
    "approved": lambda now: {"status": Status.APPROVED},
    "scheduled for later": lambda now: live(now + HOUR, status=Status.SCHEDULED),
    "scheduled, hour has come": lambda now: live(now - HOUR, status=Status.SCHEDULED),
    "published": lambda now: live(now - HOUR),
    "published, expired": lambda now: live(now - 2 * HOUR, until=now - HOUR),
    "published, expires later": lambda now: live(now - HOUR, until=now + HOUR),
    "withdrawn with a note": lambda now: withdrawn(now, "We were wrong."),
    "withdrawn without a note": lambda now: withdrawn(now, ""),
}

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
    section = SectionFactory(slug=section, name=section.title())
    article = ArticleFactory(section=section, created_by=owner)
    for name, value in STATES[state](database_now()).items():
        setattr(article, name, value)
    article.live_revision = article.draft_revision
    article.save()
    return article


def live(since, *, until=None, status=Status.PUBLISHED):
    return {
        "status": status,
        "first_published_at": since,
        "updated_at": since,
        "visible_from": since,
        "visible_until": until,
    }


def withdrawn(now, note):
    change = {"status": Status.WITHDRAWN, "withdrawn_at": now, "withdrawal_note": note}
    return live(now - HOUR) | change


def database_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('second', now())")
        return cursor.fetchone()[0]
