"""The grammar of attributions: what is said, by whom, and what is no attribution at all."""

import pytest

from articles.engine.types import CitationKind, Link, Medium, SourceType
from tests.engine.recognizers.citations.marked import read, recognize, words

UNITS = [
    ("According to [Ana Berg], {the river rose}.", "paraphrase", "PERSON"),
    ("According to [Ana Berg], a pilot in Oslo, {the river rose}.", "paraphrase", "PERSON"),
    ("{The river rose}, according to its author, [Ana Berg].", "paraphrase", "PERSON"),
    ("{The river rose by a metre in a day}, according to [Vellum Health].", "paraphrase", "ORG"),
    ("{The river rose by a metre in a day}, according to [a survey].", "reference", "DOCUMENT"),
    ("{The river rose}, according to [a survey of 2,000 people].", "reference", "DOCUMENT"),
    ("{The river rose by a metre in a day}, as per [figures of the Orsova Institute].", "reference", "ORG"),
    ("{The river rose by a metre}, per [Orsova Institute reports], with fields flooded.", "reference", "ORG"),
    ("{The river rose by a metre in a day} (source: [Mastodon/@ana]).", "reference", "HANDLE"),
    ("{The river rose by a metre in a day}, as [Ana Berg] noted in her report.", "reference", "PERSON"),
    ("{The river rose}, as [Ana Berg] has pointed out.", "paraphrase", "PERSON"),
    ("The river was {“a beast,”} as [Berg] put it.", "quotation", "PERSON"),
    ("As announced in [a post], {the river rose}.", "reference", "DOCUMENT"),
    ("{The tool maps every fever by the hour}, as detailed in [the FeverMap documentation].", "reference", "DOCUMENT"),
    ("According to [industry experts], {the river rose}.", "paraphrase", "VAGUE"),
    ("According to [reports from industry analyses], {the river rose}.", "reference", "VAGUE"),
    ("{The river}, according to [Ana Berg], {rose by a metre}.", "paraphrase", "PERSON"),
    ("In [Berg]'s view, {the river rose}.", "paraphrase", "PERSON"),
    ("The dam held; {the river rose}, according to [Ana Berg].", "paraphrase", "PERSON"),
    ("OSLO, May 6, 2024 — {The river rose by a metre}, according to [Vellum Health].", "paraphrase", "ORG"),
]  # fmt: skip
VERBS = [
    ("[Ana Berg] said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] said on Monday that {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] said in a statement that {the river rose}.", "paraphrase", "PERSON"),
    ("{The river rose}, [Ana Berg] said in an interview.", "paraphrase", "PERSON"),
    ("{The river rose by a metre}, [Ana Berg] said on Monday, after a day of rain.", "paraphrase", "PERSON"),
    ("{“The river rose by a metre,”} [Ana Berg] said.", "quotation", "PERSON"),
    ("{“The river rose by a metre,”} said [Ana Berg], a pilot.", "quotation", "PERSON"),
    ("{“The river rose by a metre,”} said the mayor of Oslo, [Ana Berg].", "quotation", "PERSON"),
    ("{“The river rose by a metre,”} said one of them, the pilot [Ana Berg].", "quotation", "PERSON"),
    ("{“The river rose by a metre,”} said [the 24-year-old from Oslo].", "quotation", "VAGUE"),
    ('{"The river rose by a metre,"} she told reporters. [Ana Berg]', "quotation", None),
    ("{“The river rose,”} [Ana Berg] said, {“and nobody slept.”}", "quotation", "PERSON"),
    ("{The river}, [Ana Berg] said, {would rise again}.", "paraphrase", "PERSON"),
    ("[Ana Berg], who runs the ferry, told the court that {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] (a pilot) said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] — a pilot — said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg], of Oslo, said {the river rose}.", "paraphrase", "PERSON"),
    ("Its owner, the pilot [Ana Berg], said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] of the Lake Authority said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg], a pilot, announced {her departure from the ferry}.", "paraphrase", "PERSON"),
    ("[Vellum Health] criticized {the new rules on ferries}.", "paraphrase", "ORG"),
    ("[Vellum Health] asked {residents to stay at home}.", "paraphrase", "ORG"),
    ("[Ana Berg] called {the plan “a farce on wheels”}.", "paraphrase", "PERSON"),
    ("[Ana Berg] described {it as a farce}.", "paraphrase", "PERSON"),
    ("[The survey] found that {rivers rise}.", "reference", "DOCUMENT"),
    ("[A spokeswoman for the ferry] said {the river rose}.", "paraphrase", "PERSON"),
    ("[A brother of Berg] said {the river rose}.", "paraphrase", "PERSON"),
    ("[A spokesman for Vellum Health] said {the river rose}.", "paraphrase", "PERSON"),
    ("[Researchers at the Orsova Institute] said {the river rose}.", "paraphrase", "ORG"),
    ("[People familiar with the talks] said {the river rose}.", "paraphrase", "VAGUE"),
    ("[A diplomat] who follows energy said {the river rose}.", "paraphrase", "PERSON"),
    ("[Analysts] say {the river will rise}.", "paraphrase", "VAGUE"),
    ("[Berg] was quoted as saying {the river rose}.", "paraphrase", "PERSON"),
    ("[Berg] is confident that {the river rose}.", "paraphrase", "PERSON"),
    ("Nobody took up [Berg]'s claim that {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg], a pilot, once of the Lake Authority, said {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] used to say {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] said at a fair in the hills of Oslo that {the river rose}.", "paraphrase", "PERSON"),
    ("[Ana Berg] said that, {if asked, she would row}.", "paraphrase", "PERSON"),
    ("{Rain fell}, [Ana Berg] told the Lake Authority (LA) on Monday.", "paraphrase", "PERSON"),
    ("{Even if the dam holds}, [Berg] said, {the river will rise}.", "paraphrase", "PERSON"),
    ("[Vellum Health] put {the cost at nine crowns}.", "paraphrase", "ORG"),
    ("[A team from Oslo] that climbed the dam found that {it leaked}.", "paraphrase", "ORG"),
    ("[Small ferries] say {they will pay twice}.", "paraphrase", "VAGUE"),
    ("[A spokeswoman] there said {the river rose}.", "paraphrase", "PERSON"),
    ("[Another slide] shows that {the river rose}.", "reference", "DOCUMENT"),
    ("[The latest poll released] Monday shows that {the river rose}.", "reference", "DOCUMENT"),
    ("[Two people close to it] said {the river rose}.", "paraphrase", "VAGUE"),
]  # fmt: skip
SPEECH = [
    ("[Bo Quill]: {“The river rose and nobody slept.”}", "quotation", "PERSON"),
    ("[Bo Quill]: {Dam is safe for now}", "paraphrase", "PERSON"),
    ("[Ana Berg] was firm: {“The river rose and nobody slept.”}", "quotation", "PERSON"),
    ("Said [Berg]: {“The river rose and nobody slept.”}", "quotation", "PERSON"),
    ("[Ana Berg] said:\n\n{“The river rose and nobody slept.”}", "quotation", "PERSON"),
    ("{“The river rose and nobody slept.”} — [Ana Berg]", "quotation", "PERSON"),
    ("{«The river rose by a metre,»} said [Ana Berg].", "quotation", "PERSON"),
    ("{‘The river rose by a metre,’} said [Ana Berg].", "quotation", "PERSON"),
    ("{''The river rose by a metre,''} said [Ana Berg].", "quotation", "PERSON"),
]


