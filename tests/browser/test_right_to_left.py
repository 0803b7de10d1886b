"""A publication that reads from the right: the pages turn round, and lose nothing."""

import pytest

from articles.pages.frame import frame

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESSES = ("/", "/technology/", "/people/ines-ferreira/", "/search/?q=Lumen", "/about/")


@pytest.fixture
def arabic_site(settings, site):
    settings.LANGUAGE_CODE = "ar"
    frame.cache_clear()
    yield site
    frame.cache_clear()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(arabic_site, open_page, width):
    server, article = arabic_site

    for address in (*ADDRESSES, article):
        page = open_page(f"{server}{address}", width=width)
        assert page.evaluate("document.documentElement.dir") == "rtl"
        sideways = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert (address, sideways) == (address, 0)


def test_the_parts_of_a_page_change_sides(arabic_site, open_page):
    server, _ = arabic_site
    page = open_page(f"{server}/")

    boxes = [
        page.locator(one).bounding_box() for one in (".title", ".quick-search", ".lead", ".latest")
    ]
    title, search, lead, latest = (box["x"] for box in boxes)
    assert title > search
    assert lead > latest
