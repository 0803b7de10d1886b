"""Pages about the publication, at the desk."""

from django.urls import reverse

from articles.actions.write_page import write_page
from articles.models import AuditEntry, Page, PageName

ADD = "admin:articles_page_add"


def test_the_form_begins_with_the_shipped_words(at_desk, editor):
    page = at_desk(editor).get(reverse(ADD), {"name": "corrections"}).content.decode()

    assert "The note stays with the article for good" in page


def test_a_page_is_written_through_the_action(at_desk, editor):
    sent = {"name": "contact", "title": "Write to us", "body": "<p>desk at example</p>"}
    at_desk(editor).post(reverse(ADD), sent)

    assert Page.objects.get().updated_by == editor
    assert AuditEntry.objects.filter(verb="write").exists()


def test_it_is_written_anew_and_stays_the_same_page(at_desk, editor):
    page = write_page(name="contact", title="Write", body="<p>a</p>", by=editor)
    address = reverse("admin:articles_page_change", args=[page.pk])
    at_desk(editor).post(address, {"name": "about", "title": "Write", "body": "<p>b</p>"})

    page.refresh_from_db()
    assert (page.name, page.body) == ("contact", "<p>b</p>")


def test_empty_words_are_refused_beside_the_field(at_desk, editor):
    sent = {"name": "contact", "title": "Write", "body": "<script>x</script>"}
    page = at_desk(editor).post(reverse(ADD), sent).content.decode()

    assert "a page needs words" in page
    assert not Page.objects.exists()


def test_taking_it_away_brings_the_shipped_words_back(at_desk, editor):
    page = write_page(name="contact", title="Write", body="<p>a</p>", by=editor)
    at_desk(editor).post(reverse("admin:articles_page_delete", args=[page.pk]), {"post": "yes"})

    assert not Page.objects.exists()
    assert AuditEntry.objects.filter(verb="restore").exists()


def test_where_all_are_written_none_is_added(at_desk, editor):
    for name in PageName.values:
        write_page(name=name, title="Ours", body="<p>a</p>", by=editor)

    assert at_desk(editor).get(reverse(ADD)).status_code == 403


def test_a_reporter_only_looks(at_desk, reporter):
    assert at_desk(reporter).get(reverse("admin:articles_page_changelist")).status_code == 200
    assert at_desk(reporter).get(reverse(ADD)).status_code == 403
