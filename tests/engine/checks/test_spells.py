"""How long, against from when to when: told as people tell it. The article is of 20 May 2025."""

import pytest

from articles.engine.checks import Code
from tests.engine.checks.marked import found_in

BETWEEN = " The weather was fine all week. Nobody at the gate wanted to speak about money, and the talk soon turned to fish.\n\n"


def durations(text):
    return found_in(text).get(Code.DURATION_DIFFERS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # both ends told
        ("He had an exclusive contract that ran from August 2019 to July 2023.", "For the whole of the six-year exclusivity nobody bought boards."),
        ("The siege began on 3 March 2014 and ended on 9 June 2014.", "After the eight-month siege the town was empty."),
        ("The trial opened on 3 March and closed on 28 March.", "The trial lasted nine weeks."),
        ("[Ana Berg] was mayor from 2004 to 2010.", "In her twelve years as mayor, [Berg] built two schools."),
        ("Between 1961 and 1974 the station counted birds.", "Those twenty-five years of counting fill a room."),
        ("[Tom Ash] was jailed in March 2019 and released in November 2021.", "His five years in prison changed [Ash]."),
        ("The bridge was shut from May 2020 until June 2022.", "The closure, of nearly four years, ruined the inn."),
        ("The tower went up between 2008 and 2011.", "It took seven years to build the tower."),
        ("The exhibition runs from 3 May to 1 June.", "The two-month exhibition is free."),
        ("The war broke out in 1998 and came to an end in 2002.", "Of the ten-year war he never spoke."),
        # it goes on
        ("The hunt for the enzyme began in the spring of 2016.", "In this, the fourteenth year of the work, there is hope."),
        ("[Ana Berg] has run the harbour since 2017.", "After fifteen years in charge of the harbour, [Berg] is tired."),
        ("<Harrow Dairy> was founded in 1987.", "<Harrow Dairy> marks its 50th anniversary this summer."),
        ("The museum opened in 2011.", "The museum has been open for 23 years now."),
        ("The two have been married since 1990.", "In 45 years of marriage they have not quarrelled."),
        ("Work on the dam began in 2019.", "The dam is now in its eleventh year of construction."),
        ("[Tom Ash] has lived in {Harrow} since 2005.", "[Ash] has been in {Harrow} for three decades and a bit."),
        ("The strike began on 3 March.", "The strike is in its fifth week."),
        ("The border has been closed since May 2022.", "Seven years of closure have emptied the valley."),
        ("The newspaper first appeared in 1995.", "The 50-year-old newspaper has four readers."),
        ("[Tom Ash] joined the orchestra in 2001.", "[Ash] leaves after 34 years in the orchestra."),
        ("The choir was set up in 2011.", "The choir is now in its twentieth season."),
    ],
)  # fmt: skip
def test_a_time_that_does_not_fit_its_ends_is_found(first, second):
    assert len(durations(first + BETWEEN + second) or ()) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He had an exclusive contract that ran from August 2019 to July 2023.", "For the whole of the four-year exclusivity nobody bought boards."),
        ("The siege began on 3 March 2014 and ended on 9 June 2014.", "After the three-month siege the town was empty."),
        ("The trial opened on 3 March and closed on 28 March.", "The trial lasted nearly four weeks."),
        ("[Ana Berg] was mayor from 2004 to 2010.", "[Tom Ash] was mayor for twelve years."),
        ("[Ana Berg] was mayor from 2004 to 2010.", "She spent the next nine years in {Harrow}."),
        ("[Tom Ash] was jailed in March 2019.", "[Ash] was given nine years in prison."),
        ("The bridge was shut from May 2020 until June 2022.", "It was the driest spring in forty years."),
        ("The exhibition runs from 3 May to 1 June.", "A four-year-old cried."),
        ("The war broke out in 1998 and came to an end in 2002.", "Twelve years later he spoke."),
        ("[Ana Berg] has run the harbour since 2017.", "[Berg], who worked at sea for 20 years, is tired."),
        ("[Ana Berg] has run the harbour since 2017.", "After eight years in charge of the harbour, [Berg] is tired."),
        ("<Harrow Dairy> was founded in 1987.", "<Orla> marks its 50th anniversary this summer."),
        ("<Harrow Dairy> was founded in 1987.", "The loan runs for 20 years."),
        ("The museum opened in 2011.", "A ticket is valid for two years."),
        ("The museum opened in 2011.", "The museum has a 30-year lease on the house."),
        ("The two have been married since 1990.", "In the past ten years they have not quarrelled."),
        ("Work on the dam began in 2019.", "The dam will take another eleven years."),
        ("[Tom Ash] has lived in {Harrow} since 2005.", "Over the past five years {Harrow} has lost its inn."),
        ("The strike began on 3 March.", "The strike is in its twelfth week."),
        ("The border has been closed since May 2022.", "Three years of closure have emptied the valley."),
        ("The choir was set up in 2011.", "The choir is now in its fifteenth season."),
        ("The mill opened in 1990 and closed in 2010.", "In its twenty years the mill fed the town."),
        ("[Tom Ash] joined the orchestra in 2001.", "He wants at least 34 years of pension. [Ash] laughs."),
        ("The law came into force in 2016.", "It bans fishing for seven years after a spill."),
    ],
)  # fmt: skip
def test_other_times_are_no_finding(first, second):
    assert durations(first + BETWEEN + second) is None
