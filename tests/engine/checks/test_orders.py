import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings

NAMES = {"PERSON": ["Ana Berg", "Tom Ash"], "ORG": ["Harrow Mill"]}


def orders(text):
    return findings(text, **NAMES).get(Code.IMPOSSIBLE_ORDER)


@pytest.mark.parametrize(
    "text",
    [
        "The rules were notified on 14 March 2025. The rules bind: they have been in force since 1 March 2025.",
        "The ban, in force since 5 April, stops all boats. The minister announced the ban on 12 April.",
        "The mill closed its doors on 19 October 2022. Harrow Mill opened for business on 7 March 2023.",
        "Ana Berg died in Harrow on 24 January 2025. Ana Berg slept badly, and in February 2025 she was admitted to a clinic.",
        "The treaty was signed on 14 July 2025, ministers said.",
        "The trial began out of Harrow on 12 May 2024. Cheques were late when the trial came to its end on 30 March 2024.",
        "The permit took effect on 3 May 2024. The permit that he showed was not signed until 21 May 2024.",
    ],
)
def test_what_comes_first_is_dated_first(text):
    assert len(orders(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The rules were notified on 1 March 2025. The rules have been in force since 14 March 2025.",
        "The ban has been in force since 5 April. The minister announced new boats on 12 April.",
        "The rules were notified on 14 March 2025 and apply retroactively: they have been in force since 1 March 2025.",
        "The old mill closed its doors on 19 October 2022. The new mill opened for business on 7 March 2023.",
        "Ana Berg died in Harrow on 24 January 2025. Tom Ash left in February 2025, and he was admitted to a clinic.",
        "Ana Berg died in Harrow on 24 January 2025. Ana Berg was buried, and in February 2025 she was honoured.",
        "The trial began on 12 May 2023. It rained. The trial ended on 30 March 2024.",
        "The season began on 12 May 2024. The last season ended on 30 March 2024.",
        "The treaty will be signed on 14 July 2025, ministers said.",
        "The treaty, to be signed on 14 July 2025, was approved.",
        "The treaty was signed on 14 May 2025, ministers said.",
    ],
)
def test_other_orders_are_no_finding(text):
    assert orders(text) is None
