"""Pictures of a running site, for eyes: python -m tests.browser.screenshots ADDRESS FOLDER.

Opens each kind of page at three widths, light and dark, and saves what a first screen shows as
small WebP files. `python -m audit.history` corrects an article, withdraws another and says where it was.
"""

import argparse
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from audit.site import find_pages
from tests.browser.chromium import find_chromium

WIDTHS = {360: 760, 768: 1000, 1280: 900}  # width: height of the first screen
SCHEMES = ("light", "dark")
QUALITY = 55


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="where the site runs, for example http://localhost:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default="", help="the path of the article; else the lead")
    parser.add_argument("--withdrawn", default="/withdrawn/", help="the path of a withdrawn one")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    pages = _find(arguments.address.rstrip("/"), arguments.article, arguments.withdrawn)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for scheme in SCHEMES:
            for width, height in WIDTHS.items():
                _shoot(browser, pages, arguments.folder, scheme, (width, height))
        browser.close()


def _find(address: str, article: str, withdrawn: str) -> dict[str, str]:
    """Name an address of each kind of page."""
    pages = find_pages(address, withdrawn)
    if article:
        pages["article"] = f"{address}{article}"
        pages["section"] = f"{address}/{article.split('/')[1]}/"
    return {**pages, "sources": f"{pages['article']}#sources"}


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
    page.goto(pages["front"])  # the type for headlines is there from the second page on
    for name, address in pages.items():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        picture = Image.open(io.BytesIO(page.screenshot()))
        path = folder / f"{name}-{width}-{scheme}.webp"
        picture.save(path, quality=QUALITY, method=6)
    context.close()


if __name__ == "__main__":
    main()
