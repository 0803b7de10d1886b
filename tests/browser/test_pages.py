"""The public pages as a reader meets them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESSES = {
    "front": "/",
    "section": "/technology/",
    "article": None,
    "person": "/people/ines-ferreira/",
    "organization": "/organizations/harbor-labs/",
    "topic": "/topics/lumen/",
    "search": "/search/?q=Lumen",
    "corrections": "/corrections/",
    "about": "/about/",
}


def address(site, name):
    server, article = site
    return f"{server}{ADDRESSES[name] or article}"


def test_no_page_makes_the_browser_complain_or_scroll_sideways(site, open_page):
    for name in ADDRESSES:
        page = open_page(address(site, name), width=320)
        sideways = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert (name, page.complaints) == (name, [])
        assert (name, sideways) == (name, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(every_page, open_page, scheme):
    for name, place in every_page.items():
        page = open_page(place, scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert (name, [(one["id"], one["nodes"][0]["html"]) for one in found]) == (name, [])


def test_an_article_shows_all_its_parts(site, open_page):
    page = open_page(address(site, "article"))

    for part in (
        "h1", ".byline", "time.published", ".origin", ".summary", ".prose", ".faq", ".sources",
        ".figures", ".named", ".topics",
    ):  # fmt: skip
        assert page.locator(part).first.is_visible(), part


def test_the_keyboard_comes_to_the_content_first(site, open_page):
    page = open_page(address(site, "article"))

    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Technology"
    assert page.evaluate("document.activeElement.closest('main') !== null")


STOP = """stops => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const top = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2);
  return {
    place: [...document.querySelectorAll("body *")].indexOf(one),
    words: one.outerHTML.slice(0, 100),
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isOnScreen: box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.left >= 0,
    isCovered: top !== null && !one.contains(top) && !top.contains(one),
  };
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["article", "search"])
def test_every_stop_of_the_keyboard_can_be_seen_in_the_order_of_the_page(
    name, width, site, open_page
):
    page = open_page(address(site, name), width=width)
    stops = page.locator(
        "main :is(a, button, input):visible, body > :is(.skip, header, footer) :is(a, button, input):visible"
    ).count()
    places = []

    for _ in range(stops):
        page.keyboard.press("Tab")
        if page.locator(".peek").count():
            page.keyboard.press("Escape")  # the card of a note or a name is a walk of its own
        stop = page.evaluate(STOP)
        told = (stop["isOutlined"], stop["isOnScreen"], stop["isCovered"])
        assert (stop["words"], *told) == (stop["words"], True, True, False)
        places.append(stop["place"])

    assert len(places) > 10
    assert places == sorted(set(places))


@pytest.mark.parametrize("width", [320, 1280])
def test_what_a_note_shows_lies_within_the_screen(site, open_page, width):
    page = open_page(address(site, "article"), width=width)

    page.locator("#note-2").evaluate("note => note.scrollIntoView({block: 'end'})")
    page.locator("#note-2").focus()

    box = page.locator(".peek").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800


def test_everything_works_without_scripts(site, open_page):
    page = open_page(address(site, "article"), scripts=False)

    page.locator("#note-1").click()
    page.wait_for_url("**#source-1")
    page.locator(".quick-search input").fill("handover")
    page.locator(".quick-search button").click()

    assert page.locator(".results h3").inner_text() == "Ines Ferreira hands over Lumen"


def test_no_page_asks_anybody_else(site, open_page):
    server, _ = site
    asked = []
    page = open_page(f"{server}/about/")
    page.on("request", lambda request: asked.append(request.url))

    page.goto(address(site, "article"))

    assert asked
    assert [url for url in asked if not url.startswith(server)] == []
