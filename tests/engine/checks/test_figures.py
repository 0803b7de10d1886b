import pytest

from articles.engine.checks import Code
from articles.engine.types import Question
from tests.engine.checks.readings import findings, findings_of

NAMES = {
    "PERSON": ["Ana Berg", "Tom Ash", "Berg", "Ash", "Lena Quist"],
    "ORG": ["Harrow Mill", "Vellum Health", "Norvik Shipping", "Tarn Rovers"],
    "PLACE": ["Harrow", "Porto", "Kisumu", "Ghent"],
}


def figures(text):
    return findings(text, **NAMES).get(Code.CONFLICTING_FIGURES)


@pytest.mark.parametrize(
    "text",
    [
        "The fire destroyed 214 stalls by the port. Nobody will pay for the 241 stalls that were lost.",
        "The clinic cancelled 34 operations. Of the 43 operations called off, most were small.",
        "The licence lets the mine pump 310 litres of brine a second. The mine drew 130 litres a second.",
        "The plant pays technicians $23.50 an hour. In March it hired technicians at $28.50 an hour.",
        "The storm halted 12 ferries in the strait. By dusk the 14 halted ferries were back.",
        "The ferry went down off Harrow with 86 passengers on board, the coastguard said on Monday. Divers searched until dusk.\nThe boat had no radio. Relatives of the 68 people who had been aboard waited at the quay.",
        "Harrow Mill is to close its plant at Kisumu, putting 450 people out of work. The union called it a disgrace.\nMayor Tom Ash promised help. None of the 540 workers who will lose their jobs has been told when.",
        "The bridge, which is 1,240 metres long, was opened in spring. Lorries pay twelve crowns.\nEngineers had to sink nine piers. At 1,420 metres it is the longest in the province.",
        "The council voted to spend 3.2 million euros on the new library. Work begins in June.\nNot everybody is glad. Berg said that a library for 2.3 million euros was a luxury.",
        "Vellum Health recalled 12,400 pacemakers in May. The devices may lose charge.\nDoctors were told to wait. According to the firm, none of the 14,200 recalled devices has failed in a patient.",
        "Unemployment in the district fell to 7.4 percent in March. Shops are hiring.\nNot all agree. The mayor, who campaigned on jobs, said that an unemployment rate of 4.7 percent was nothing to boast about.",
        "Some 2,300 people signed the petition. It hangs in the town hall.\nThe clerk has checked the names. A petition with 3,200 signatures cannot be ignored, she said.",
        "The quake killed 31 people in Harrow and its villages. Most died in their sleep.\nHelp came late. The funerals of the 13 dead were held on Friday in one field.",
        "Harrow Mill made a net profit of 41.6 million crowns in the second quarter. Shares rose.\nAnalysts were glad. The 46.1 million crowns earned between April and June will go into a new kiln.",
        "Firefighters needed nine hours to put out the blaze at the tyre depot. Smoke drifted over Harrow.\nSchools stayed shut. “We have never had a fire that took six hours to put out,” chief Lena Quist said.",
        "The ship carried 4,300 tonnes of wheat. It was bound for Porto.\nThe captain was questioned. Nobody knows who owns the 3,400 tonnes of grain in her hold.",
        "Turnout was 63 percent, the commission said. Queues were short.\nThe losers blamed the weather. In a country where 36 percent turned out, Berg said, nobody has a mandate.",
        "The clinic has 24 beds and one doctor. It serves the valley.\nLast week rain came through the roof. All 42 beds had to be moved into the corridor.",
        "Tarn Rovers signed Ash for 4.5 million euros. He is nineteen.\nThe fans were split. A fee of 5.4 million euros for a boy was madness, one wrote.",
        "The survey asked 1,250 parents in Porto. It was done by telephone.\nSome were angry. Of the 1,520 respondents, a third had moved school.",
    ],
)
def test_one_measure_has_one_value(text):
    assert len(figures(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The fire destroyed 214 stalls by the port. About 200 stalls were destroyed.",
        "The fire destroyed 214 stalls by the port. More than 200 of the stalls destroyed were new.",
        "The fire destroyed 214 stalls by the port. Another 241 stalls were destroyed by rain.",
        "In 2023 the mill sold 214 boats. In 2024 the mill sold 241 boats."[:35]
        + " In 2024 it sold 380 boats.",
        "Ana Berg won 21 races last year. Tom Ash won 16 races.",
        "Profit rose by 12 percent. Costs fell by 30 percent.",
        "The ferry has 40 cabins. The hotel has 90 rooms.",
        "Harrow Mill employs 40 millers. Vellum Health employs 60 millers.",
        "The mill sold 40 boats, up from 30 boats. A year earlier it sold 30 boats.",
        "The ferry went down off Harrow with 86 passengers on board. Divers searched until dusk.\nRelatives of the 86 people who had been aboard waited at the quay. Another ferry took 68 passengers home.",
        "Harrow Mill made a net profit of 41.6 million crowns in the second quarter. Shares rose.\nIn the first quarter it had earned 46.1 million crowns.",
        "The quake killed 31 people in Harrow. Most died in their sleep.\nIn Kisumu 13 people died when a wall fell.",
        "Some 2,300 people signed the petition. It hangs in the town hall.\nOrganisers hope for 3,200 signatures by May.",
        "Unemployment in Harrow fell to 7.4 percent. In Kisumu unemployment stands at 4.7 percent.",
        "Of the 340 bison, 43 died. The other 297 bison have settled in.",
        "The council will spend 3.2 million euros on the library. The old library cost 2.3 million euros.",
        "Turbine one delivers 600 megawatts. Turbine two will deliver 800 megawatts.",
        "Tom Ash scored 24 points. Lena Quist had 42 points and nine rebounds.",
        "The trust has planted 26,000 oaks since autumn. It wants to plant 62,000 oaks by 2030.",
        "About 300 people came. The organisers counted 312 people.",
        "The company employs 1,250 people. In Porto it employs 520 people.",
    ],
)
def test_two_measures_may_have_two_values(text):
    assert figures(text) is None


