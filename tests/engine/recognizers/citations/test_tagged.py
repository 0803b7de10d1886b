"""Putting together what a tagger sees: <s>source</s>, <q>cue</q>, <c>content</c>."""

import re

import pytest

from articles.engine.recognizers.citations import tagged
from articles.engine.recognizers.citations.reading import read
from articles.engine.tagged import Role, TaggedRole
from articles.engine.types import CitationKind, Document
from tests.engine.effort import effort
from tests.engine.recognizers.citations.marked import CAST, names, words

ROLES = {"s": Role.SOURCE, "q": Role.CUE, "c": Role.CONTENT}
TAG = re.compile(r"<(/?)([sqc])>")


def roles(marked, score=0.9):
    """Return the text without tags and the roles that the tags mark; contents may hold the others."""
    text, found, opened, at = "", [], {}, 0
    for tag in TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if not tag[1]:
            opened[tag[2]] = len(text)
        else:
            found.append(TaggedRole(opened[tag[2]], len(text), ROLES[tag[2]], score))
    return text + marked[at:], sorted(found, key=lambda one: one.start)


def assembled(marked):
    text, found = roles(marked)
    reading = read(Document(text=text), names(text, CAST), ())
    return text, [
        (one.source and one.source.text, one.cue.text, words(text, one))
        for one in tagged.recognize(reading, found)
    ]


@pytest.mark.parametrize(
    ("marked", "attributions"),
    [
        ("<s>Ana Berg</s> <q>said</q> <c>the river rose</c>.", [("Ana Berg", "said", ["the river rose"])]),
        ("<c>“It rose,”</c> <q>said</q> <s>Ana Berg</s>. <c>“It fell.”</c>", [("Ana Berg", "said", ["“It rose,”", "“It fell.”"])]),
        ("<c>The river</c>, <s>she</s> <q>said</q>, <c>rose</c>.", [("she", "said", ["The river", "rose"])]),
        (
            "<c>It rose</c>, <q>according to</q> <s>Berg</s>, and <c>it fell</c>, <s>Quill</s> <q>said</q>.",
            [("Berg", "according to", ["It rose"]), ("Quill", "said", ["it fell"])],
        ),
        (
            "<s>Berg</s> <q>said</q> <c>it rose</c> and <q>warned</q> <c>of floods</c>.",
            [("Berg", "said", ["it rose"]), ("Berg", "warned", ["of floods"])],
        ),
        (
            "<s>Berg</s> <q>said</q> <c>it rose</c>, <q>citing</q> <s>a survey</s>.",
            [("Berg", "said", ["it rose"]), ("a survey", "citing", ["it rose"])],
        ),
        (
            "<s>Berg</s> <q>said</q> <c><s>a report</s> had <q>warned</q> that dams were old</c>.",
            [("Berg", "said", ["a report had warned that dams were old"]), ("a report", "warned", ["dams were old"])],
        ),
        ("<c>“One. </c><c>Two,”</c> <s>Berg</s> <q>said</q>.", [("Berg", "said", ["“One. Two,”"])]),
        ("<s>Berg</s>: <c>“It rose.”</c>", [("Berg", "", ["“It rose.”"])]),
        ("It is <q>said</q> that <c>the river rose</c>.", [(None, "said", ["the river rose"])]),
        ("<c>Words of nobody</c> stand here alone, and nobody is there who said them.", []),
        ("<s>Berg</s> came. She <q>nodded</q>.", []),
        ("Nothing at all.", []),
    ],
)  # fmt: skip
def test_it_puts_the_nearest_together(marked, attributions):
    assert assembled(marked)[1] == attributions


def test_a_source_has_its_key_and_a_quotation_its_kind():
    text, found = roles("<c>“The river rose,”</c> <q>said</q> <s>the pilot Ana Berg</s>.")
    (citation,) = tagged.recognize(read(Document(text=text), names(text, CAST), ()), found)

    assert citation.source.key == "person:ana berg"
    assert citation.kind is CitationKind.QUOTATION
    assert citation.score == pytest.approx(0.9)
    assert text[citation.start : citation.end] == text


def test_many_roles_take_linear_work():
    def work(count):
        text, found = roles("<s>Berg</s> <q>said</q> <c>it rose</c>, " * count)
        return effort(tagged.recognize, read(Document(text=text), (), ()), found)

    assert work(800) < 6 * work(200)