@pytest.mark.parametrize(("marked", "kind", "type_"), [*UNITS, *VERBS, *SPEECH])
def test_it_finds_source_and_content(marked, kind, type_):
    text, found, sources, contents = read(marked)
    citation = next(one for one in found if words(text, one) == contents)

    assert citation.kind == CitationKind(kind)
    if type_:
        assert (citation.source.text, citation.source.type) == (sources[0], SourceType(type_))


@pytest.mark.parametrize(
    "text",
    [
        "It costs two crowns per cent and ten per year, per person.",
        "As noted in Berlin, it was cold.",
        "The ship was said to be lost.",
        "She reports to Vellum Health.",
        "Market trends show a shift towards boats.",
        "Future outlook points to a shift towards boats.",
        "Berg's exit emphasizes the need for boats.",
        "“Ana Berg said the river rose,” read the sign of the play.",
        "As seen in the careful handover of the ferry.",
        "That is easier said than done.",
        "The claims of Berg and the reports of Quill were lost.",
        "Berg did not say whether the river rose.",
        "Berg will say that the river rose.",
        "Two pilots, who asked not to be named, left.",
        "The book “The River That Rose Again,” by Bo Quill, is long.",
        "The “river party” met.",
        "",
    ],
)
def test_it_takes_nothing_else_for_an_attribution(text):
    assert [(one.cue.text, one.source.text) for one in recognize(text)] == []


