"""One event, two times: told as people tell it, far apart and in other words."""

import pytest

from articles.engine.checks.conflicts import check
from tests.engine.checks.marked import found_by

BETWEEN = " The weather was fine all week. Nobody at the gate wanted to speak about money, and the talk soon turned to fish. "


def conflicts(text):
    return found_by(check, text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # what is opened, founded, built, closed
        ("The little railway carried its first passengers in 1924.", "Goats cross the rails of a line that has run since 1942."),
        ("The library opened its doors in 2009 with 300 books.", "Since its inauguration in 2011 the building has lost two roofs."),
        ("<Harrow Dairy> was set up by four farmers in 1987.", "<Harrow Dairy>, which goes back to 1978, sells cheese."),
        ("In 1961 the school on the hill was put up by volunteers.", "Its roof leaks, as it has since the school was built in 1967."),
        ("The pit closed in 2003 and 400 men went home.", "Weeds have grown since 2005, when the pit was shut."),
        ("The swimming pool has been closed since March 2021.", "The pool shut in September 2020, she recalls."),
        ("Ground was broken for the dam in April 2016.", "Work on the dam began in 2014, a banner says."),
        ("The bridge came down in 1998.", "An old postcard shows the bridge, which was demolished in 2001."),
        ("The ferry went into service on 3 May 2018.", "The ferry's maiden voyage, on 9 June 2018, was a wet one."),
        ("The station went live on 12 February.", "Listeners will remember when the station went on air on 20 February."),
        ("<Bluewater> was incorporated in {Oslo} in 2015.", "The founding of <Bluewater> in 2012 was a joke between friends."),
        # what people do once
        ("[Ana Berg] was appointed head of the harbour in March 2018.", "[Berg] has run the harbour since 2016, and loves it."),
        ("The poet [Tom Ash] died in 1987.", "[Ash] passed away in 1978, in a rented room."),
        ("[Ana Berg] and her husband were married in 1999.", "She still has the shoes from their wedding. [Berg] got married in 2001, in the rain."),
        ("[Ana Berg] graduated in 1994.", "[Berg] took her degree in 1997, and left {Harrow}."),
        ("[Tom Ash] retired in 2015.", "[Ash] hung up his uniform in 2013."),
        ("[Tom Ash] was arrested on 4 March.", "Police picked up [Ash] on 9 March, his lawyer says."),
        # laws, treaties, sales
        ("The smoking ban came into force in January 2016.", "The ban has been in force since 2014, though few obey it."),
        ("The two sides signed the treaty on 14 April.", "The treaty, initialled on 19 April, has nine pages."),
        ("The couple bought the farmhouse in 1988.", "They have owned the farmhouse since 1998 and never locked it."),
        ("The reform was voted through on 3 March.", "The passage of the reform on 11 March surprised many."),
        # what was made, found, lost, shown
        ("Divers found the wreck in August 2011.", "The discovery of the wreck in 2013 made headlines."),
        ("*Salt Road* was published in 2006.", "When *Salt Road* came out in 2008, nobody read it."),
        ("The ship sank on 2 November 1932.", "The ship went down on 7 November 1932, a stone says."),
        ("<Orla> went public in 2014.", "The flotation of <Orla> in 2012 made the brothers rich."),
        ("The statue was unveiled on 8 April.", "Pigeons have loved the statue since it was first shown on 11 April."),
        # a rite, a strike
        ("The strike began on 3 March.", "Since the dockers walked out on 10 March, the strike has cost millions."),
        ("The fire broke out on 12 April in a barn.", "Neighbours say that the fire started on 14 April."),
    ],
)  # fmt: skip
def test_two_times_of_one_event_are_found(first, second):
    found = conflicts(first + BETWEEN + second)

    assert found
    assert all(len(passages) == 2 for passages in found.values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The first line opened in 1924.", "The second line has run since 1942."),
        ("The library opened in 2009.", "The café of the library opened in 2011."),
        ("<Harrow Dairy> was set up in 1987.", "<Orla> was set up in 1978."),
        ("The school was built in 1961.", "The chapel was built in 1967."),
        ("The pit closed in 2003.", "It reopened in 2005. The pit closed again in 2009."),
        ("The bridge was due to open in March 2021.", "The bridge opened in September 2021."),
        ("The vote was postponed from 3 May.", "The vote on 10 May was calm."),
        ("[Ana Berg] was appointed head of the harbour in 2018.", "[Tom Ash] has run the mill since 2016."),
        ("[Tom Ash] died in 1987.", "His wife died in 1978."),
        ("[Ana Berg] got married in 1999.", "[Ana Berg] married again in 2011."),
        ("[Ana Berg] graduated in 1994.", "[Tom Ash] took his degree in 1997."),
        ("The couple bought the farmhouse in 1988.", "The couple bought a boat in 1998."),
        ("The ban came into force in January 2016.", "The ban has been in force since 2016."),
        ("The treaty was signed on 14 April.", "The treaty was ratified on 19 May."),
        ("Divers found the wreck in August 2011.", "A second wreck was found in 2013."),
        ("The old mill was built in 1850.", "The new mill was built in 1999."),
        ("The ferry entered service in May 2018.", "The ferry has been in service since 2018."),
        ("The festival was held on 3 May.", "Next year's festival will be held on 9 May 2026."),
        ("The strike began on 3 March.", "The strike ended on 10 March."),
        ("Two people died on 4 March.", "Three more died on 9 March."),
        ("Three fires broke out on 12 April.", "Another fire broke out on 14 April."),
        ("The mine closed in the 1990s.", "The mine closed in 1994."),
        ("The museum opened three years ago.", "The museum opened in 2022."),
        ("Profit rose in 2023.", "Profit fell in 2024."),
        ("The border was closed in March 2020.", "The border was closed in January 2021."),
        ("The election of 2019 was close.", "The election of 2023 was not."),
    ],
)  # fmt: skip
def test_times_of_two_events_are_no_finding(first, second):
    assert conflicts(first + BETWEEN + second) == {}
