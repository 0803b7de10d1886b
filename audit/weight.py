"""What a browser fetches for an article, without its pictures, as nginx sends it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from playwright.sync_api import Response, sync_playwright

from audit.compression import LEVEL
from audit.report import Limit, Measure
from audit.site import Site
from audit.tools import FLAGS, chromium

_LIMIT = Limit(60, unit=" kB")


def weight(site: Site) -> Iterator[Measure]:
    """Yield the kilobytes of page, style and script, compressed, with their headers."""
    responses: list[Response] = []

    def note(response: Response) -> None:
        responses.append(response)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = browser.new_page()
        page.on("response", note)
        page.goto(site.pages["article"], wait_until="networkidle")
        sizes = {one.url: _size(one) for one in responses if not _is_picture(one)}
        browser.close()
    details = [f"{size / 1000:.1f} kB {url}" for url, size in sizes.items()]
    yield Measure("article", "transfer", sum(sizes.values()) / 1000, _LIMIT, details)


def _size(response: Response) -> int:
    headers = sum(len(name) + len(value) + 4 for name, value in response.all_headers().items())
    return headers + len(gzip.compress(response.body(), compresslevel=LEVEL))


def _is_picture(response: Response) -> bool:
    return response.request.resource_type == "image"
