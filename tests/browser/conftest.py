"""A real Chromium against a real server. Skipped where no Chromium is installed."""

import datetime as dt
import os

import pytest
from django.utils import timezone
from playwright.sync_api import sync_playwright

from articles.actions.choose_lead import choose_lead
from articles.actions.correct_article import correct_article
from articles.actions.edit_article import edit_article
from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article
from tests.browser.chromium import find_chromium
from tests.factories import ArticleFactory, SectionFactory
from tests.factories.departure import publish_departure

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip


@pytest.fixture(scope="module")
def chromium():
    """A browser. Closed after each module: its event loop would be in the way of async tests."""
    program = find_chromium()
    if program is None:
        pytest.skip("NOT RUN: no Chromium on this machine")
    # Playwright keeps an event loop in this thread; the ORM is not used from within it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(chromium):
    """A function that opens an address and notes every complaint of the browser's console."""
    contexts = []

    def open_it(address, *, width=1280, scheme="light", scripts=True, touch=False):
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
            has_touch=touch,
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda line: _note(page, line))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()


def signed_in(chromium, live_server, client, user, **options):
    client.force_login(user)
    session = client.cookies["sessionid"].value
    context = chromium.new_context(**options)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context


@pytest.fixture
def page_of(chromium, live_server, client):
    """A function that opens a page of a user's. Errors of scripts and of the policy fail the test."""
    contexts, errors = [], []

    def open_it(user):
        context = signed_in(chromium, live_server, client, user)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert errors == []


def _note(page, line):
    if line.type in ("error", "warning"):
        page.complaints.append(line.text)


@pytest.fixture
def site(live_server, editor):
    """The server's address and the article that has everything."""
    article = publish_departure(by=editor)
    return live_server.url, article.document.path


@pytest.fixture
def crowd(site, editor):
    """The site with one more article, in another section, with words that do not break."""
    article = ArticleFactory(
        section=SectionFactory(slug="sport", name="Sport"),
        draft__headline="Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz",
        draft__summary="Lumen wins again.",
    )
    publish_article(article_id=article.pk, by=editor)
    return site


@pytest.fixture
def every_page(crowd, editor):
    """The address of a page of every type, by name."""
    server, path = crowd
    article = Article.objects.get(document__path=path)
    correct_article(article_id=article.pk, by=editor, note="The day was wrong.", was="2", now="3")
    version = Article.objects.get(pk=article.pk).version
    words = {"headline": f"{article.live_revision.headline} at last"}
    edit_article(article_id=article.pk, by=editor, expected_version=version, words=words)
    publish_article(article_id=article.pk, by=editor)
    choose_lead(article_id=article.pk, by=editor, on_front=False)
    pages = {
        "front": "/",
        "section": "/technology/",
        "other section": "/sport/",
        "article": path,
        "superseded": f"{path}revisions/1/",
        "person": "/people/ines-ferreira/",
        "statements": "/people/ines-ferreira/statements/",
        "author": "/people/mara-lind/",
        "written": "/people/mara-lind/articles/",
        "organization": "/organizations/harbor-labs/",
        "topic": "/topics/lumen/",
        "figures": "/topics/lumen/figures/",
        "people": "/people/",
        "organizations": "/organizations/",
        "topics": "/topics/",
        "search": "/search/?q=Lumen",
        "narrowed": "/search/?q=Lumen&section=sport&period=day",
        "mistyped": "/search/?q=Fereira",
        "nothing found": "/search/?q=penguins&section=sport",
        "nothing asked": "/search/",
        "corrections": "/corrections/",
        "about": "/about/",
        "policy": "/about/sources/",
        "contact": "/about/contact/",
        "404": "/nothing/",
        "410": _withdrawn(editor),
    }
    return {name: f"{server}{address}" for name, address in pages.items()}


def _withdrawn(editor):
    """The path of an article that was public and was withdrawn with a note."""
    yesterday = timezone.now() - dt.timedelta(days=1)
    article = publish_article(
        article_id=ArticleFactory().pk, by=editor, first_published_at=yesterday
    )
    path = article.document.path
    withdraw_article(article_id=article.pk, by=editor, note="The quotation was invented.")
    return path
