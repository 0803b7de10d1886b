"""Keys: shown once, stored as a hash, in force until they are revoked or end."""

import datetime as dt
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import ApiKey, AuditEntry, Scope

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"


def command(*arguments):
    out, err = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=err)
    return out.getvalue().strip(), err.getvalue()


def test_the_command_prints_a_key_that_works(client, reporter):
    key, hint = command(
        "issue_api_key",
        "--user",
        "rosa",
        "--name",
        "Wire",
        "--scopes",
        "posts:write",
        "--days",
        "2",
    )

    record = ApiKey.objects.get()
    assert re.fullmatch(r"newsroom_[0-9a-f]{12}_[0-9a-f]{72}", key)
    assert record.prefix in hint
    assert key not in hint
    assert record.user == reporter
    assert record.scopes == [Scope.POSTS_WRITE]
    assert dt.timedelta(days=1) < record.expires_at - timezone.now() <= dt.timedelta(days=2)
    assert client.get(LIST, HTTP_AUTHORIZATION=f"Bearer {key}").status_code == 200
    assert AuditEntry.objects.get().verb == "issue"


def test_nothing_of_the_secret_is_stored(reporter):
    key, _ = command("issue_api_key", "--user", "rosa", "--name", "W", "--scopes", "posts:write")
    secret = key.split("_")[2]

    stored = str(list(ApiKey.objects.values())) + str(list(AuditEntry.objects.values()))

    assert secret[:16] not in stored


@pytest.mark.parametrize(
    ("user", "name", "scope", "days", "reason"),
    [
        ("nobody", "W", "posts:write", "1", "no active user"),
        ("rosa", " ", "posts:write", "1", "needs a name"),
        ("rosa", "W", "posts:read", "1", "posts:read"),
        ("rosa", "W", "posts:write", "0", "longer than nothing"),
        ("rosa", "W", "posts:write", "99999999999", "too large"),
    ],
)
def test_the_command_says_why_it_makes_none(reporter, user, name, scope, days, reason):
    with pytest.raises(CommandError, match=reason):
        command("issue_api_key", "--user", user, "--name", name, "--scopes", scope, "--days", days)
    assert not ApiKey.objects.exists()


def test_a_revoked_key_is_refused_at_once(client, reporter, key_of):
    headers = key_of(reporter)
    assert client.get(LIST, **headers).status_code == 200

    out, _ = command("revoke_api_key", ApiKey.objects.get().prefix)

    assert "revoked at" in out
    assert client.get(LIST, **headers).status_code == 401


def test_revoking_twice_keeps_the_first_moment(reporter, key_of):
    key_of(reporter)
    prefix = ApiKey.objects.get().prefix
    first, _ = command("revoke_api_key", prefix)

    assert command("revoke_api_key", prefix)[0] == first
    with pytest.raises(CommandError, match="No key"):
        command("revoke_api_key", "0" * 12)


def test_a_key_ends_by_the_database_s_clock(client, reporter, key_of):
    headers = key_of(reporter)
    ApiKey.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))

    assert client.get(LIST, **headers).status_code == 401


def test_a_key_ends_with_its_user(client, reporter, key_of):
    headers = key_of(reporter)
    reporter.is_active = False
    reporter.save()

    assert client.get(LIST, **headers).status_code == 401


@pytest.mark.parametrize("place", [12, 30, -1])
def test_a_key_with_one_character_changed_is_another_key(client, reporter, key_of, place):
    header = key_of(reporter)["HTTP_AUTHORIZATION"]
    scheme, key = header.split(" ")
    changed = list(key)
    changed[place] = "0" if changed[place] != "0" else "1"

    response = client.get(LIST, HTTP_AUTHORIZATION=f"{scheme} {''.join(changed)}")

    assert response.status_code == 401


def test_a_mistyped_key_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(LIST, HTTP_AUTHORIZATION="Bearer newsroom_mistyped")


def test_use_is_noted_at_most_once_a_minute(client, reporter, key_of, django_assert_num_queries):
    headers = key_of(reporter)
    with django_assert_num_queries(3):
        client.get(LIST, **headers)
    noted = ApiKey.objects.get().last_used_at
    with django_assert_num_queries(2):
        client.get(LIST, **headers)

    assert noted is not None
    assert ApiKey.objects.get().last_used_at == noted

    earlier = timezone.now() - dt.timedelta(minutes=2)
    ApiKey.objects.update(last_used_at=earlier)
    client.get(LIST, **headers)
    assert ApiKey.objects.get().last_used_at > earlier


def test_a_key_is_not_helped_by_a_session(client, editor, reporter, key_of):
    headers = key_of(reporter)
    command("revoke_api_key", ApiKey.objects.get().prefix)
    client.force_login(editor)

    assert client.get("/api/v1/people/", **headers).status_code == 401


def test_answers_to_a_key_are_kept_by_nobody(client, reporter, key_of):
    response = client.get(LIST, **key_of(reporter))

    assert response["Cache-Control"] == "private, no-store"
    assert "Authorization" in response["Vary"]
