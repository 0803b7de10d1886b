"""axe-core on every kind of page, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from audit.report import Limit, Measure
from audit.site import Site
from audit.tools import FLAGS, chromium, module

SCHEMES = ("light", "dark")
_NONE = Limit(0)


def axe(site: Site) -> Iterator[Measure]:
    """Yield how many violations each page has in each scheme."""
    checker = Axe.from_file(module("axe-core/axe.min.js"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for scheme in SCHEMES:
            for page, address in site.pages.items():
                details = _violations(browser, checker, address, scheme)
                yield Measure(page, f"axe {scheme}", len(details), _NONE, details)
        browser.close()


def _violations(browser: Browser, checker: Axe, address: str, scheme: str) -> list[str]:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    found = checker.run(page).response["violations"]
    context.close()
    return [f"{one['help']}: {one['nodes'][0]['html']}" for one in found]