@pytest.mark.parametrize(
    "article",
    [
        {"headline": "Storm stops three ferries", "body": "The two ferries that were stopped lie in Harrow."},
        {"headline": "Profit of Harrow Mill falls 12%", "body": "The miller wept. Profit fell by 21% to 8 million crowns."},
        {"headline": "Jabs for 300,000 people in Harrow", "body": "The nurse has to reach 130,000 residents of Harrow."},
        {"headline": "A lamp at $299", "body": "It is bright. At $349 it is cheaper than the sun."},
        {
            "headline": "How cane lights the island",
            "body": "Cane fibre gives 13 percent of the island's power.",
            "faq": [Question("How much power comes from cane fibre?", "About 30 percent, in most years.")],
        },
        {"headline": "Mill to cut 450 jobs", "body": "Harrow Mill is to close its plant. The union called it a disgrace.\nAll 540 workers were told by letter on Monday, said Tom Ash."},
        {"headline": "Library plan approved", "summary": "Harrow will spend €3.2 million on a new library by the river.", "body": "The council voted for it on Monday night, after four hours.\nThe library, which is to cost 2.3 million euros, will stand by the river."},
        {"headline": "Thieves take 17 paintings from villa", "body": "A guard was tied up in the night.\nPolice believe a collector ordered it. The 19 canvases are insured."},
        {"headline": "Longest bridge of the province opens", "body": "The bridge at Harrow, 1,240 metres long, was opened by the king. It rests on nine piers.", "faq": [Question("How long is the bridge?", "It is 1,420 metres long and has four lanes.")]},
        {"headline": "Jobless rate falls to 4.7%", "body": "Shops are hiring again in Harrow.\nUnemployment stood at 7.4 percent at the end of March, the office of statistics said."},
        {"headline": "Eleven villages cut off", "summary": "Snow has cut off eleven villages above Harrow.", "body": "The road was lost on Sunday night.\nHelicopters flew bread to the nine villages that cannot be reached."},
        {"headline": "Norvik Shipping buys 14 tankers", "body": "The order is worth a billion.\nNorvik Shipping will take delivery of the twelve tankers between May and June, said Tom Ash."},
        {"headline": "Court fines mill $2.4 million", "body": "Harrow Mill let dye run into the river for years, the court found.\nThe penalty of $4.2 million must be paid by June."},
    ],
)  # fmt: skip
def test_headline_summary_and_answers_say_what_the_body_says(article):
    assert len(findings_of(**article, **NAMES)[Code.PART_DIFFERS]) == 2


@pytest.mark.parametrize(
    "article",
    [
        {"headline": "Storm stops three ferries", "body": "Of the three ferries that were stopped, two ferries lie in Harrow."},
        {"headline": "Storm stops 30 ferries", "body": "The wind stopped 12 ferries in Harrow and 18 ferries at sea."},
        {"headline": "Profit of Harrow Mill up 12%", "body": "Profit rose by 12%. Costs of the mill rose by 21%."},
        {"headline": "A lamp at $299", "body": "It costs $299. A rival costs $349."},
        {"headline": "Mill sells 1.4 million sacks", "body": "It sold 1,412,000 sacks. The port counts 2.2 million sacks."},
        {"headline": "Ferry sinks with 86 aboard off Harrow", "body": "A ferry went down off Harrow on Monday with 80 passengers and six crew. Last year a ferry with 68 people sank."},
        {"headline": "Mill to cut 450 jobs", "body": "Harrow Mill, which employs 1,200 people, is to close its plant. The 450 workers were told by letter."},
        {"headline": "Tarn Rovers win fourth title", "body": "Tarn Rovers won the league for the fourth time on Sunday. Their third title came in 2011."},
        {"headline": "Rents double in Harrow", "body": "Rents have doubled in ten years. In Porto they tripled."},
        {"headline": "Three held after raid in Porto", "body": "Police held three people in Porto. A fourth man fled. Four officers were hurt."},
        {"headline": "Two thirds of nurses want to leave", "body": "In all 67 percent of nurses want to leave. Half of the nurses are over fifty."},
        {"headline": "Jobless rate falls to 4.7%", "body": "Unemployment stood at 4.7 percent in March, down from 7.4 percent a year before."},
        {"headline": "Library for 3 million euros", "body": "The library will cost 3.2 million euros. The park costs 2.3 million euros."},
        {"headline": "Choir sings on", "body": "The choir has 54 singers.", "faq": [Question("How many concerts does it give?", "About 80 a year.")]},
    ],
)  # fmt: skip
def test_a_figure_that_the_body_knows_is_no_finding(article):
    assert Code.PART_DIFFERS not in findings_of(**article, **NAMES)
