"""Whole pages of this project's own, read with the real model: what an editor would see."""

from collections import Counter
from pathlib import Path

import pytest

from articles.engine.checks import check
from articles.engine.extraction import extract
from articles.engine.parsing import parse_plain
from articles.engine.tagging.model import ModelTagger
from articles.engine.types import Kind, SourceType

PAGES = Path(__file__).parent / "pages"

HARBOURBOT = {
    "people": {"Ngozi Achterberg", "Tomasz Wielgosz", "Leilani Kapono"},
    "organizations": {
        "Kestrel Marine", "Siemens", "Hyundai", "Bosch", "ABB", "Deloitte", "Maersk", "Airbus",
        "Panasonic", "PitchBook", "European Union", "Forrester", "Toyota", "GitLab", "Statista",
        "International Maritime Organization", "Massachusetts Institute of Technology", "Mastodon",
    },
    "mistaken": {"Tideline", "Port Safety"},
    "handle": ("@ngoziachterberg", "person:ngozi achterberg"),
    "attributions": [
        ("According to", "person:ngozi achterberg"), ("announced", "person:ngozi achterberg"),
        ("source", "person:ngozi achterberg"), ("stressed", "person:ngozi achterberg"),
        ("promised", "person:ngozi achterberg"), ("source", "person:ngozi achterberg"),
        ("As announced in", "a long Mastodon post on March 9, 2025"),
        ("According to", "estimates from industry observers"), ("wrote", "person:ngozi achterberg"),
        ("according to", "org:international maritime organization"), ("as per", "org:deloitte"),
        ("according to", "org:pitchbook"), ("as detailed in", "product:harbourbot"),
        ("according to", "org:forrester"), ("per", "org:statista"),
    ],
    "vague": {"estimates from industry observers"},
    "years": {"March 27, 2026", "March 27, 2025"},
}  # fmt: skip
MALARIAWATCH = {
    "people": {"Wanjiru Kibet", "Olumide Fashola", "Mirela Stanescu", "Pauline Auma"},
    "organizations": {
        "Orsova Institute", "Kenya Medical Research Institute", "World Health Organization", "Gavi",
        "Lindqvist Foundation", "Brightwater Analytics", "Vellum Health", "Ministry of Health",
        "Helix Diagnostics", "Pfizer", "Sanofi", "Institute for Health Metrics",
        "Doctors Without Borders", "University of Nairobi", "Bluesky", "Fever Ledger",
    },
    "mistaken": set(),
    "handle": ("@wkibet", "person:wanjiru kibet"),
    "attributions": [
        ("told", "person:wanjiru kibet"), ("source", "person:wanjiru kibet"),
        ("wrote", "person:wanjiru kibet"), ("expects", "person:wanjiru kibet"),
        ("per", "org:kenya medical research institute"),
        ("As described in", "a Bluesky post on December 3, 2025"),
        ("according to", "person:wanjiru kibet"), ("said", "org:world health organization"),
        ("noted", "person:olumide fashola"), ("said", "person:olumide fashola"),
        ("according to", "org:brightwater analytics"), ("reported", "org:vellum health"),
        ("say", "Analysts"), ("explained", "org:ministry of health"),
        ("announced", "org:helix diagnostics"), ("as documented in", "product:malariawatch"),
        ("suggest", "org:institute for health metrics"), ("said", "person:mirela stanescu"),
        ("promised", "the two engineers"),
    ],
    "vague": {"Analysts"},
    "years": {"January 15, 2026", "January 15, 2025"},
}  # fmt: skip
pytestmark = pytest.mark.parametrize(
    ("page", "expected"),
    [("harbourbot", HARBOURBOT), ("malariawatch", MALARIAWATCH)],
    ids=["harbourbot", "malariawatch"],
)


@pytest.fixture(scope="session")
def tagger():
    return ModelTagger()


@pytest.fixture
def reading(tagger, page):
    document = parse_plain((PAGES / f"{page}.txt").read_text(encoding="utf-8"))
    return document, extract(document, tagger=tagger)


def named(extraction, kind):
    return {one.name for one in extraction.mentions if one.kind is kind}


def test_it_finds_the_people_and_nobody_else(reading, expected):
    assert named(reading[1], Kind.PERSON) == expected["people"]


def test_it_finds_the_organizations_with_the_known_mistakes(reading, expected):
    found = named(reading[1], Kind.ORG)

    assert expected["organizations"] <= found
    assert found - expected["organizations"] <= expected["mistaken"]


def test_the_handle_is_the_person_of_the_card(reading, expected):
    words, key = expected["handle"]
    keys = {one.key for one in reading[1].mentions if one.text == words}

    assert keys == {key}


def test_every_name_has_one_kind_and_every_span_its_words(reading, expected):
    document, extraction = reading
    kinds = Counter({(one.text, one.kind) for one in extraction.mentions})

    assert len({text for text, _ in kinds}) == len(kinds)
    assert all(document.text[one.start : one.end] == one.text for one in extraction.mentions)


def test_every_statement_rests_on_whom_it_names(reading, expected):
    found = [
        (one.cue.text, one.source.key or one.source.text)
        for one in sorted(reading[1].citations, key=lambda one: one.cue.start)
    ]

    assert found == expected["attributions"]


def test_nobody_in_particular_is_a_vague_source(reading, expected):
    vague = {one.source.text for one in reading[1].citations if one.source.type is SourceType.VAGUE}

    assert vague == expected["vague"]


def test_it_finds_both_questions(reading, expected):
    assert len(reading[1].faq) == 2


def test_it_reports_the_contradiction_of_years_and_the_poor_stamp(reading, expected):
    document, extraction = reading
    findings = {one.code: one for one in check(document, extraction)}
    spans = findings["conflicting-years"].spans

    assert {document.text[span.start : span.end] for span in spans} == expected["years"]
    assert {"no-author", "vague-source", "ambiguous-stamp", "stamp-without-zone"} <= findings.keys()
