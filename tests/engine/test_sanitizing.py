from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from articles.engine.errors import TooDeep, TooLarge
from articles.engine.plaintext import flatten
from articles.engine.sanitizing import clean

TAGS = [
    "p",
    "h1",
    "h2",
    "h3",
    "h5",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "caption",
    "tr",
    "td",
    "th",
    "div",
    "section",
    "figure",
    "figcaption",
    "a",
    "em",
    "strong",
    "b",
    "i",
    "code",
    "q",
    "sup",
    "br",
    "hr",
    "span",
    "svg",
    "script",
    "title",
    "textarea",
    "dl",
    "dt",
    "dd",
]
PIECE = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        [
            '<a href="https://e.org/?a=1&b=2">',
            '<a href="/x">',
            "<!-- c -->",
            "&amp;",
            "&nbsp;",
            "&#769;",
            "&shy;",
            "<",
        ]
    ),
    st.text(alphabet="ab é\u0301\u0338\n\t\xa0\x01\U0001f600>&'\"", max_size=6),
)
SOUP = st.lists(PIECE, max_size=25).map("".join)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("bare words", "<p>bare words</p>"),
        ("<p>one</p>two <b>three</b>", "<p>one</p><p>two <strong>three</strong></p>"),
        ("<h1>Title</h1><h5>Small</h5>", "<h2>Title</h2><h4>Small</h4>"),
        ("<div>a<div>b</div></div>", "<p>a</p><p>b</p>"),
        (
            "<ul><li>a<ul><li>b</ul><li><p>c</ul>",
            "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>",
        ),
        ("a<br><br>b<br>", "<p>a<br>b</p>"),
        ("<p>a  <em> b </em> c</p>", "<p>a <em>b </em>c</p>"),
        ("<pre>\n a\n  b\n</pre>", "<pre> a\n  b</pre>"),
        ("<q>so</q>", "<p>“so”</p>"),
        ("<p>e&#769;</p>", "<p>é</p>"),  # an entity is put in NFC, too
        ("<p>Macht&shy;kampf</p>", "<p>Machtkampf</p>"),
        (
            "<table><caption>T</caption><tr><td><td>1</table>",
            "<p>T</p><table><tbody><tr><td></td><td>1</td></tr></tbody></table>",
        ),
        (
            '<a href="https://e.org/a" onclick="x()" target=_top>a</a>',
            '<p><a href="https://e.org/a">a</a></p>',
        ),
        (
            '<a href="javascript:x()">a</a> <a href="/local">b</a> <a href="#c">c</a>',
            "<p>a b c</p>",
        ),
        ("<img src=x onerror=x()><script>x()</script><svg><path d=z></svg>", ""),
        ("<p><p> <p>&nbsp;</p>", "<p>&nbsp;</p>"),
    ],
)
def test_it_writes_the_few_elements_of_a_body(markup, expected):
    assert clean(markup) == expected


@given(SOUP)
@settings(max_examples=400)
def test_it_changes_nothing_that_is_clean(markup):
    once = clean(markup)

    assert clean(once) == once


@given(SOUP)
def test_it_keeps_lines_and_space_as_a_browser_shows_them(markup):
    text = flatten(clean(markup.replace("<pre>", "<p>"))).text

    assert "\n\n" not in text
    assert "  " not in text
    assert all(line == line.strip(" ") for line in text.split("\n"))


@pytest.mark.parametrize(
    ("hostile", "error"),
    [
        ("<div>" * 200, TooDeep),
        ("<div>" * 200_000, TooDeep),
        ("<b><div></b>" * 20_000, TooDeep),  # misnested: the end tags close nothing that matters
        ("<p>" * 100_000, TooDeep),
        ("<p " + " ".join(f"a{n}" for n in range(100_000)), TooDeep),
        ("&" * 200_000, TooDeep),
        ("<a href='" + "x" * 5_000_000, TooLarge),
    ],
)
def test_it_shows_no_parser_what_would_hold_it_for_minutes(hostile, error):
    with pytest.raises(error):
        clean(hostile, field="body")


@pytest.mark.parametrize("flood", ["<!--" * 100_000, "<![CDATA[" * 50_000, "<" * 50_000])
def test_it_reads_floods_that_parsers_survive(flood):
    assert "<script" not in clean(flood)


def test_it_names_the_field():
    with pytest.raises(TooDeep) as caught:
        clean("<div>" * 5_000, field="summary")

    assert caught.value.field == "summary"