@pytest.mark.parametrize(
    ("text", "medium", "date"),
    [
        ("It rose, as per Orsova Institute reports from 2023.", Medium.REPORT, "2023"),
        ("It rose, according to Vellum Health data.", Medium.DATA, None),
        ("It rises, per Vellum Health forecasts from May 2024.", Medium.FORECAST, "2024-05"),
        ("As announced in a long Mastodon post on May 6, 2024, it rose.", Medium.POST, "2024-05-06"),
        ("It rose, according to surveys from the Lake Authority.", Medium.SURVEY, None),
        ("Berg said in a statement on May 6, 2024 that it rose.", Medium.STATEMENT, "2024-05-06"),
        ("Ana Berg tweeted that it rose.", Medium.POST, None),
        ("It works, as documented in official FeverMap documentation.", Medium.DOCUMENTATION, None),
        ("It rose, according to Ana Berg.", None, None),
    ],
)  # fmt: skip
def test_it_says_what_is_cited_and_when(text, medium, date):
    citation = recognize(text)[0]

    assert (citation.medium, citation.date) == (medium, date)


def test_two_words_in_marks_are_no_quotation():
    text = "Ana Berg said that the “river party” met."
    (citation,) = recognize(text)

    assert citation.kind is CitationKind.PARAPHRASE


def test_a_second_verb_takes_over_from_the_first():
    text = "Ana Berg said that the river rose and warned that the dam was old."
    first, second = recognize(text)

    assert words(text, first) == ["the river rose"]
    assert words(text, second) == ["the dam was old"]
    assert first.source == second.source


def test_a_participle_goes_on_with_the_speaker():
    text = "“The river rose by a metre,” Ana Berg said, adding that the dam was old."
    first, second = recognize(text)

    assert words(text, second) == ["the dam was old"]
    assert first.source == second.source


def test_content_ends_where_a_bracket_names_the_source():
    text = "Ana Berg announced her departure (source: Mastodon/@ana)."
    announced = next(one for one in recognize(text) if one.cue.text == "announced")

    assert words(text, announced) == ["her departure"]


def test_what_cites_a_source_has_the_content_of_its_verb():
    text = "Ana Berg said that the river rose, citing a survey."
    said, citing = recognize(text)

    assert words(text, said) == words(text, citing) == ["the river rose"]
    assert citing.source.text == "a survey"


def test_a_closing_verb_reports_the_whole_sentence():
    text = "A committee proposed a cut of nine crowns, two officials said."
    said = next(one for one in recognize(text) if one.cue.text == "said")

    assert words(text, said) == ["A committee proposed a cut of nine crowns"]


def test_hearsay_without_a_name_is_dropped_and_with_one_it_is_doubted():
    assert len(recognize("Ana Berg said she believed that the river rose.")) == 1
    outer, inner = recognize("Ana Berg said that Bo Quill believed that the river rose.")
    assert inner.score < outer.score


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
    (citation,) = recognize(text, links=links)

    assert citation.url == url


def test_every_citation_covers_its_sentence_and_gives_reasons():
    text = "One. It rained all day, according to Vellum Health. Two."
    (citation,) = recognize(text)

    assert text[citation.start : citation.end] == "It rained all day, according to Vellum Health."
    assert citation.reason
    assert 0 < citation.score <= 1
