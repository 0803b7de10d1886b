"""Whoever polls misses nothing, in whatever order transactions begin, wait and end."""

import random
import threading
import time

import pytest
from django.db import connection, transaction

from articles.actions.publish_article import publish_article
from articles.actions.record_change import record_change
from articles.models import Article, Change, ChangeKind
from articles.selectors.changes import changes_after
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 4
ACTS = 12


@pytest.fixture
def article(editor):
    return publish_article(article_id=ArticleFactory().pk, by=editor)


def in_thread(work, *args):
    """Start `work` with a database connection of its own, which it closes."""

    def run():
        try:
            work(*args)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def sequences(since=0):
    return [change.sequence for change in changes_after(since, limit=100).changes]


def test_a_later_change_waits_for_an_earlier_one_to_end(article):
    recorded, go_on = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            record_change(article=article, kind=ChangeKind.UPDATED)
            recorded.set()
            go_on.wait(timeout=30)

    def quick():
        with transaction.atomic():
            record_change(article=article, kind=ChangeKind.CORRECTED)

    first = in_thread(slow)
    assert recorded.wait(timeout=30)
    second = in_thread(quick)
    wait_until_somebody_waits()
    assert sequences() == [1]

    go_on.set()
    first.join()
    second.join()

    assert [change.kind for change in changes_after(1, limit=9).changes] == ["updated", "corrected"]
    assert sequences() == [1, 2, 3]


def test_what_is_undone_leaves_no_gap(article):
    with transaction.atomic():
        record_change(article=article, kind=ChangeKind.UPDATED)
        transaction.set_rollback(True)
    record_change(article=article, kind=ChangeKind.CORRECTED)

    assert sequences() == [1, 2]


def test_a_reader_that_polls_all_the_while_hears_each_change_once_in_order(article):
    """Writers begin, linger before and after their row, and end or undo as chance has it."""
    heard, done = [], threading.Event()

    reader = in_thread(read, heard, done)
    writers = [in_thread(write, article, random.Random(seed)) for seed in range(WRITERS)]
    for writer in writers:
        writer.join()
    done.set()
    reader.join()

    assert heard == list(Change.objects.values_list("sequence", flat=True))
    assert heard == list(range(1, len(heard) + 1))
    assert len(heard) > WRITERS * ACTS / 2


def write(article, chance):
    for _ in range(ACTS):
        with transaction.atomic():
            list(Article.objects.values_list("pk"))  # it begins before it may write
            time.sleep(chance.random() / 200)
            record_change(article=article, kind=ChangeKind.UPDATED)
            time.sleep(chance.random() / 200)
            transaction.set_rollback(chance.random() < 0.2)


def read(heard, done):
    since, is_last_look = 0, False
    while not is_last_look:
        is_last_look = done.is_set()
        page = changes_after(since, limit=100)
        heard.extend(change.sequence for change in page.changes)
        since = page.sequence


def wait_until_somebody_waits():
    """Wait for a session that waits for the lock that gives sequences."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            if cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                return
    pytest.fail("nobody waits")
