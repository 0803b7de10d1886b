"""A real Chromium against a real server. Skipped where no Chromium is installed."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium
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


def _note(page, line):
    if line.type in ("error", "warning"):
        page.complaints.append(line.text)


@pytest.fixture
def site(live_server, editor):
    """The server's address and the article that has everything."""
    article = publish_departure(by=editor)
    return live_server.url, article.document.path
