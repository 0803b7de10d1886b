"""An article in the hands of readers: with keys, with a mouse, with a finger."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import Card, revise_article
from articles.models import Article, Revision
from tests.factories.departure import BODY_HTML, departure

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = ".prose a.name[href='/people/ines-ferreira/']"


@pytest.fixture
def open_article(site, open_page):
    def open_it(**options):
        server, path = site
        return open_page(f"{server}{path}", **options)

    return open_it


def focused(page):
    return page.evaluate("document.activeElement.outerHTML.split('>')[0]")


def test_a_note_shows_its_source_and_escape_hides_it(open_article):
    page = open_article()
    peek = page.locator(".peek")

    page.locator("#note-2").focus()
    assert peek.is_visible()
    assert "Harbor Labs" in peek.inner_text()
    assert "No link is given" in peek.inner_text()
    page.keyboard.press("Escape")

    assert peek.count() == 0
    assert 'id="note-2"' in focused(page)


def test_a_name_shows_its_card_on_focus_and_on_hover(open_article):
    page = open_article()
    card = "Software engineer, known for Lumen."

    page.locator(NAME).focus()
    assert card in page.locator(".peek").inner_text()
    page.keyboard.press("Escape")
    page.locator(NAME).hover()
    page.locator(".peek").wait_for()
    assert card in page.locator(".peek").inner_text()

    page.locator(".peek").hover()
    page.wait_for_timeout(400)
    assert page.locator(".peek").is_visible()
    page.mouse.move(0, 0)
    page.locator(".peek").wait_for(state="detached")


def test_the_keyboard_walks_through_the_card_and_comes_back(open_article):
    page = open_article()

    page.locator(NAME).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.peek') !== null")
    assert 'href="/people/ines-ferreira/"' in focused(page)
    page.keyboard.press("Escape")

    assert page.locator(".peek").count() == 0
    assert 'class="name"' in focused(page)


def test_a_card_closes_when_the_keyboard_goes_on(open_article):
    page = open_article()
    page.locator("#note-2").focus()
    inside = page.locator(".peek a:visible").count()

    for _ in range(inside + 1):
        page.keyboard.press("Tab")

    assert page.locator(".peek").count() == 0
    assert 'href="https://lumen.example/notes"' in focused(page)


def test_a_link_in_a_card_leads_where_it_says(open_article):
    page = open_article()

    page.locator(NAME).focus()
    page.locator(".peek .peek-title a").click()
    page.wait_for_url("**/people/ines-ferreira/")

    assert page.locator("h1").inner_text() == "Ines Ferreira"


def test_the_first_tap_shows_and_the_second_follows(open_article):
    page = open_article(touch=True, width=360)
    article = page.url

    page.locator(NAME).tap()
    assert "known for Lumen" in page.locator(".peek").inner_text()
    assert page.url == article
    page.locator(NAME).tap()
    page.wait_for_url("**/people/ines-ferreira/")


def test_a_tap_elsewhere_closes_the_card(open_article):
    page = open_article(touch=True, width=360)

    page.locator("#note-2").tap()
    assert page.locator(".peek").is_visible()
    page.locator("h1").tap()

    assert page.locator(".peek").count() == 0


def test_no_card_is_announced_by_itself(open_article):
    page = open_article()

    page.locator(NAME).focus()

    peek = page.locator(".peek")
    assert peek.get_attribute("role") == "group"
    assert peek.get_attribute("aria-label") == "Ines Ferreira"
    assert page.locator(".peek [id], .peek h3, .peek[aria-live]").count() == 0


def test_what_an_address_points_at_stands_out(open_article):
    page = open_article()
    clear = "rgba(0, 0, 0, 0)"

    def background(selector):
        return page.locator(selector).evaluate("one => getComputedStyle(one).backgroundColor")

    for place in ("#source-2", "#note-2", "#passage-1", "#summary"):
        assert background(place) == clear
        page.evaluate("place => { location.hash = place }", place)
        assert background(place) != clear, place


def test_a_keyboard_walk_from_the_top_through_the_article(live_server, editor, open_page):
    article = departure()
    Revision.objects.filter(pk=article.draft_revision_id).update(
        body=BODY_HTML.replace("<h2>A quiet", "<h2>Before</h2><h2>A quiet")
    )
    path = publish_article(article_id=article.pk, by=editor).document.path
    page = open_page(f"{live_server.url}{path}")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip link
    page.wait_for_url("**#content")
    _tab_to(page, ".outline a")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # third section
    page.wait_for_url("**#s-what-comes-next")
    _tab_to(page, ".anchor")
    _tab_to(page, ".faq a")
    page.keyboard.press("Enter")  # the passage of the answer
    page.wait_for_url("**#passage-1")
    _tab_to(page, ".sources ol a")
    assert page.locator(".peek").count() == 0
    assert page.complaints == []


def test_a_note_leads_to_its_source_and_back(open_article):
    page = open_article()

    page.locator("#note-1").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#source-1")
    _tab_to(page, "#source-1 a[href='#note-1']")
    page.keyboard.press("Enter")
    page.wait_for_url("**#note-1")
    assert page.locator("#note-1").evaluate("note => note.getBoundingClientRect().top < 800")


def _tab_to(page, selector, *, within=60):
    for _ in range(within):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard never came to {selector}")


def test_the_address_is_copied(open_article):
    page = open_article()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == page.locator(
        "link[rel=canonical]"
    ).get_attribute("href")


ARABIC = {
    "headline": "جسر الميناء يُغلق ثلاثة أشهر للصيانة",
    "summary": "قالت ليلى حداد إن الجسر سيُغلق في 3 مارس 2025.",
    "body": "<h2>من يدفع</h2><p>تقول التقارير إن المدينة ستدفع نصف التكاليف.</p>"
    "<h2>متى</h2><p>في يونيو.</p><h2>أين</h2><p>في الميناء.</p>",
}


@pytest.fixture
def arabic(live_server, editor):
    """The address of an article that reads from the right."""
    article = departure(language="ar")
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        cards=[Card(name="ليلى حداد", handle="", bio="مديرة هيئة الميناء.")],
        **ARABIC,
    )
    return live_server.url + publish_article(article_id=article.pk, by=editor).document.path


@pytest.fixture
def superseded(site, live_server, editor):
    """The address of an earlier version, corrected since."""
    article = Article.objects.get()
    correct_article(article_id=article.pk, by=editor, note="The day was wrong.")
    article = Article.objects.get()
    words = {"headline": "Lumen changes hands", "summary": "", "body": "<p>On 4 March.</p>"}
    revise_article(article_id=article.pk, by=editor, expected_version=article.version, **words)
    path = publish_article(article_id=article.pk, by=editor).document.path
    return f"{live_server.url}{path}revisions/1/"


def test_an_arabic_article_begins_at_the_right(arabic, open_page):
    page = open_page(arabic)

    text, rail = (page.locator(one).bounding_box() for one in (".prose", ".rail"))
    assert page.locator("h1").evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".byline").evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert rail["x"] + rail["width"] <= text["x"]


@pytest.mark.parametrize("address", ["arabic", "superseded"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_article_shuts_anybody_out(request, open_page, address, scheme):
    page = open_page(request.getfixturevalue(address), scheme=scheme, width=320)

    sideways = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert (sideways, page.complaints) == (0, [])


def test_an_open_card_shuts_nobody_out(open_article):
    page = open_article()
    page.locator(NAME).focus()
    page.locator(".peek").wait_for()

    found = Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_an_earlier_version_leads_to_the_article_as_it_stands(superseded, open_page):
    page = open_page(superseded)

    page.get_by_role("link", name="Read the article as it stands").click()
    page.wait_for_url(superseded.removesuffix("revisions/1/"))
    assert page.locator("h1").inner_text() == "Lumen changes hands"
    page.get_by_role("link", name="Read the superseded version").click()

    assert page.locator("h1").inner_text() == "Ines Ferreira hands over Lumen"
