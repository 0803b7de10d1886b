"""Pictures of a running site, for eyes: python -m tests.browser.screenshots ADDRESS FOLDER.

Opens each kind of page at three widths, light and dark, and saves what a first screen shows as
small WebP files. The person is the first whom the article names.
"""

import argparse
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium

WIDTHS = {360: 760, 768: 1000, 1280: 900}  # width: height of the first screen
SCHEMES = ("light", "dark")
QUALITY = 55


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="where the site runs, for example http://localhost:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default="", help="the path of the article; else the lead")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu"],
        )
        pages = _find(browser.new_page(), arguments.address.rstrip("/"), arguments.article)
        for scheme in SCHEMES:
            for width, height in WIDTHS.items():
                _shoot(browser, pages, arguments.folder, scheme, (width, height))
        browser.close()


def _find(page: Page, address: str, article: str) -> dict[str, str]:
    """Name an address of each kind of page, by following links from the front page."""
    page.goto(f"{address}/")
    article = article or page.locator(".teaser h3 a").first.get_attribute("href") or "/"
    page.goto(f"{address}{article}")
    subject = page.locator(".named h3 a").first.get_attribute("href")
    return {
        "front": f"{address}/",
        "article": f"{address}{article}",
        "sources": f"{address}{article}#sources",
        "person": f"{address}{subject}",
        "search": f"{address}/search/?q=open+weights",
        "about": f"{address}/about/",
    }


def _shoot(
    browser: Browser, pages: dict[str, str], folder: Path, scheme: str, size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name, address in pages.items():
        page.goto(address)
        picture = Image.open(io.BytesIO(page.screenshot()))
        path = folder / f"{name}-{width}-{scheme}.webp"
        picture.save(path, quality=QUALITY, method=6)
    context.close()


if __name__ == "__main__":
    main()
