"""The audit finds a page of each kind by following links, and compresses as nginx does."""

import httpx
import pytest

from articles.actions.correct_article import correct_article
from articles.actions.edit_article import edit_article
from articles.actions.publish_article import publish_article
from articles.models import Article
from audit.compression import compressing
from audit.site import SiteError, find_pages
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_finds_a_page_of_each_kind(live_server, editor):
    article = publish_departure(by=editor)
    correct_article(article_id=article.pk, by=editor, note="The day was wrong.")
    version = Article.objects.get(pk=article.pk).version
    words = {"summary": "On 4 March."}
    edit_article(article_id=article.pk, by=editor, expected_version=version, words=words)
    publish_article(article_id=article.pk, by=editor)

    pages = find_pages(live_server.url, "/withdrawn/")

    del pages["410"]
    answers = {name: httpx.get(address).status_code for name, address in pages.items()}
    assert answers == {name: 404 if name == "404" else 200 for name in pages}
    assert "/people/" in pages["person"]
    assert {"author", "written", "superseded"} <= set(pages)


def test_it_says_when_a_site_shows_nothing(live_server):
    with pytest.raises(SiteError, match="shows no article"):
        find_pages(live_server.url, "/withdrawn/")


def test_it_passes_pages_on_compressed(live_server):
    with compressing(0, origin=live_server.url) as address:
        direct = httpx.get(f"{live_server.url}/about/")
        passed = httpx.get(f"{address}/about/")

    assert passed.headers["Content-Encoding"] == "gzip"
    assert passed.content == direct.content
    assert passed.headers["ETag"] == direct.headers["ETag"]
