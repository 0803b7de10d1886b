"""The grammar of attributions: in a sentence, [brackets] mark the source and {braces} the content.

The marks are removed before reading, so each case says in one line what must be found.
"""

import re

import pytest

from articles.engine.extraction import extract
from articles.engine.types import CitationKind, Document, Link, Medium, SourceType
from tests.engine.fakes import TableTagger

TAGGER = TableTagger(
    PERSON=["Ana Berg", "Bo Quill"],
    ORG=["Vellum Health", "Orsova Institute", "Lake Authority"],
    PRODUCT=["FeverMap"],
)
MARKS = re.compile(r"[\[\]{}]")


def read(marked, **document):
    """Return the text without marks, its citations, and the marked sources and contents."""
    text = MARKS.sub("", marked)
    sources = [MARKS.sub("", words) for words in re.findall(r"\[(.*?)\]", marked)]
    contents = [MARKS.sub("", words) for words in re.findall(r"\{(.*?)\}", marked)]
    found = extract(Document(text=text, **document), tagger=TAGGER).citations
    return text, found, sources, contents


@pytest.mark.parametrize(
    ("marked", "kind", "type_"),
    [
        ("According to [Ana Berg], {the river rose}.", "paraphrase", "PERSON"),
        ("{The river rose by a metre in a day}, according to [Vellum Health].", "paraphrase", "ORG"),
        ("{The river rose by a metre in a day}, according to [a survey].", "reference", "DOCUMENT"),
        ("{The river rose by a metre in a day}, as per [figures of the Orsova Institute].", "reference", "ORG"),
        ("{The river rose by a metre}, per [Orsova Institute reports], with fields flooded.", "reference", "ORG"),
        ("{The river rose by a metre in a day} (source: [Mastodon/@ana]).", "reference", "HANDLE"),
        ("{The river rose by a metre in a day}, as [Ana Berg] noted in her report.", "reference", "PERSON"),
        ("As announced in [a post], {the river rose}.", "reference", "DOCUMENT"),
        ("{The tool maps every fever by the hour}, as detailed in [the FeverMap documentation].", "reference", "DOCUMENT"),
        ("According to [industry experts], {the river rose}.", "paraphrase", "VAGUE"),
        ("According to [reports from industry analyses], {the river rose}.", "reference", "VAGUE"),
        ("{The river}, according to [Ana Berg], {rose by a metre}.", "paraphrase", "PERSON"),
        ("[Ana Berg] said {the river rose}.", "paraphrase", "PERSON"),
        ("[Ana Berg] said on Monday that {the river rose}.", "paraphrase", "PERSON"),
        ("{The river rose}, [Ana Berg] said in an interview.", "paraphrase", "PERSON"),
        ("{“The river rose by a metre,”} [Ana Berg] said.", "quotation", "PERSON"),
        ("{“The river rose by a metre,”} said [Ana Berg], a pilot.", "quotation", "PERSON"),
        ('{"The river rose by a metre,"} she told reporters. [Ana Berg]', "quotation", None),
        ("{“The river rose,”} [Ana Berg] said, {“and nobody slept.”}", "quotation", "PERSON"),
        ("[Ana Berg], who runs the ferry, told the court that {the river rose}.", "paraphrase", "PERSON"),
        ("[Ana Berg], a pilot, announced {her departure from the ferry}.", "paraphrase", "PERSON"),
        ("[Vellum Health] criticized {the new rules on ferries}.", "paraphrase", "ORG"),
        ("[The survey] found that {rivers rise}.", "reference", "DOCUMENT"),
        ("[A spokeswoman for the ferry] said {the river rose}.", "paraphrase", "PERSON"),
        ("[Analysts] say {the river will rise}.", "paraphrase", "VAGUE"),
        ("[Bo Quill]: {“The river rose and nobody slept.”}", "quotation", "PERSON"),
    ],
)  # fmt: skip
def test_it_finds_source_and_content(marked, kind, type_):
    text, found, sources, contents = read(marked)
    citation = found[0]

    assert [text[span.start : span.end] for span in citation.content] == contents
    assert citation.kind == CitationKind(kind)
    if type_:
        assert (citation.source.text, citation.source.type) == (sources[0], SourceType(type_))
    assert text[citation.source.start : citation.source.end] == citation.source.text
    assert text[citation.cue.start : citation.cue.end] == citation.cue.text


@pytest.mark.parametrize(
    "text",
    [
        "It costs two crowns per cent and ten per year, per person.",
        "As noted in Berlin, it was cold.",
        "The ship was said to be lost.",
        "She reports to Vellum Health.",
        "Market trends show a shift towards boats.",
        "“Ana Berg said the river rose,” read the sign of the play.",
        "As seen in the careful handover of the ferry.",
        "That is easier said than done.",
        "",
    ],
)
def test_it_takes_nothing_else_for_an_attribution(text):
    found = extract(Document(text=text), tagger=TAGGER).citations

    assert [(one.cue.text, one.source.text) for one in found] == []


