"""Whatever arrives, the engine answers, and what it answers stands in the text."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from articles.engine.checks import check
from articles.engine.checks.codes import Code
from articles.engine.extraction import extract
from articles.engine.parsing import parse, parse_plain
from articles.engine.reporting import as_json
from articles.engine.tagging.model import ModelTagger
from articles.engine.types import Format
from tests.engine.fakes import TableTagger

PUBLISHED = dt.datetime(2025, 3, 11, 9, 30, tzinfo=dt.UTC)
STORY = (
    "Ferry stops at Port Ada\n\nOn 3 May 2024 the Ada Line stopped its ferry, said Jane Stone. "
    "“Nobody was hurt,” she added. According to the Harbour Board, 212 people were aboard."
)
TEXTS = {
    "emoji": STORY.replace(" ", " 🚢 "),
    "families": STORY + " 👩‍👩‍👧‍👦" * 200,
    "flags and tags": "🏴\U000e0067\U000e0062\U000e007f " * 100 + STORY,
    "combining marks": STORY.replace("e", "e\u0301"),
    "a tower of marks": "Z" + "\u0301" * 5_000 + " " + STORY,
    "right to left": "\u202e" + STORY + "\u202c \u05e9\u05dc\u05d5\u05dd " * 50,
    "CR LF": STORY.replace("\n", "\r\n"),
    "old Mac line ends": STORY.replace("\n", "\r"),
    "line separators": STORY.replace(" ", "\u2028"),
    "entities as words": STORY.replace("“", "&ldquo;").replace(" ", "&nbsp;"),
    "soft hyphens": STORY.replace("er", "e\u00adr"),
    "zero widths": STORY.replace(" ", "\u200b \ufeff"),
    "all in capitals": STORY.upper(),
    "all in small letters": STORY.lower(),
    "no punctuation": "".join(sign for sign in STORY if sign.isalnum() or sign == " ") * 40,
    "one endless word": "Ada" * 20_000,
    "one endless line": STORY.replace("\n", " ") * 300,
    "nothing but quotation marks": "“”\"'‘’«»" * 500,
    "open quotations": "“Nobody said Jane Stone, “" * 400,
    "nested brackets": "(source: " * 1_000 + ")" * 1_000,
    "saying and saying": "Jane Stone said Jane Stone said " * 500,
    "numbers": "1,000,000,000,000 99.9% €1e999 $0x7f ½ ٣٤٥ 一二三 " * 200,
    "monstrous numbers": "9" * 5_000 + "% and $" + "9" * 5_000 + " billion trillion",
    "impossible dates": "31 February 2023, 99/99/9999, 0000-00-00, 29 February 2023, 24:61 UTC. "
    * 50,
    "Chinese": "渡轮在2024年5月3日停止了航行，部长说：“没有人受伤。”" * 50,  # noqa: RUF001 - its own punctuation
    "Arabic": "قال الوزير إن العبارة توقفت في الثالث من مايو 2024. " * 50,
    "German": "Die Fähre blieb am 3. Mai 2024 im Hafen liegen, sagte Ministerin Anna Kolb. " * 30,
    "tags in words": STORY.replace("ferry", "<script>alert(1)</script>"),
    "a regular expression": r"(a+)+$ [^\]]*? (?P<x>.) \b\B " * 300,
    "an injection": "'; DROP TABLE articles_mention; -- " * 100,
    "private use": "\ue000\uf8ff\U0010fffd " * 200,
}


@pytest.fixture(scope="module")
def tagger():
    return ModelTagger()


def read(document, tagger):
    extraction = extract(document, tagger=tagger, published=PUBLISHED)
    findings = check(document, extraction, published=PUBLISHED)
    return extraction, as_json("x", document, extraction, findings, {})


def assert_it_stands_in_the_text(found, text):
    for one in (*found["mentions"], *found["figures"], *found["dates"]):
        assert text[one["start"] : one["end"]] == one["text"]
    for one in found["citations"]:
        for span in (one, *one["content"], one["cue"], *filter(None, [one["source"]])):
            assert 0 <= span["start"] <= span["end"] <= len(text)
    for finding in found["findings"]:
        assert all(0 <= start <= end <= len(text) for start, end in finding["spans"])


@pytest.mark.parametrize("name", TEXTS)
def test_what_it_finds_stands_in_the_text(tagger, name):
    document = parse_plain(TEXTS[name])
    _, found = read(document, tagger)

    assert found["text"] == TEXTS[name]
    assert_it_stands_in_the_text(found, document.text)


@pytest.mark.slow
def test_it_reads_a_megabyte(tagger):
    document = parse_plain((STORY + "\n\n") * (1_000_000 // len(STORY)))
    extraction, found = read(document, tagger)

    assert {one.name for one in extraction.mentions} >= {"Jane Stone"}
    assert_it_stands_in_the_text(found, document.text)


def test_entities_and_line_ends_of_markup_are_read_as_what_they_mean(tagger):
    html = "<p>On 3&nbsp;May 2024, Jane&nbsp;Stone said:\r\n&ldquo;Nobody was hurt.&rdquo;</p>"
    document = parse(html, format=Format.HTML)
    extraction, found = read(document, tagger)

    assert [one.iso for one in extraction.dates] == ["2024-05-03"]
    assert "Jane Stone" in {one.name for one in extraction.mentions}
    assert_it_stands_in_the_text(found, document.text)


@pytest.mark.parametrize(("name", "noted"), [("German", True), ("Chinese", True), ("CR LF", False)])
def test_it_notes_what_is_not_english(tagger, name, noted):
    _, found = read(parse_plain(TEXTS[name]), tagger)

    assert (Code.NOT_ENGLISH in {one["code"] for one in found["findings"]}) is noted


def test_in_another_language_it_names_only_what_it_is_sure_of(tagger):
    extraction, _ = read(parse_plain(TEXTS["German"]), tagger)

    assert "Anna Kolb" in {one.name for one in extraction.mentions}
    assert "Fähre" not in {one.name for one in extraction.mentions}


PIECES = st.sampled_from(
    ["Ada", "Stone", "said", "“", "”", '"', "’", "(", ")", "source:", "according to", "per", "3",
     "May", "2024", "%", "$", "12", "million", "@ada", ".", ",", ":", "\n", " ", "\u0301", "🚢", "Q:",
     "the report", "Tuesday", "from", "to", "-", "–", "aged", "born", "she", "Inc."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map(" ".join).filter(str.strip))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_words_of_news_in_any_order_never_stop_it(text):
    document = parse_plain(text)
    _, found = read(document, TableTagger(PERSON=["Ada", "Ada Stone"], ORG=["Inc."]))

    assert_it_stands_in_the_text(found, document.text)
