"""Editors put pages about the publication into their own words."""

import pytest
from django.db import IntegrityError, transaction

from articles.actions.receive_post import UnreadablePost
from articles.actions.restore_page import restore_page
from articles.actions.write_page import write_page
from articles.models import AuditEntry, Page
from articles.policies import NotAllowed

pytestmark = pytest.mark.django_db

WORDS = {"name": "contact", "title": " Write  to us ", "body": "<p>desk at example</p>"}


def test_it_is_stored_once_and_recorded_each_time(editor):
    write_page(by=editor, **WORDS)
    page = write_page(by=editor, **{**WORDS, "body": "<p>Other words</p>"})

    assert Page.objects.get() == page
    assert (page.title, page.body) == ("Write to us", "<p>Other words</p>")
    assert AuditEntry.objects.filter(verb="write", subject_type="page").count() == 2


def test_what_could_run_is_taken_out(editor):
    body = '<p onclick="x()">Here</p><script>alert(1)</script><a href="javascript:x">there</a>'

    page = write_page(by=editor, **{**WORDS, "body": body})

    assert "script" not in page.body
    assert "onclick" not in page.body
    assert "Here" in page.body


@pytest.mark.parametrize("body", ["", "   ", "<script>alert(1)</script>", "<p></p>"])
def test_a_page_needs_words(editor, body):
    with pytest.raises(UnreadablePost, match="needs words"):
        write_page(by=editor, **{**WORDS, "body": body})


@pytest.mark.parametrize("change", [{"name": "imprint"}, {"title": "  "}])
def test_only_pages_that_exist_with_a_title(editor, change):
    with pytest.raises((ValueError, IntegrityError)), transaction.atomic():
        write_page(by=editor, **{**WORDS, **change})


def test_the_shipped_words_come_back_and_the_others_stay_on_record(editor):
    restore_page(page=write_page(by=editor, **WORDS), by=editor)

    assert not Page.objects.exists()
    assert AuditEntry.objects.get(verb="restore").details["body"] == WORDS["body"]


@pytest.mark.parametrize("who", ["reporter", "section_editor"])
def test_nobody_else_may(request, editor, who):
    page = write_page(by=editor, **WORDS)
    somebody = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        write_page(by=somebody, **WORDS)
    with pytest.raises(NotAllowed):
        restore_page(page=page, by=somebody)
