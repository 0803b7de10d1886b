import datetime as dt
from dataclasses import replace

import pytest

from articles.engine.evaluation.gold import Specified, read_gold
from articles.engine.evaluation.specifications import (
    is_date_value,
    is_figure_value,
    score,
    score_specification,
)
from articles.engine.recognizers.figures import Kind
from tests.engine.evaluation.judged import dated, figure, judged, place, summed


@pytest.mark.parametrize(
    ("iso", "value", "right"),
    [
        ("2019-01-04", {"timex": "2019-01-04", "value": "2019-01-04"}, True),
        ("2019-01-04", {"timex": "XXXX-01-04", "value": "2019-01-04"}, True),
        ("2018-01-04", {"timex": "XXXX-01-04", "value": "2019-01-04"}, False),
        ("2019-01", {"timex": "XXXX-01-04", "value": "2019-01-04"}, False),
        ("2017-04", {"timex": "x", "start": "2017-04-01", "end": "2017-05-01"}, True),
        ("2017-04", {"timex": "x", "start": "2017-04-01", "end": "2017-06-01"}, False),
        ("2019/2021", {"timex": "x", "start": "2019-01-01", "end": "2021-01-01"}, True),
        ("2016-11-14/2016-11-20", {"timex": "x", "start": "2016-11-14", "end": "2016-11-21"}, True),
        ("2016-11-14/2016-11-20", {"timex": "x", "start": "2016-11-14", "end": "2016-11-20"}, True),
        ("2012", {"timex": "2012", "Mod": "before", "end": "2012-01-01"}, True),
        ("2012", {"timex": "x", "Mod": "since", "start": "2012-01-01"}, True),
        ("2012", {"timex": "x", "Mod": "after", "start": "2012-01-01"}, False),
        ("2013", {"timex": "x", "Mod": "since", "start": "2012-01-01"}, False),
        ("P3D", {"timex": "P3D", "value": "259200"}, True),
        ("", {"timex": "x"}, False),
    ],
)
def test_a_date_is_right_with_one_of_its_values(iso, value, right):
    assert is_date_value(iso, value) is right


@pytest.mark.parametrize(
    ("model", "found", "unit", "value", "right"),
    [
        ("percent", 30, "percent", {"value": "30%"}, True),
        ("percent", 30, "", {"value": "30%"}, False),
        ("currency", 94_000, "USD", {"value": "94000", "unit": "Dollar"}, True),
        ("currency", 94_000, "EUR", {"value": "94000", "unit": "Dollar"}, False),
        ("currency", "0.45", "USD", {"value": "45", "unit": "Cent"}, True),
        ("currency", 5, "JPY", {"value": "5", "unit": "Japanese yen", "isoCurrency": "JPY"}, True),
        ("dimension", 10, "km/h", {"value": "10", "unit": "Kilometer per hour"}, True),
        ("dimension", 4, "pounds", {"value": "4", "unit": "Pound"}, True),
        ("dimension", 5, "km/h", {"value": "10", "unit": "Kilometer per hour"}, False),
        ("age", 3, "months", {"value": "3", "unit": "Month"}, True),
        ("age", 3, "years", {"value": "null", "unit": "Year"}, False),
    ],
)
def test_a_figure_is_right_with_its_number_and_unit(model, found, unit, value, right):
    assert is_figure_value(figure("it", "it", found, unit), value, model) is right


def specification(text, model, *expected):
    return {
        "id": "one",
        "text": text,
        "entities": [
            {
                "start": text.index(words),
                "end": text.index(words) + len(words),
                "type": type_,
                "text": words,
                "value": {"values": values} if model == "date" else values,
            }
            for words, type_, values in expected
        ],
        "meta": {"model": model, "ref": "2016-11-07T00:00:00"},
    }


DAY = ("4 May 2019", "datetimeV2.date", [{"timex": "2019-05-04", "value": "2019-05-04"}])
OTHER_DAY = ("4 May 2019", "datetimeV2.date", [{"timex": "2019-05-05", "value": "2019-05-05"}])
HOUR = ("7 p.m.", "datetimeV2.time", [{"timex": "T19", "value": "19:00:00"}])


@pytest.mark.parametrize(
    ("text", "model", "expected", "right"),
    [
        ("I left on 4 May 2019.", "date", [DAY], True),
        ("I left on 4 May 2019.", "date", [OTHER_DAY], False),
        ("I left on 4 May 2019.", "date", [], False),
        ("I left on 4 May 2019 and 6 May 2019.", "date", [DAY], False),
        ("I left early.", "date", [], True),
        ("I leave at 7 p.m.", "date", [HOUR], True),
    ],
)
def test_a_specification_is_right_as_a_whole(text, model, expected, right):
    assert score_specification(specification(text, model, *expected)) is right


def test_what_extract_finds_is_counted_beside():
    text = "I left on 4 May 2019."
    specified = read_gold(specification(text, "date", DAY)).specified
    published = dt.datetime(2016, 11, 7)  # noqa: DTZ001 - specifications have no zone
    both = [
        judged(text, model="date", specified=specified, published=published, dates=found)
        for found in ([dated(text, "4 May 2019", "2019-05-04")], [])
    ]
    outcomes = score(both)

    assert summed(outcomes, "dates and periods, fully right") == (0, 0, 2, 2)
    assert summed(outcomes, "dates and periods, as extract finds them") == (0, 0, 1, 2)


@pytest.mark.parametrize(
    ("words", "value", "found", "right"),
    [
        (
            "from 2014 to 2018",
            {"start": "2014-01-01", "end": "2018-01-01"},
            [("2014", "2014"), ("2018", "2018")],
            1,
        ),
        ("from 2014 to 2018", {"start": "2014-01-01", "end": "2018-01-01"}, [("2014", "2014")], 0),
        ("since May", {"start": "2016-05-01", "Mod": "since"}, [("May", "2016-05")], 1),
        ("before May", {"end": "2017-05-01", "Mod": "before"}, [("May", "2016-05")], 0),
    ],
)
def test_two_ends_are_a_range_and_prepositions_are_left_out(words, value, found, right):
    text = f"I was there {words}."
    expected = (Specified(*place(text, words), "daterange", (value,)),)
    mentions = [dated(text, *one) for one in found]
    outcomes = score([judged(text, model="date", specified=expected, dates=mentions)])

    assert summed(outcomes, "dates and periods, as extract finds them") == (0, 0, right, 1)


def test_figures_are_those_of_the_model():
    text = "it cost $5"
    five = replace(figure(text, "$5", 5, "USD"), kind=Kind.MONEY)
    specified = (Specified(*place(text, "$5"), "currency", ({"value": "5", "unit": "Dollar"},)),)
    outcomes = score(
        [
            judged(text, model=model, specified=expected, figures=[five])
            for model, expected in (("currency", specified), ("dimension", ()), ("ordinal", ()))
        ]
    )

    assert summed(outcomes, "in scope, fully right") == (0, 0, 2, 2)
    assert outcomes[2].counts == {}
