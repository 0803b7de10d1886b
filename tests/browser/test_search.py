"""Search by keyboard alone."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_STOPS = 40


def tab_to(page, selector):
    """Press the tab key until the element of this selector has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no tab stop {selector!r} within {MOST_STOPS}")


def is_seen(page):
    """Say whether what has the focus is on the screen and outlined."""
    return page.evaluate(
        """() => {
          const box = document.activeElement.getBoundingClientRect();
          const style = getComputedStyle(document.activeElement);
          return box.top < innerHeight && box.bottom > 0 && style.outlineStyle !== "none";
        }"""
    )


def test_from_a_question_to_an_article_without_a_mouse(site, open_page):
    server, article = site
    page = open_page(f"{server}/")

    tab_to(page, "#quick-search")
    page.keyboard.type("handover")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=handover")
    tab_to(page, ".results h3 a")
    assert is_seen(page)
    page.keyboard.press("Enter")

    page.wait_for_url(f"{server}{article}")


def test_filters_are_set_and_taken_away_without_a_mouse(crowd, open_page):
    server, _ = crowd
    page = open_page(f"{server}/search/?q=Lumen")
    assert page.locator(".results > li").count() == 2

    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, "#narrow a[href*='section=sport']")
    assert is_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**section=sport**")
    assert page.locator(".results > li").count() == 1

    tab_to(page, ".chips a")
    assert is_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Lumen")
    assert page.locator(".results > li").count() == 2


def test_what_was_meant_is_one_key_away(site, open_page):
    server, _ = site
    page = open_page(f"{server}/search/?q=Fereira")

    tab_to(page, ".meant a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search/?q=Ines+Ferreira")
    assert page.locator(".results > li").count() == 1
