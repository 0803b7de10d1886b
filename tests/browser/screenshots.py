"""Pictures of a running site, for eyes: python -m tests.browser.screenshots ADDRESS FOLDER.

Opens each kind of page at three widths, light and dark, and saves what a first screen shows as
small WebP files with a list of them. `python -m audit.history` corrects an article, withdraws another
and says where it was. With --login and a file of a name and a password the pages of the desk are
taken, too.
"""

import argparse
import io
import re
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from audit.site import find_pages
from tests.browser.chromium import find_chromium

DESK = {
    "desk": "",
    "desk-articles": "articles/article/",
    "desk-merge": "articles/organization/{organization}/merge/?q=AI",
    "desk-webhooks": "articles/webhookendpoint/",
    "desk-webhook": "articles/webhookendpoint/add/",
}
OF_AN_ARTICLE = ("review", "publishing")
WIDTHS = {360: 760, 768: 1000, 1280: 900}  # width: height of the first screen
SCHEMES = ("light", "dark")
SHOWN = "1280-light"
GALLERY = """# Every page, as it looks

The first screen of each kind of page of `make run`, 360, 768 and 1280 pixels wide, light and dark.
Made by `python -m tests.browser.screenshots`.
"""
QUALITY = 55


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", help="where the site runs, for example http://localhost:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--article", default="", help="the path of the article; else the lead")
    parser.add_argument("--withdrawn", default="/withdrawn/", help="the path of a withdrawn one")
    parser.add_argument("--login", type=Path, help="a file: name and password of an administrator")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    address = arguments.address.rstrip("/")
    pages = _find(address, arguments.article, arguments.withdrawn)
    login = arguments.login.read_text().split() if arguments.login else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for scheme in SCHEMES:
            for width, height in WIDTHS.items():
                shots = Shots(browser, arguments.folder, scheme, (width, height))
                shots.take(pages)
                if login:
                    shots.take(shots.enter(f"{address}/desk/", *login))
                shots.close()
        browser.close()
    (arguments.folder / "README.md").write_text(_gallery(arguments.folder))


def _find(address: str, article: str, withdrawn: str) -> dict[str, str]:
    """Name an address of each kind of page."""
    pages = find_pages(address, withdrawn)
    if article:
        pages["article"] = f"{address}{article}"
        pages["section"] = f"{address}/{article.split('/')[1]}/"
    return {**pages, "sources": f"{pages['article']}#sources"}


def _gallery(folder: Path) -> str:
    """Return a list of the pictures in Markdown, a page a part: one to see, the others to follow."""
    names = sorted({one.stem.rsplit("-", 2)[0] for one in folder.glob("*-*-*.webp")})
    sizes = [f"{width}-{scheme}" for width in WIDTHS for scheme in SCHEMES]
    parts = [GALLERY]
    for name in names:
        taken = [size for size in sizes if (folder / f"{name}-{size}.webp").exists()]
        links = " · ".join(f"[{size.replace('-', ' ')}]({name}-{size}.webp)" for size in taken)
        parts.append(f"## {name}\n\n{links}\n\n![]({name}-{SHOWN}.webp)\n")
    return "\n".join(parts)


class Shots:
    """A browser's window of one size and one scheme, and where its pictures are kept."""

    def __init__(self, browser: Browser, folder: Path, scheme: str, size: tuple[int, int]) -> None:
        width, height = size
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.ending = f"{width}-{scheme}.webp"
        self.folder = folder

    def take(self, pages: dict[str, str]) -> None:
        """Save the first screen of each page."""
        self.page.goto(next(iter(pages.values())))  # fonts are there from the second page on
        for name, address in pages.items():
            self.page.goto(address)
            self.page.evaluate("document.fonts.ready")
            picture = Image.open(io.BytesIO(self.page.screenshot()))
            path = self.folder / f"{name.replace(' ', '-')}-{self.ending}"
            picture.save(path, quality=QUALITY, method=6)

    def enter(self, desk: str, name: str, password: str) -> dict[str, str]:
        """Sign in; return the desk's pages, those of an article for the newest one in the list."""
        self.page.goto(desk)
        self.page.locator("[name=username]").fill(name)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("[name=password]").press("Enter")
        self.page.wait_for_url(desk)
        article = self._first(f"{desk}articles/article/?status__exact=published")
        organization = self._first(f"{desk}articles/organization/")
        pages = {one: desk + path.format(organization=organization) for one, path in DESK.items()}
        for one in OF_AN_ARTICLE:
            pages[f"desk-{one}"] = f"{desk}articles/article/{article}/{one}/"
        return pages

    def _first(self, listing: str) -> str:
        """Return the key of the first record of a list."""
        self.page.goto(listing)
        found = re.search(rf'href="{re.escape(urlsplit(listing).path)}(\d+)/', self.page.content())
        if found is None:
            raise SystemExit(f"{listing} lists nothing")
        return found[1]

    def close(self) -> None:
        self.context.close()


if __name__ == "__main__":
    main()
