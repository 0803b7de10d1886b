import pytest

from articles.engine.checks import Code
from articles.engine.types import Question
from tests.engine.checks.readings import findings, findings_of

NAMES = {
    "PERSON": ["Ana Berg", "Tom Ash"],
    "ORG": ["Harrow Mill", "Vellum Health"],
    "PLACE": ["Harrow"],
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
    ],
)  # fmt: skip
def test_a_figure_that_the_body_knows_is_no_finding(article):
    assert Code.PART_DIFFERS not in findings_of(**article, **NAMES)
