import pytest

from articles.engine.evaluation.gold import Specified
from articles.engine.evaluation.specifications import is_date_value, is_figure_value, score
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
        ("2012", {"timex": "x", "Mod": "since", "start": "2012-01-01"}, False),
        ("P3D", {"timex": "P3D", "value": "259200"}, True),
        ("2016-11-07T07:00", {"timex": "x", "value": "2016-11-07 07:00:00"}, True),
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


def specification(text, model, *expected, **found):
    specified = [
        Specified(*place(text, words), type_, tuple(values)) for words, type_, values in expected
    ]
    return judged(text, model=model, specified=specified, **found)


def test_a_specification_is_right_as_a_whole():
    text = "from 4 May 2019 and June 2019"
    day = {"timex": "2019-05-04", "value": "2019-05-04"}
    month = {"timex": "2019-06", "start": "2019-06-01", "end": "2019-07-01"}
    expected = [("4 May 2019", "date", [day]), ("June 2019", "daterange", [month])]
    both = [dated(text, "4 May 2019", "2019-05-04"), dated(text, "June 2019", "2019-06")]
    outcomes = score(
        [
            specification(text, "date", *expected, dates=both),
            specification(text, "date", *expected, dates=both[:1]),
        ]
    )

    assert summed(outcomes, "dates, fully right") == (0, 0, 1, 2)
    assert summed(outcomes, "in scope, fully right") == (0, 0, 1, 2)
    assert summed(outcomes, "date date, spans") == (0, 0, 2, 2)
    assert summed(outcomes, "date daterange, spans") == (0, 0, 1, 2)
    assert outcomes[1].missed[0].startswith("June 2019 = ")


def test_nothing_may_be_found_where_nothing_is():
    text = "it was 5 and $5"
    outcomes = score(
        [
            specification(text, "date", dates=[dated(text, "5", "2005")]),
            specification(text, "currency", figures=[figure(text, "$5", 5, "USD")]),
            specification(text, "dimension", figures=[figure(text, "$5", 5, "USD")]),
        ]
    )

    assert summed(outcomes, "in scope, fully right") == (0, 0, 1, 3)


def test_times_of_day_are_counted_beside_and_other_models_not_at_all():
    text = "at 7"
    outcomes = score(
        [
            specification(text, "date", ("at 7", "time", [{"timex": "T07"}])),
            specification(text, "ordinal", ("7", "ordinal", [{"value": "7"}])),
        ]
    )

    assert summed(outcomes, "in scope, fully right") == (0, 0, 0, 0)
    assert summed(outcomes, "with times of day") == (0, 0, 0, 1)
    assert outcomes[1].counts == {}
