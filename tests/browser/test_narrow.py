"""Nothing is lost on a narrow screen or at 200 % zoom (WCAG 2.2, 1.4.4 and 1.4.10)."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = {"320 px": 320, "1280 px at 400 % zoom": 320, "1280 px at 200 % zoom": 640}
# What lies outside the page or is cut off by its own box, with words in it that a reader would miss.
LOST = """() => [...document.querySelectorAll("body, body *")].filter(one => {
  if (!one.innerText?.trim() || one.closest(".unseen, .skip, [popover]")) return false;
  const style = getComputedStyle(one);
  if (style.display === "inline" || style.visibility === "hidden") return false;
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height) return false;
  const scrolls = ["auto", "scroll"].includes(style.overflowX) || one.closest("pre, table");
  const outside = !scrolls && (box.left < -1 || box.right > innerWidth + 1);
  const hides = ["hidden", "clip"];
  const cut = hides.includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
  const cutBelow = hides.includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
  return outside || cut || cutBelow;
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", sorted(set(WIDTHS.values())))
def test_no_page_loses_words_or_scrolls_sideways(every_page, open_page, width):
    for name, address in every_page.items():
        page = open_page(address, width=width)
        assert (name, page.evaluate(LOST)) == (name, [])
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (name, max(0, sideways)) == (name, 0)


def test_what_is_lost_is_noticed(site, open_page):
    page = open_page(f"{site[0]}/about/", width=320)
    assert page.evaluate(LOST) == []

    for style in (
        "position: relative; left: 400px",
        "overflow: hidden; white-space: nowrap; width: 20px",
        "overflow: clip; height: 10px",
    ):
        page.locator("h1").evaluate("(one, style) => { one.style.cssText = style }", style)
        assert page.evaluate(LOST), style


def test_twice_the_size_of_text_loses_no_words(every_page, open_page):
    for name, address in every_page.items():
        page = open_page(address, width=1280)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert (name, page.evaluate(LOST)) == (name, [])
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (name, max(0, sideways)) == (name, 0)
