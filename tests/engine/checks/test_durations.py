import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


@pytest.mark.parametrize(
    "text",
    [
        "She ran the harbour from 2011 to 2015, nine years in all.",
        "The bridge was shut from March 2021 until June 2022, a four-year closure.",
        "The fair runs from 3 May 2025 to 5 May 2025, nine days.",
    ],
)
def test_a_length_of_time_must_fit_its_end_points(text):
    assert len(findings(text)[Code.DURATION_DIFFERS]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "She ran the harbour from 2011 to 2015, four years in all.",
        "She ran the harbour from 2011 to 2015, five years in all.",
        "The bridge was shut from March 2021 until June 2022, a one-year closure.",
        "She ran the harbour from 2011 to 2015. She left nine years ago.",
        "She ran the harbour from 2011 to 2015 and the mill from 2016 to 2018. The nine years were good.",
        "The fair runs from 3 May 2025 to 5 May 2025, three days.",
        "She ran the harbour from 2011 to 2015. The next nine years were quiet.",
    ],
)
def test_other_lengths_are_no_finding(text):
    assert Code.DURATION_DIFFERS not in findings(text)
