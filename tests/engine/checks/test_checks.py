import datetime as dt

import pytest

from articles.engine.checks import Code, check
from articles.engine.extraction import extract
from articles.engine.types import Document, Extraction, Link, Metadata, Severity, Stamp
from tests.engine.fakes import TableTagger

TAGGER = TableTagger(PERSON=["Ana Berg"], ORG=["Vellum Health"], PRODUCT=["FeverMap"])
MORNING = dt.datetime.fromisoformat("2025-05-06T08:00")
SIGNED = Metadata(authors=("Bo Quill",))


def findings(text, *, metadata=SIGNED, published=None, **document):
    read = Document(text=text, metadata=metadata, **document)
    found = check(read, extract(read, tagger=TAGGER), published=published)
    assert all(one.message for one in found)
    return {one.code: [text[span.start : span.end] for span in one.spans] for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg resigns effective May 6, 2025. Ana Berg is stepping down on May 6, 2024.",
        "Ana Berg announced it on 6 May 2025.\n\nVellum Health said that Ana Berg announced it on 6 May 2024.",
    ],
)
def test_one_event_on_one_day_of_two_years_is_a_contradiction(text):
    passages = findings(text)[Code.CONFLICTING_YEARS]

    assert len(passages) == 2
    assert {passage[-4:] for passage in passages} == {"2024", "2025"}


def test_one_founding_in_two_years_is_a_contradiction():
    text = "Vellum Health was founded in 2012. The firm grew. Vellum Health, founded in 2014, sells maps."

    assert findings(text)[Code.CONFLICTING_YEARS] == [
        "founded in 2012",
        "founded in 2014",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg resigned on May 6, 2025. Ana Berg was born on May 6, 1960.",
        "Ana Berg resigned on May 6, 2025. On May 6, 2024 it rained.",
        "Ana Berg announced it on May 6, 2025, a year after the announcement of May 6, 2024, its anniversary.",
        "Ana Berg left on May 6, 2025. Vellum Health closed its exit on May 6, 2024.",
        "Ana Berg resigned on May 6, 2025. Ana Berg resigned on May 6, 2025.",
        "Vellum Health was founded in 2012. FeverMap was founded in 2014.",
        "",
    ],
)
def test_two_years_for_two_things_are_no_contradiction(text):
    assert Code.CONFLICTING_YEARS not in findings(text)


def test_the_stamp_is_compared_with_the_day_of_the_news():
    stamp = Stamp("5/6/2025 8:00 AM", ambiguous=True)
    text = "5/6/2025 8:00 AM\n\nAna Berg announced on May 6, 2024 that she leaves."
    metadata = Metadata(authors=("Bo Quill",), published=stamp)

    assert findings(text, metadata=metadata)[Code.STAMP_YEAR_DIFFERS] == [
        "5/6/2025 8:00 AM",
        "May 6, 2024",
    ]


@pytest.mark.parametrize(
    ("published", "differs"),
    [(dt.date(2025, 5, 6), True), (dt.date(2024, 5, 6), False), (dt.date(2025, 5, 7), False)],
)
def test_a_known_publication_date_serves_as_stamp(published, differs):
    found = findings("Ana Berg announced it on May 6, 2024.", published=published)

    assert (Code.STAMP_YEAR_DIFFERS in found) is differs


def test_a_source_without_link_and_a_vague_one_are_told_apart():
    text = "It rained a lot in May, according to Vellum Health. It rained a lot in June, according to experts."
    found = findings(text)

    assert found[Code.ATTRIBUTION_WITHOUT_LINK][0] == "Vellum Health"
    assert found[Code.VAGUE_SOURCE][0] == "experts"


def test_a_linked_source_is_no_finding():
    text = "It rained a lot in May, according to Vellum Health."
    link = Link(text.index("Vellum"), len(text) - 1, "https://vellum.example/")

    assert findings(text, links=(link,)) == {}


def test_a_missing_author_is_a_finding_and_an_empty_page_is_none():
    assert Code.NO_AUTHOR in findings("It rained.", metadata=Metadata())
    assert findings("", metadata=Metadata()) == {}


@pytest.mark.parametrize(
    ("stamp", "codes"),
    [
        (Stamp("May 6, 2025 8:00", MORNING), {Code.STAMP_WITHOUT_ZONE}),
        (Stamp("5/6/2025", ambiguous=True), {Code.AMBIGUOUS_STAMP, Code.STAMP_WITHOUT_ZONE}),
        (Stamp("x", MORNING, MORNING.replace(tzinfo=dt.UTC)), set()),
    ],
)
def test_a_stamp_must_say_which_moment_it_means(stamp, codes):
    metadata = Metadata(authors=("Bo Quill",), updated=stamp)

    assert set(findings("It rained.", metadata=metadata)) == codes


def test_one_share_of_two_groups_is_a_finding():
    text = "FeverMap has over 70% adoption among nurses. FeverMap reached 70 percent adoption in the trade."

    assert len(findings(text)[Code.DIFFERING_BASES]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "FeverMap has 70% adoption among nurses. FeverMap has 60% adoption in the trade.",
        "FeverMap has 70% adoption among nurses. FeverMap has 70% adoption among all nurses.",
        "FeverMap has 70% adoption among nurses. Vellum Health has 70% adoption in the trade.",
    ],
)
def test_other_shares_are_no_finding(text):
    assert Code.DIFFERING_BASES not in findings(text)


def test_the_gravest_come_first():
    text = "Ana Berg left on May 6, 2025. Ana Berg left on May 6, 2024, according to experts and Vellum Health."
    read = Document(text=text)
    severities = [one.severity for one in check(read, extract(read, tagger=TAGGER))]

    assert severities[0] is Severity.ERROR
    assert severities == sorted(severities, key=list(Severity).index)


def test_the_table_of_codes_is_complete():
    table = Code.__doc__.split()

    assert all(code in table for code in Code)


def test_rules_for_english_leave_other_languages_alone():
    text = "Das Ministerium sagte, am Tuesday, 12 March 2025, sei alles gut."
    german = Extraction(dates=extract(Document(text=text), tagger=TAGGER).dates, language="de")
    codes = {one.code for one in check(Document(text=text), german)}

    assert codes == {Code.NO_AUTHOR, Code.NOT_ENGLISH}
