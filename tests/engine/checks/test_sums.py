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
        "The crash on the pass injured 40 people. Fourteen were taken to Porto by helicopter, and 31 went to Braga by bus, the clinic said.",
        "Of the 60 crew, 34 were lifted off by helicopter before noon. The sea was rough.\nThe other 31 left in boats, the captain said.",
        "The zoo lost 60 animals in the flood: 34 goats, 19 sheep and eleven cows.",
        "The fleet has 48 vessels. Norvik Shipping says that 22 of them are trawlers. A further 19 are crabbers, and the other 12 lie idle.",
        "A third of the money goes to roads, half of it to schools and a quarter to pensions.",
        "The plant employs 900 people. Assembly keeps 420 of them busy, and sales another 310. In the foundry there are 240 of them.",
        "Asked about the bridge, 54 percent of residents approved. The remaining 52 percent were against or did not know.",
        "Wheat takes up 48 percent of the fields. Maize accounts for 33 percent, and 27 percent is left to grass.",
        "Harrow Mill raised 90 million crowns. Of this, 52 million will go into the kiln. Another 47 million goes to the bank.",
        "The school has 310 pupils. There are 170 girls and 160 boys.",
        "Nine judges heard the appeal. Six found for the mill; five would have sent the case back.",
        "The budget is 200 million euros. Salaries swallow 120 million, rent 45 million and heating 50 million.",
        "Only 52 of the 40 members of the choir came on Monday.",
        "The grant of $4 million is split in two: $2.5 million for wells and $1.9 million for pumps.",
        "Women hold 45 percent of the posts, men 62 percent.",
        "The jury watched 24 films, of which 15 came from Europe and 13 from Asia.",
        "The storm left 5,200 homes without power. By dusk 3,100 had been reconnected; 2,600 were still dark.",
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
        "The crash on the pass injured 40 people. Fourteen were taken to Porto by helicopter, and 21 went to Braga by bus.",
        "Of the 60 crew, 34 were lifted off by helicopter. The other 26 left in boats.",
        "The zoo lost 60 animals in the flood: 30 goats, 19 sheep and eleven cows.",
        "The plant employs 900 people. Another 420 work in Porto, 310 in Braga and 240 in Ghent.",
        "A third of the men smoke, half of the women drink and a quarter of the children do neither.",
        "Asked what worried them, 54 percent named rent, 48 percent named crime and 31 percent named buses; several answers were possible.",
        "The school has 310 pupils. Last year it had 170 girls and 160 boys.",
        "The budget is 200 million euros. The city earns 120 million euros and owes 450 million euros.",
        "The storm left 5,200 homes without power. On Tuesday 3,100 were dark, on Wednesday 2,600.",
        "Tom Ash scored 24 points. He had 15 by half-time and 18 after three quarters.",
        "Harrow Mill raised 90 million crowns. It raised 52 million in 2019 and 47 million in 2021.",
        "Of the 60 crew, 34 are from Norway and 31 have children.",
        "The fleet has 48 vessels. Norvik Shipping says that 22 of them are trawlers. Of those, 19 fish for crab, and 12 lie idle.",
    ],
)
def test_other_lists_are_no_finding(text):
    assert Code.PARTS_OVER_WHOLE not in findings(text)