@pytest.mark.parametrize(
    ("text", "medium", "date"),
    [
        ("It rose, as per Orsova Institute reports from 2023.", Medium.REPORT, "2023"),
        ("It rose, according to Orsova Institute data.", Medium.DATA, None),
        (
            "It rises, according to Vellum Health forecasts from May 2024.",
            Medium.FORECAST,
            "2024-05",
        ),
        (
            "As announced in a long Mastodon post on May 6, 2024, it rose.",
            Medium.POST,
            "2024-05-06",
        ),
        ("It rose, according to surveys from the Lake Authority.", Medium.SURVEY, None),
        (
            "Ana Berg said in a statement on May 6, 2024 that it rose.",
            Medium.STATEMENT,
            "2024-05-06",
        ),
        ("Ana Berg tweeted that it rose.", Medium.POST, None),
        ("It works, as documented in official FeverMap documentation.", Medium.DOCUMENTATION, None),
        ("It rose, according to Ana Berg.", None, None),
    ],
)
def test_it_says_what_is_cited_and_when(text, medium, date):
    citation = extract(Document(text=text), tagger=TAGGER).citations[0]

    assert (citation.medium, citation.date) == (medium, date)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ana Berg came. She said that it rose.", "person:ana berg"),
        ("Ana Berg came. Bo Quill sat. He said that it rose.", "person:bo quill"),
        ("Vellum Health grew. It said that it rose.", "org:vellum health"),
        ("Nobody came. She said that it rose.", ""),
        ("Ana Berg came. They said that it rose.", ""),
    ],
)
def test_a_pronoun_is_the_nearest_fitting_name(text, key):
    assert extract(Document(text=text), tagger=TAGGER).citations[0].source.key == key


def test_a_quotation_goes_on_in_its_paragraph_and_in_the_next():
    text = (
        "“The river rose by a metre,” Ana Berg said. “Nobody slept in the ferry house.”\n\n"
        "“It will rise again next year.”"
    )
    first, second = extract(Document(text=text), tagger=TAGGER).citations

    assert len(first.content) == 2
    assert (second.method, second.source.key) == ("same speaker", "person:ana berg")


def test_a_quotation_over_paragraphs_is_one():
    text = "Ana Berg said: “The river rose.\n\n“Nobody slept in the house.”"
    (citation,) = extract(Document(text=text), tagger=TAGGER).citations
    (content,) = citation.content

    assert text[content.start : content.end] == text[text.index("“") :]
    assert citation.kind is CitationKind.QUOTATION


def test_two_words_in_marks_are_no_quotation():
    text = "The “river party” met. Ana Berg said that the “river party” met."
    (citation,) = extract(Document(text=text), tagger=TAGGER).citations

    assert citation.kind is CitationKind.PARAPHRASE


def test_a_second_verb_takes_over_from_the_first():
    text = "Ana Berg said that the river rose and warned that the dam was old."
    first, second = extract(Document(text=text), tagger=TAGGER).citations

    assert [text[one.content[0].start : one.content[0].end] for one in (first, second)] == [
        "the river rose",
        "the dam was old",
    ]
    assert first.source == second.source


def test_content_ends_where_a_bracket_names_the_source():
    text = "Ana Berg announced her departure (source: Mastodon/@ana)."
    found = extract(Document(text=text), tagger=TAGGER).citations
    announced = next(one for one in found if one.cue.text == "announced")

    assert text[announced.content[0].start : announced.content[0].end] == "her departure"


@pytest.mark.parametrize(
    ("links", "url"),
    [
        ([Link(32, 45, "https://a.example/")], "https://a.example/"),
        ([Link(0, 8, "https://b.example/")], "https://b.example/"),
        ([Link(0, 4, "https://b.example/"), Link(5, 8, "https://c.example/")], None),
        ([Link(60, 70, "https://d.example/")], None),
        ([], None),
    ],
)
def test_it_takes_the_link_of_the_source_or_the_only_one_of_the_sentence(links, url):
    text = "It rained all day, according to Vellum Health. Other words stand here, far away."
    (citation,) = extract(Document(text=text, links=tuple(links)), tagger=TAGGER).citations

    assert citation.url == url


def test_every_citation_covers_its_sentence_and_gives_reasons():
    text = "One. It rained all day, according to Vellum Health. Two."
    (citation,) = extract(Document(text=text), tagger=TAGGER).citations

    assert text[citation.start : citation.end] == "It rained all day, according to Vellum Health."
    assert citation.reason
    assert 0 < citation.score <= 1
