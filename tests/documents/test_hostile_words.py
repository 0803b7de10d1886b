"""Whatever somebody writes stays words: no markup, no script, no address that runs."""

import json
from xml.etree import ElementTree as ET

import pytest

from articles.actions.publish_article import publish_article
from articles.models import Account, Article, Citation, Organization, Person, Revision, Section
from tests.factories.departure import departure
from tests.markup import parse, select

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&<!--body--><!--main-->"
RUNS = "javascript:alert(3)"

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(editor):
    article = departure()
    revision = Revision.objects.filter(pk=article.draft_revision_id)
    revision.update(
        headline=HOSTILE,
        cards=[{"name": HOSTILE, "handle": HOSTILE, "bio": HOSTILE}],
    )
    article.draft_revision.faq.update(question=HOSTILE, answer=HOSTILE)
    Person.objects.update(
        name=HOSTILE, description=HOSTILE, description_source=RUNS, same_as=[RUNS]
    )
    Organization.objects.update(name=HOSTILE)
    Section.objects.update(name=HOSTILE[:80])
    Account.objects.update(platform=HOSTILE[:40], url=RUNS)
    Citation.objects.filter(link_state="linked").update(url=RUNS, medium="<b>", quote=HOSTILE)
    Article.objects.update(
        primary_source_name=HOSTILE, primary_source_url=RUNS, source_stamp=HOSTILE
    )
    return publish_article(article_id=article.pk, by=editor).document


@pytest.mark.parametrize("form", ["page", "teaser", "head"])
def test_no_form_gains_an_element_that_runs(stored, form):
    tree = parse(getattr(stored, form))

    scripts = [one for one in tree.iter("script") if one.get("type") != "application/ld+json"]
    handlers = [name for one in tree.iter() for name in one.attrib if name.startswith("on")]
    assert scripts == []
    assert handlers == []
    assert list(tree.iter("img")) == []


def test_no_link_runs(stored):
    tree = parse(f"{stored.page}{stored.teaser}{stored.head}")

    addresses = [value for _, name, value, _ in tree.iterlinks() if name in ("href", "src")]

    assert addresses
    assert [one for one in addresses if one.lower().startswith("javascript")] == []


def test_the_words_are_there_as_words(stored):
    tree = parse(stored.page)

    assert select(tree, "h1")[0].text_content() == HOSTILE


def test_the_markup_in_the_head_cannot_be_ended_from_within(stored):
    tree = parse(stored.head)

    (script,) = tree.iter("script")

    assert json.loads(script.text)["@graph"][0]["headline"] == HOSTILE
    assert "<" not in script.text


def test_the_feed_entry_is_xml_and_holds_the_words(stored):
    entry = ET.fromstring(stored.feed_entry)  # our own output

    assert entry.findtext("title") == HOSTILE


def test_programs_are_given_no_address_that_runs(stored):
    detail = json.loads(stored.detail)

    assert detail["headline"] == HOSTILE
    assert RUNS not in stored.detail
    assert RUNS not in stored.json_ld
    assert detail["source"]["url"] is None
    assert detail["citations"][0]["url"] is None


def test_characters_that_xml_cannot_hold_leave_the_feed_entry(editor):
    article = departure()
    Revision.objects.filter(pk=article.draft_revision_id).update(headline="Bell\x07 and \ufffe end")

    stored = publish_article(article_id=article.pk, by=editor).document

    assert ET.fromstring(stored.feed_entry).findtext("title") == "Bell and  end"
