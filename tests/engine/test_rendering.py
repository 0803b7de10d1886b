from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from articles.engine.parsing import parse_parts
from articles.engine.plaintext import flatten, inner_html, parse_body
from articles.engine.rendering import render
from articles.engine.sanitizing import clean
from articles.engine.types import BodyAnnotation

BODY = clean(
    "<p>Ngozi <em>Eze</em> left <strong>Ilorin Labs. She</strong> said so.</p>"
    '<h2>Why</h2><p>Eze told <a href="https://e.org/">the <em>Daily</em> Eze.</a> Nothing &amp; 😀 more.</p>'
    "<ul><li>Ilorin Labs</li></ul>"
)
TEXT = flatten(BODY).text


def at(words, occurrence=0):
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def link(words, url="/people/eze/", occurrence=0):
    return BodyAnnotation(*at(words, occurrence), url=url, css_class="person")


def note(words, number, occurrence=0):
    return BodyAnnotation(*at(words, occurrence), note=number)


def without_notes(markup):
    root = parse_body(markup)
    for mark in root.xpath("//sup[@class='note']"):
        mark.drop_tree()
    return inner_html(root)


def test_it_returns_the_body_where_nothing_is_accepted():
    assert render(BODY, text_start=0, annotations=[]) == BODY


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (link("left"), '</em> <a href="/people/eze/" class="person">left</a> <strong>'),
        # A name that runs through an inline element is linked piece by piece.
        (
            link("Ngozi Eze"),
            '<p><a href="/people/eze/" class="person">Ngozi </a><em><a href="/people/eze/" class="person">Eze</a></em> left',
        ),
        (
            note("She said so.", 3),
            '</strong> said so.<sup class="note"><a href="#source-3" id="note-3">3</a></sup></p>',
        ),
        (
            note("left Ilorin Labs.", 1),
            'Labs.<sup class="note"><a href="#source-1" id="note-1">1</a></sup> She</strong>',
        ),
        # A sentence that ends within a link is noted after the link.
        (
            note("the Daily Eze.", 2),
            '</em> Eze.</a><sup class="note"><a href="#source-2" id="note-2">2</a></sup> Nothing',
        ),
        (note("😀 more.", 4), '😀 more.<sup class="note">'),
    ],
)
def test_it_draws_an_annotation(annotation, expected):
    assert expected in render(BODY, text_start=0, annotations=[annotation])


def test_it_counts_from_where_the_body_starts():
    start, end = at("left")
    moved = BodyAnnotation(start + 100, end + 100, url="/x/")

    assert '<a href="/x/">left</a>' in render(BODY, text_start=100, annotations=[moved])


def test_it_links_each_address_once_at_its_first_mention_that_can_be_linked():
    inside_a_link = link("Eze", occurrence=2)
    later = link("Ilorin Labs", url="/labs/", occurrence=1)
    first = link("Ilorin Labs", url="/labs/")
    drawn = render(BODY, text_start=0, annotations=[inside_a_link, later, first])

    assert "/people/eze/" not in drawn
    assert drawn.count("/labs/") == 1
    assert '<strong><a href="/labs/" class="person">Ilorin Labs</a>. She' in drawn


def test_it_prefers_the_longer_of_two_names():
    drawn = render(
        BODY, text_start=0, annotations=[link("Labs", url="/b/"), link("Ilorin Labs", url="/a/")]
    )

    assert "/a/" in drawn
    assert "/b/" not in drawn


def test_it_notes_several_sources_and_one_source_twice():
    notes = [note("She said so.", 2), note("She said so.", 1), note("😀 more.", 1)]
    drawn = render(BODY, text_start=0, annotations=notes)

    assert drawn.index('id="note-1"') < drawn.index('id="note-2"') < drawn.index('id="note-1-2"')


def test_it_puts_a_note_after_the_name_that_it_would_cut():
    drawn = render(BODY, text_start=0, annotations=[link("said so"), note("She said", 1)])

    assert '>said so</a><sup class="note">' in drawn


def test_it_leaves_out_what_is_not_in_the_body():
    outside = [
        BodyAnnotation(0, 5, url="/x/"),
        BodyAnnotation(0, 5, note=1),
        BodyAnnotation(900, 905, url="/y/"),
    ]

    assert render(BODY, text_start=50, annotations=outside) == BODY


@pytest.mark.parametrize("url", ["javascript:x()", "//evil.example", "data:x", "people/eze"])
def test_it_links_to_the_house_and_the_web_only(url):
    with pytest.raises(ValueError, match="address"):
        render(BODY, text_start=0, annotations=[BodyAnnotation(0, 5, url=url)])


def test_it_escapes_what_an_address_holds():
    drawn = render(BODY, text_start=0, annotations=[link("left", url='/x/?a="><script>&b')])

    assert "<script" not in drawn


PLACES = st.integers(-5, len(TEXT) + 5)
ANNOTATIONS = st.lists(
    st.builds(
        BodyAnnotation,
        PLACES,
        PLACES,
        url=st.sampled_from(["", "/a/", "/b/", "/c/"]),
        note=st.sampled_from([None, 1, 2]),
    ),
    max_size=8,
)


@given(ANNOTATIONS)
def test_it_keeps_every_word(annotations):
    drawn = render(BODY, text_start=0, annotations=annotations)

    assert flatten(without_notes(drawn)).text == TEXT
    assert not parse_body(drawn).xpath("//a//a")


def test_it_draws_into_the_body_of_a_document():
    document = parse_parts(headline="H", summary="S", body_html="<p>Bo Lund left.</p>")
    body = next(part for part in document.parts if part.name == "body")
    start = document.text.index("Bo Lund")
    drawn = render(
        document.body_html,
        text_start=body.start,
        annotations=[BodyAnnotation(start, start + 7, url="/bo/")],
    )

    assert drawn == '<p><a href="/bo/">Bo Lund</a> left.</p>'
