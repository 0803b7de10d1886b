"""Administrators manage accounts and keys; everybody else their own name and zone."""

import pytest
from django.urls import reverse

from articles.models import ApiKey, AuditEntry, Role, User


def change(client, user, **data):
    return client.post(reverse("admin:articles_user_change", args=[user.pk]), data)


def test_a_reporter_sets_the_own_zone_and_nothing_else(at_desk, reporter):
    response = change(
        at_desk(reporter),
        reporter,
        first_name="Rosa",
        last_name="Real",
        time_zone="Europe/Lisbon",
        role="administrator",
        is_active="on",
    )

    reporter.refresh_from_db()
    assert response.status_code == 302
    assert (reporter.time_zone, reporter.first_name) == ("Europe/Lisbon", "Rosa")
    assert reporter.role == Role.REPORTER


def test_nobody_opens_another_account(at_desk, editor, reporter):
    response = change(at_desk(editor), reporter, time_zone="UTC", first_name="X", last_name="Y")

    reporter.refresh_from_db()
    assert response.status_code in (302, 403, 404)
    assert reporter.first_name == ""


def test_a_password_without_the_old_one_is_set_by_administrators_only(at_desk, editor):
    address = reverse("admin:auth_user_password_change", args=[editor.pk])

    assert at_desk(editor).get(address).status_code == 403


def test_an_administrator_gives_roles_and_the_audit_knows(at_desk, administrator, reporter):
    change(
        at_desk(administrator),
        reporter,
        username=reporter.username,
        time_zone="UTC",
        role="editor",
        is_active="on",
    )

    reporter.refresh_from_db()
    assert reporter.role == Role.EDITOR
    entry = AuditEntry.objects.get(subject_type="user")
    assert (entry.actor, entry.details["columns"]) == (administrator, ["role"])


def test_a_zone_that_does_not_exist_is_refused(at_desk, reporter):
    response = change(at_desk(reporter), reporter, time_zone="Mars/Olympus")

    assert response.status_code == 200
    assert User.objects.get(pk=reporter.pk).time_zone == "UTC"


@pytest.fixture
def key_page(at_desk, administrator, reporter):
    data = {"name": "Wire", "user": reporter.pk, "scopes": ["posts:write"], "days": "30"}
    return at_desk(administrator).post(reverse("admin:articles_apikey_add"), data)


def test_a_key_is_shown_once_and_only_its_hash_is_stored(key_page, at_desk, administrator):
    key = key_page.context["key"]
    record = ApiKey.objects.get()

    assert key in key_page.content.decode()
    assert "no-store" in key_page.headers["Cache-Control"]
    assert record.digest not in key
    assert key.startswith(f"newsroom_{record.prefix}")
    later = at_desk(administrator).get(reverse("admin:articles_apikey_change", args=[record.pk]))
    assert key not in later.content.decode()


def test_a_key_is_revoked_from_the_list(key_page, at_desk, administrator):
    record = ApiKey.objects.get()
    at_desk(administrator).post(
        reverse("admin:articles_apikey_changelist"),
        {"action": "revoke", "_selected_action": [record.pk]},
    )

    record.refresh_from_db()
    assert record.revoked_at is not None
