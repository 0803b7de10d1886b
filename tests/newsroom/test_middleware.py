"""The desk has its own clock and its own policy; the public pages have neither."""

import pytest
from django.urls import reverse

from articles.models import User

pytestmark = pytest.mark.django_db


def test_the_desk_names_the_zone_in_which_it_shows_times(client, editor):
    User.objects.filter(pk=editor.pk).update(time_zone="America/New_York")
    client.force_login(editor)

    assert "America/New_York" in client.get(reverse("admin:index")).content.decode()


def test_a_zone_that_nobody_knows_is_utc(client, editor):
    User.objects.filter(pk=editor.pk).update(time_zone="Mars/Olympus")
    client.force_login(editor)

    assert "UTC" in client.get(reverse("admin:index")).content.decode()


def test_only_the_desk_may_evaluate(client, editor):
    client.force_login(editor)
    desk = client.get(reverse("admin:index")).headers["Content-Security-Policy"]
    public = client.get("/").headers["Content-Security-Policy"]

    assert "'unsafe-eval'" in desk
    assert "unsafe" not in public
    for policy in (desk, public):
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy


def test_the_edit_page_carries_the_nonce_of_its_policy(client, editor):
    from tests.factories import ArticleFactory

    client.force_login(editor)
    article = ArticleFactory()
    page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    policy = page.headers["Content-Security-Policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]

    assert nonce
    assert f'nonce="{nonce}"' in page.content.decode()
