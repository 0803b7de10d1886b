"""An editor at the desk: judges with keys, writes, publishes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.actions.add_subject import add_subject
from articles.models import Article, Finding, Job, Mention, Status, Verdict
from tests.actions.conftest import enrich, enriched, received
from tests.browser.conftest import signed_in

__all__ = ["enrich", "enriched", "received"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(page_of, editor):
    return page_of(editor)


@pytest.fixture
def open_desk(page, live_server):
    def go(name, article):
        page.goto(live_server.url + reverse(f"admin:articles_article_{name}", args=[article.pk]))
        return page

    return go


def current(page):
    return page.evaluate("document.activeElement.closest('[data-question]')?.dataset.question")


def press(page, *keys):
    """Press keys; each that answers waits until the answer is stored."""
    for key in keys:
        if key in "aru":
            with page.expect_response(lambda response: response.request.method == "POST"):
                page.keyboard.press(key)
            page.wait_for_function("!document.querySelector('[aria-busy]')")
        else:
            page.keyboard.press(key)


def test_an_editor_judges_with_keys_and_publishes(open_desk, enriched, editor):
    Finding.objects.filter(revision=enriched.draft_revision).delete()
    page = open_desk("review", enriched)

    press(page, "j", "a")
    first = current(page)
    press(page, "j", "r")
    second = current(page)
    press(page, "u", "a")
    press(page, "k")

    judged = Mention.objects.exclude(judgement=Verdict.NONE)
    assert first != second
    assert current(page) == first
    assert {row.judgement for row in judged} == {Verdict.ACCEPTED}
    assert {row.judged_by for row in judged} == {editor}
    assert "Accepted by edda" in page.locator(f"#{first}").inner_text()

    mark = page.locator(f".mark.mention[data-questions~='{first}']").first
    assert "mention-is-accepted" in mark.get_attribute("class")
    still_open = page.locator("[data-open]").inner_text()
    assert page.locator("[data-open-count]").inner_text() == still_open

    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_role("button", name="Publish now").click()
    page.get_by_text("Published.", exact=True).wait_for()
    assert Article.objects.get(pk=enriched.pk).status == Status.PUBLISHED
    page.get_by_role("link", name="Live page").click()
    assert "Harbour bridge closes for repairs" in page.locator("h1").inner_text()


def test_a_name_is_changed_to_another_with_keys(open_desk, enriched, editor):
    other = add_subject(kind="person", name="Iva Bell-Stone", by=editor)
    Finding.objects.filter(revision=enriched.draft_revision).delete()
    page = open_desk("review", enriched)
    bell = Mention.objects.filter(name="Iva Bell").order_by("start").first()
    page.locator(f"#mention-{bell.pk}").focus()

    press(page, "c")
    page.keyboard.type("bell-st")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.keyboard.press("Enter")
    page.get_by_text("Changed to another by edda").wait_for()

    bell.refresh_from_db()
    assert (bell.judgement, bell.person) == (Verdict.CHANGED, other)


def test_a_click_in_the_text_leads_to_the_question_and_back(open_desk, enriched):
    page = open_desk("review", enriched)
    bell = Mention.objects.filter(name="Iva Bell").order_by("start").first()
    page.locator(f".mark[data-questions~='mention-{bell.pk}']").first.click()

    assert current(page) == f"mention-{bell.pk}"
    assert page.locator(".mark.is-current").count() >= 2


def test_the_marked_words_are_the_words_that_were_found(open_desk, enriched):
    """Beyond the basic plane, too: the server cuts by code points, the browser counts nothing."""
    page = open_desk("review", enriched)
    for mention in Mention.objects.filter(revision=enriched.draft_revision):
        first = Mention.objects.filter(key=mention.key).order_by("start").first()
        marks = page.locator(f".mark.mention[data-questions~='mention-{first.pk}']")
        assert mention.quote in marks.all_inner_texts()


def test_without_scripts_the_forms_post(chromium, live_server, client, editor, enriched):
    context = signed_in(chromium, live_server, client, editor, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:articles_article_review", args=[enriched.pk]))
    bell = Mention.objects.filter(name="Iva Bell").order_by("start").first()
    page.locator(f"#mention-{bell.pk} button[value=accepted]").click()
    page.get_by_text("Accepted by edda").wait_for()
    context.close()

    bell.refresh_from_db()
    assert (bell.judgement, bell.judged_by) == (Verdict.ACCEPTED, editor)


def test_a_running_reading_is_shown_and_the_page_comes_back(open_desk, received, enrich):
    page = open_desk("review", received)
    assert page.locator("[data-progress]").is_visible()
    enrich(received)
    page.locator("[data-question]").first.wait_for()

    assert Job.objects.get(article=received).state == "done"
    assert page.locator("[data-progress]").is_hidden()


def test_the_body_is_written_in_a_real_editor(open_desk, enriched):
    page = open_desk("change", enriched)
    body = page.locator(".ProseMirror[contenteditable]")
    body.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" It opens again in June.")
    page.get_by_role("button", name="Add a question").click()
    page.locator("[name^=faq-][name$=-question]").last.fill("When does it open?")
    page.locator("[name^=faq-][name$=-answer]").last.fill("In June.")
    page.get_by_role("button", name="Save and review").click()
    page.wait_for_url("**/review/")

    revision = Article.objects.get(pk=enriched.pk).draft_revision
    assert "It opens again in June." in revision.body
    assert [row.question for row in revision.faq.all()] == ["When does it open?"]


@pytest.mark.parametrize("name", ["review", "change", "publishing", "history"])
def test_the_pages_of_an_article_shut_nobody_out(name, open_desk, enriched):
    """No serious violation on our pages. The theme's own header is outside of `main`."""
    page = open_desk(name, enriched)
    if name == "change":
        page.locator(".ProseMirror[contenteditable][aria-label]").wait_for()
    found = Axe().run(page, context="main.desk").response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_selected_words_are_marked_as_a_name(open_desk, enriched, editor):
    page = open_desk("review", enriched)
    page.get_by_text("of lorries will", exact=False).first.evaluate(
        """(paragraph) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          while (!walker.nextNode().data.includes("lorries")) {}
          const start = walker.currentNode.data.indexOf("lorries");
          getSelection().setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + 7);
        }"""
    )
    page.keyboard.press("m")
    form = page.locator("#mark form")

    assert form.locator("[name=words]").input_value() == "lorries"
    form.get_by_label("It is a").select_option("PRODUCT")
    form.get_by_role("button", name="Mark it").click()
    page.get_by_text("“lorries” is marked in 1 place.").wait_for()

    assert Mention.objects.get(quote="lorries").judged_by == editor
    assert not Axe().run(page, context="main.desk").response["violations"]
