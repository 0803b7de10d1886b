import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


@pytest.mark.parametrize(
    "text",
    [
        "Of 90 houses, 40 houses were burned, 30 were flooded and 35 stood empty.",
        "The storm took 90 houses.\n\nBy noon 40 houses stood in water, 30 in mud and 35 in both.",
        "A total of 900 people were moved. The mayor counted 400 from the port, 350 from the hill and 300 from the mill.",
        "In the poll 48 percent were for the bridge, 37 percent for the ferry and 29 percent for neither.",
        "Of its 60 rooms, 42 rooms face the sea and the other 25 face the hill.",
        "In the vote 62 percent were in favour and 48 percent against.",
        "The storm took 40 houses in the port, 30 in the mill and 35 in the hills, a total of 90 houses.",
        "The 19-member council chose the bridge, with nine votes for it, eight votes against and four blank.",
    ],
)
def test_parts_may_not_come_to_more_than_the_whole(text):
    assert len(findings(text)[Code.PARTS_OVER_WHOLE]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Of 90 houses, 40 houses were burned, 30 were flooded and 20 stood empty.",
        "The storm took 90 houses and 300 trees. By noon 40 houses stood in water, 30 in mud and 35 in both, 105 houses in all.",
        "In the poll 48 percent were for the bridge, 37 percent for the ferry and 15 percent for neither.",
        "Prices rose by 48 percent in May, up from 37 percent in April and 29 percent in March.",
        "The lead was 7 points. One poll gives 3 points, another 4.3 points and a third 2.1 points.",
        "The house has 90 rooms. It cost $40 million, $30 million and then $35 million.",
        "Of its 60 rooms, 42 rooms face the sea and the other 18 face the hill.",
        "The truck held 51 people, among whom were 27 men, 14 women and 10 children. In all 60 people died.",
        "He won 90 games. She scored 4, 3 and 2 goals.",
    ],
)
def test_other_lists_are_no_finding(text):
    assert Code.PARTS_OVER_WHOLE not in findings(text)
