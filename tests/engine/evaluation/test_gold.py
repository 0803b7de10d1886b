from decimal import Decimal

import pytest

from articles.engine.evaluation.gold import Counted, Named, Planted, Specified, read_gold
from articles.engine.types import Span

EXPORTED = {
    "id": "a001",
    "text": "x" * 100,
    "published": "2025-03-11T08:40:00+02:00",
    "entities": [{"start": 0, "end": 3, "type": "PERSON", "text": "xxx", "identity": "ana"}],
    "figures": [{"start": 4, "end": 6, "value": 0.5, "unit": "", "text": "xx"}],
    "dates": [{"start": 7, "end": 9, "iso": "2025", "text": "xx"}],
    "attributions": [{"id": 1, "source": [], "cue": [[1, 2]], "content": [[3, 4], [5, 6]]}],
    "faq": [{"question": {"start": 0, "end": 1}, "answer": {"start": 2, "end": 3}}],
    "contradictions": [{"code": "age-differs", "spans": [[1, 2], [3, 4]]}],
    "meta": {"split": "test"},
}


def test_it_reads_the_exported_form():
    gold = read_gold(EXPORTED)

    assert gold.names == (Named(0, 3, "PERSON", "ana"),)
    assert gold.figures == (Counted(4, 6, Decimal("0.5"), ""),)
    assert gold.attributions[0].content == (Span(3, 4), Span(5, 6))
    assert gold.contradictions == (Planted("age-differs", (Span(1, 2), Span(3, 4))),)
    assert gold.published.isoformat() == EXPORTED["published"]
    assert gold.specified is None


def test_what_a_line_does_not_annotate_is_none():
    gold = read_gold({"id": 1, "text": "x", "entities": []})

    assert gold.identifier == "1"
    assert gold.names == ()
    assert (gold.attributions, gold.dates, gold.figures, gold.contradictions) == (None,) * 4


def test_a_link_says_whom_a_name_means():
    entity = {"start": 0, "end": 1, "type": "ORG", "link": "FIFA", "coref": "3"}

    assert read_gold({"id": 1, "text": "x", "entities": [entity]}).names[0].entity == "FIFA"


def test_a_specification_is_no_text_with_names():
    row = {
        "id": "rec-date-0",
        "text": "May 2019.",
        "entities": [
            {
                "start": 0,
                "end": 8,
                "type": "datetimeV2.daterange",
                "value": {"values": [{"timex": "2019-05"}, {"timex": "2019"}]},
            }
        ],
        "meta": {"model": "date", "ref": "2016-11-07T00:00:00"},
    }
    gold = read_gold(row)

    assert gold.names is None
    assert gold.model == "date"
    assert gold.specified == (
        Specified(0, 8, "daterange", ({"timex": "2019-05"}, {"timex": "2019"})),
    )
    assert gold.published.year == 2016


@pytest.mark.parametrize(
    "row",
    [
        {},
        [],
        {"id": 1, "text": "x", "entities": [{"start": 0}]},
        {"id": 1, "text": "x", "published": "yesterday"},
        {"id": 1, "text": "x", "figures": [{"start": 0, "end": 1, "value": None, "unit": ""}]},
    ],
)
def test_another_line_is_refused(row):
    with pytest.raises(ValueError, match=r"not a line|Invalid isoformat"):
        read_gold(row)
