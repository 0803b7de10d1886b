import json
from decimal import Decimal

import pytest

from articles.engine import types
from articles.engine.reporting import as_json

DOCUMENT = types.Document(text="Ana said 5% by 2024. Why? So.")
MENTION = types.Mention(
    0, 3, "Ana", types.Kind.PERSON, "Ana Berg", "person:ana berg", 0.61234, "card", "why"
)
CITATION = types.Citation(
    0,
    20,
    types.CitationKind.PARAPHRASE,
    types.Cue(4, 8, "said"),
    types.CitedSource(0, 3, "Ana", types.SourceType.PERSON, "person:ana berg"),
    (types.Span(9, 19),),
    types.Medium.POST,
)
FIGURE = types.Figure(9, 11, "5%", Decimal(5), "percent", as_of="2024")
EXTRACTION = types.Extraction(
    (MENTION,),
    (CITATION,),
    (FIGURE,),
    (types.DateMention(15, 19, "2024", "2024", "year"),),
    (types.FaqPair(types.Span(21, 25), types.Span(26, 29)),),
)
FINDING = types.Finding("no-author", types.Severity.WARNING, "No author.", (types.Span(0, 3),))


def report(extraction=EXTRACTION, findings=(FINDING,)):
    engine = {"version": "1", "model": "table 1"}
    return json.loads(json.dumps(as_json("a.txt", DOCUMENT, extraction, findings, engine)))


def test_it_prints_every_part_in_the_promised_form():
    assert report() == {
        "id": "a.txt",
        "text": DOCUMENT.text,
        "engine": {"version": "1", "model": "table 1"},
        "language": "en",
        "mentions": [
            {
                "start": 0,
                "end": 3,
                "text": "Ana",
                "type": "PERSON",
                "name": "Ana Berg",
                "key": "person:ana berg",
                "score": 0.612,
                "method": "card",
            }
        ],
        "citations": [
            {
                "start": 0,
                "end": 20,
                "kind": "paraphrase",
                "cue": {"start": 4, "end": 8, "text": "said"},
                "source": {
                    "start": 0,
                    "end": 3,
                    "text": "Ana",
                    "type": "PERSON",
                    "key": "person:ana berg",
                },
                "content": [{"start": 9, "end": 19}],
                "medium": "post",
                "date": None,
                "url": None,
            }
        ],
        "figures": [
            {
                "start": 9,
                "end": 11,
                "text": "5%",
                "value": 5,
                "unit": "percent",
                "qualifier": None,
                "measures": None,
                "as_of": "2024",
                "horizon": None,
                "kind": "",
                "per": None,
            }
        ],
        "dates": [
            {
                "start": 15,
                "end": 19,
                "text": "2024",
                "iso": "2024",
                "granularity": "year",
                "ambiguous": False,
                "qualifier": None,
            }
        ],
        "faq": [{"question": {"start": 21, "end": 25}, "answer": {"start": 26, "end": 29}}],
        "findings": [
            {
                "code": "no-author",
                "severity": "warning",
                "message": "No author.",
                "spans": [[0, 3]],
            }
        ],
    }


@pytest.mark.parametrize(("value", "printed"), [("15.7e12", 15700000000000), ("0.5", 0.5)])
def test_it_prints_numbers_as_numbers(value, printed):
    figure = types.Figure(0, 1, "x", Decimal(value), "USD")

    assert report(types.Extraction(figures=(figure,)), ())["figures"][0]["value"] == printed


def test_a_citation_may_have_no_source_and_no_medium():
    citation = types.Citation(0, 1, types.CitationKind.REFERENCE, types.Cue(0, 1, "A"), None, ())
    printed = report(types.Extraction(citations=(citation,)), ())["citations"][0]

    assert (printed["source"], printed["medium"], printed["content"]) == (None, None, [])
