from __future__ import annotations

import pytest

from articles.engine.errors import TooLarge, UnreadablePost
from articles.engine.parsing import parse
from articles.engine.types import Card, Format, Question

POST = """\
---
title: "The valley votes: a guide"
description: What is at stake on Friday.
authors: [Ada Obi, {name: Bo Lund}]
date: 2026-03-04 09:30 +01:00
updated: 4/3/2026 10:00
section: Politics
tags: [rivers, councils]
kind: analysis
language: en
source: {name: Valley Herald, url: "https://herald.example/vote"}
id: vh-77
faq:
  - question: Who may vote?
    answer: Everyone over 16.
cards:
  - {name: Ada Obi, handle: "@adaobi", bio: Covers the valley.}
---
# The valley votes: a guide

The council meets on [Friday](https://herald.example/agenda "Agenda").

## The plan

Pumps, **boats** and <script>alert(1)</script> walls.

## FAQ

### When is the count?

On *Friday* night.

In the town hall.

### Who may vote?

The printed answer.

## After the vote

Work starts in May.
"""


def test_it_reads_front_matter_and_words():
    document = parse(POST)
    meta = document.metadata

    assert document.format is Format.MARKDOWN
    assert document.headline == "The valley votes: a guide"
    assert document.summary == "What is at stake on Friday."
    assert meta.authors == ("Ada Obi", "Bo Lund")
    assert meta.published.instant.isoformat() == "2026-03-04T08:30:00+00:00"
    assert meta.updated.ambiguous
    assert (meta.section, meta.topics, meta.kind) == (
        "Politics",
        ("rivers", "councils"),
        "analysis",
    )
    assert (meta.source_name, meta.source_url) == ("Valley Herald", "https://herald.example/vote")
    assert meta.external_id == "vh-77"
    assert document.cards == (Card("Ada Obi", "adaobi", "Covers the valley."),)


def test_it_joins_the_questions_of_front_matter_and_body():
    assert parse(POST).faq == (
        Question("Who may vote?", "Everyone over 16."),
        Question("When is the count?", "On Friday night.\nIn the town hall."),
    )


def test_it_keeps_structure_and_links_and_drops_what_could_run():
    document = parse(POST)
    link = document.links[0]

    assert document.text[link.start : link.end] == "Friday"
    assert link.url == "https://herald.example/agenda"
    assert "<h2>The plan</h2><p>Pumps, <strong>boats</strong> and" in document.body_html
    assert "alert" not in document.text
    assert document.body_html.endswith("<h2>After the vote</h2><p>Work starts in May.</p>")


def test_it_takes_the_headline_from_the_first_heading():
    document = parse("# A small *town*\n\nIt rained.", format=Format.MARKDOWN)

    assert document.headline == "A small town"
    assert document.body_html == "<p>It rained.</p>"


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("authors: Ada Obi", ("Ada Obi",)),
        ("author: By Ada Obi and Bo Lund", ("Ada Obi", "Bo Lund")),
        ("byline: Ada Obi, Bo Lund & Cy Day", ("Ada Obi", "Bo Lund", "Cy Day")),
        ("authors: []", ()),
        ("authors:", ()),
    ],
)
def test_it_reads_authors_however_they_are_written(written, authors):
    assert parse(f"---\n{written}\n---\nIt rained.").metadata.authors == authors


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: 'open", "line 3"),
        ("title: a\nb: [1, 2\nc: d", "line 4"),
        ("title: [a, b]", "title must be words"),
        ("- a\n- b", "fields with values"),
        ("faq: [{question: a}]", "faq: entry 1: answer is missing"),
        ("faq: [text]", "faq: entry 1 must be a table"),
        ("authors: [[a]]", "list of words"),
        ("x: " + "[" * 5_000, "not YAML|line"),
        ("x: !!python/object:os.system y\ny: *nobody", "line 3"),
    ],
)
def test_it_says_what_is_wrong_with_front_matter(front, reason):
    with pytest.raises(UnreadablePost, match=reason) as caught:
        parse(f"---\n{front}\n---\nIt rained.")

    assert caught.value.field == "front matter"


def test_it_misses_the_end_of_front_matter():
    with pytest.raises(UnreadablePost, match="never closed"):
        parse("---\ntitle: a\n\nIt rained.")


def test_it_reads_no_endless_front_matter():
    with pytest.raises(TooLarge):
        parse("---\nx: " + "y" * 100_000 + "\n---\nIt rained.")


def test_it_reads_windows_line_ends():
    document = parse("---\r\ntitle: A\r\n---\r\nOne\r\ntwo.\r\n\r\nThree.\r\n")

    assert document.text == "A\n\nOne two.\nThree."
