from __future__ import annotations

import datetime as dt

import pytest

from articles.engine.errors import TooDeep, UnreadablePost
from articles.engine.parsing import parse
from articles.engine.types import Format, Question

STORY = "".join(
    f"<p>Paragraph {number} tells how the town of Vessby rebuilt its bridge after the flood, "
    f'and <a href="/people/{number}">who paid</a> for it in the end.</p>'
    for number in range(1, 6)
)
HEAD = """
<meta property="og:site_name" content="Vessby Post"><link rel="canonical" href="https://vessby.example/bridge">
<meta property="og:description" content="How a town paid for its bridge.">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": ["NewsArticle"], "headline": "The bridge &amp; the bill", "datePublished": "2026-02-01T10:00:00+01:00",
   "dateModified": "2026-02-02", "author": [{"@type": "Person", "name": "Ada Obi"}, {"name": "Bo Lund"}],
   "articleSection": "Local", "keywords": "bridges, floods"},
  {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Who paid?",
   "acceptedAnswer": {"@type": "Answer", "text": "<p>The <b>county</b>.</p>"}}]}]}</script>
<script type="application/ld+json">{ broken</script>
"""


def page(head="", body=STORY):
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>The bridge | Vessby Post</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>The bridge</h1>{body}</article><footer>All rights reserved.</footer></body></html>"
    )


def test_it_tells_the_article_from_the_page():
    document = parse(page())

    assert document.format is Format.HTML
    assert document.headline == "The bridge"
    assert document.text.count("Paragraph") == 5
    assert "Sport" not in document.text
    assert "rights" not in document.text
    assert document.metadata.language == "en"


def test_it_believes_linked_data_first():
    document = parse(page(HEAD))
    meta = document.metadata

    assert document.headline == "The bridge & the bill"
    assert document.summary == "How a town paid for its bridge."
    assert meta.authors == ("Ada Obi", "Bo Lund")
    assert meta.published.instant == dt.datetime(2026, 2, 1, 9, tzinfo=dt.UTC)
    assert meta.updated.local == dt.datetime(2026, 2, 2)  # noqa: DTZ001
    assert meta.updated.instant is None
    assert (meta.source_name, meta.source_url) == ("Vessby Post", "https://vessby.example/bridge")
    assert (meta.section, meta.topics) == ("Local", ("bridges", "floods"))
    assert document.faq == (Question("Who paid?", "The county."),)


def test_it_makes_links_whole_and_says_where_they_stand():
    document = parse(page(HEAD))
    link = document.links[0]

    assert document.text[link.start : link.end] == "who paid"
    assert link.url == "https://vessby.example/people/1"


def test_it_reads_questions_under_a_heading():
    faq = "<h2>FAQ</h2><h3>Is it open?</h3><p>Yes, since May.</p><h3>Is it free?</h3><p>No.</p>"
    document = parse(page(body=STORY + faq))

    assert [pair.question for pair in document.faq] == ["Is it open?", "Is it free?"]
    assert "FAQ" not in document.text


def test_it_takes_a_fragment_as_it_is():
    document = parse(
        '<h1>Rain</h1><p>One &amp; <a href="https://e.org">two 😀</a><br>three</p><h2>FAQ</h2><p>FAQ: no</p>'
    )
    link = document.links[0]

    assert document.headline == "Rain"
    assert document.text == "Rain\n\nOne & two 😀\nthree\nFAQ\nFAQ: no"
    assert document.text[link.start : link.end] == "two 😀"


@pytest.mark.parametrize(
    "raw",
    [
        "<html><head><meta charset='windows-1252'></head><body><p>Zo\xeb</p></body></html>".encode(
            "cp1252"
        ),
        "<p>Zo\xeb</p>".encode("utf-8-sig"),
        "<p>Zo\xeb</p>".encode("utf-16"),
    ],
)
def test_it_reads_bytes_as_they_declare_themselves(raw):
    assert "Zo\xeb" in parse(raw).text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"Zo\xeb", "not UTF-8: byte 0xEB at position 2"),
        (b"<meta charset=klingon>Zo", "klingon"),
        (b"<meta charset=utf-7>+ADw-script+AD4-", "utf-7"),
        (b"<meta charset=hex>00", "hex"),
        (b"", "empty"),
        (b"<p>a\x00b", "NUL"),
    ],
)
def test_it_says_why_it_cannot_read_bytes(raw, reason):
    with pytest.raises(UnreadablePost, match=reason):
        parse(raw)


@pytest.mark.parametrize(
    "hostile",
    [
        "<html>" + "<div>" * 100_000,
        "<div>" * 100_000,
        "<p>" * 70_000,
        "<html><p " + "a " * 50_000,
        "<p>" + "&a" * 150_000,
    ],
)
def test_it_refuses_markup_that_would_hold_a_parser(hostile):
    with pytest.raises(TooDeep):
        parse(hostile)


@pytest.mark.parametrize(
    "odd",
    [
        page() + "<!--" * 50_000,
        page(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        page(
            head='<script type="application/ld+json">[{"@type": 5, "author": [[1]], "mainEntity": "x"}]</script>'
        ),
    ],
)
def test_it_reads_an_article_in_odd_company(odd):
    assert "Paragraph 5" in parse(odd).text


def test_it_says_that_a_page_holds_no_article():
    with pytest.raises(UnreadablePost):
        parse("<html><body></body></html>")
