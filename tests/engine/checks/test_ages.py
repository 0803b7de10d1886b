import datetime as dt

import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings

PEOPLE = ["Ana Berg", "Berg", "Tom Ash", "Ash"]


def ages(text, **options):
    return findings(text, PERSON=PEOPLE, **options).get(Code.AGE_DIFFERS)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg, 51, keeps the lamp. Berg was born in Harrow in 1960.",
        "Ana Berg (51) keeps the lamp. Born in 1960, Berg came late.",
        "The lamp is kept by Ana Berg, who is 51. She was born on 3 May 1960.",
        "Ana Berg keeps the lamp. The 51-year-old from Harrow, born in 1960, came late.",
        "Ana Berg, 51, keeps the lamp. Nobody helps the 47-year-old Ana Berg.",
        "Ana Berg has died aged 51. Berg was born in March 1960.",
        "Ana Berg, born in 1960, took over at the age of 29, in the summer of 1996.",
        "Ana Berg, 51, keeps the lamp. Berg turned 40 in 1999.",
        "Ana Berg, in her late seventies, keeps the lamp. Berg was born in 1960.",
        "Ana Berg keeps the lamp. It was her 50th birthday. Berg was born in 1960.",
    ],
)
def test_an_age_must_fit_the_birth_and_other_ages(text):
    assert len(ages(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg, 64, keeps the lamp. Berg was born in 1960.",
        "Ana Berg, 65, keeps the lamp. Berg was born in 1960.",
        "Ana Berg, then 26, kept the lamp. Berg was born in 1960.",
        "Ana Berg, 51, keeps the lamp. Her daughter, born in 1999, helps.",
        "Ana Berg, 51, keeps the lamp. Tom Ash was born in 1960.",
        "Ana Berg was 26 when she came. Ana Berg, 51, is alone now.",
        "Ana Berg, born in 1960, took over at the age of 29, in 1989.",
        "Ana Berg, in her early sixties, keeps the lamp. Berg was born in 1963.",
        "The mill is kept by Ana Berg, 51. It was born in 1960 of need.",
        "Ana Berg, 51 metres from the lamp, was born in 1960.",
    ],
)
def test_other_ages_are_no_finding(text):
    assert ages(text) is None


def test_the_birthday_counts():
    text = "Ana Berg, 64, keeps the lamp. Berg was born on 21 May 1960."

    assert ages(text, published=dt.date(2025, 5, 20)) is None
    assert ages(text, published=dt.date(2025, 5, 21)) == ["Ana Berg, 64", "born on 21 May 1960"]
