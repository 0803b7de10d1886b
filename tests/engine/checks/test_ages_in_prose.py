"""Ages and births as people tell them: the article is of 20 May 2025."""

import pytest

from articles.engine.checks import Code
from tests.engine.checks.marked import found_in

BETWEEN = " The weather was fine all week. Nobody at the gate wanted to speak about money, and the talk soon turned to fish.\n\n"


def ages(text):
    return found_in(text).get(Code.AGE_DIFFERS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[Ana Berg], 47, looked at the floor.", "He gave the keys to [Berg], who was born in {Harrow} in March 1971."),
        ("At 39 [Ana Berg] has drawn four hundred passports.", "[Berg] turned 36 that same week."),
        ("At fifty-two, [Ana Berg] still swims daily.", "[Berg], 47, laughs."),
        ("[Ana Berg], a retired nurse aged 71, keeps the lamp.", "[Berg] was born in 1960."),
        ("[Ana Berg], now in her mid-thirties, runs the port.", "Born in 1979, [Berg] came late to boats."),
        ("[Tom Ash] will be 40 in June.", "[Ash], who was born in 1979, is a baker."),
        ("[Tom Ash], the 19-year-old goalkeeper, saved it.", "[Ash] was born on 4 May 2002 in {Harrow}."),
        ("[Tom Ash] is 63 years old.", "[Ash], 58, wants to go on."),
        ("[Ana Berg], who celebrated her 70th birthday last week, sang.", "[Berg] was born in {Harrow} in 1958."),
        ("[Ana Berg] (b. 1960) paints.", "The painter [Ana Berg], 51, lives in {Harrow}."),
        ("[Ana Berg] died on 4 May, aged 84.", "She was born on 9 March 1935. [Berg] never complained."),
        ("[Ana Berg] has died at the age of eighty-four.", "[Berg] was born the daughter of a miner in {Harrow} in 1936."),
        ("[Tom Ash] was 23 when he joined the force in 1990.", "[Ash], 51, retires in June."),
        ("In 1990, aged 23, [Tom Ash] joined the force.", "[Ash], who is 51, retires in June."),
        ("[Tom Ash] came to {Harrow} in 1988 at the age of 12.", "At 57, [Ash] is the oldest on the boat."),
        ("[Tom Ash] was twelve years old in 1988.", "[Ash] is fifty-seven."),
        ("[Tom Ash] left school at 16, in 1990.", "[Ash], who will turn 60 in August, has no regrets."),
        ("[Ana Berg] was born in 1960.", "[Berg] was only 19 when she won the cup in 1986."),
        ("[Ana Berg] was born on the island on 3 May 1960.", "She took the oath in 2001 at 35. [Berg] wept."),
        ("The driver, [Tom Ash], 34, was unhurt.", "[Ash], 43, has driven the bus for years."),
        ("[Ana Berg], who is 58, says so.", "The 63-year-old [Berg] swims."),
        ("[Ana Berg] was born in 1971, the youngest of six.", "[Ana Berg], 47, has four goats."),
    ],
)  # fmt: skip
def test_ages_that_cannot_be_one_persons_are_found(first, second):
    assert len(ages(first + BETWEEN + second) or ()) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[Ana Berg], 54, looked at the floor.", "[Berg], who was born in {Harrow} in March 1971, left."),
        ("[Ana Berg], 53, looked at the floor.", "[Berg], who was born in {Harrow} in July 1971, left."),
        ("At 39 [Ana Berg] won the cup in 2010.", "[Berg], 54, laughs."),
        ("At 16 [Ana Berg] left school.", "[Berg], 54, laughs."),
        ("[Ana Berg], 54, laughs.", "Her sister [Eva Berg], 47, does not."),
        ("[Ana Berg], 54, laughs.", "Her daughter, 19, studies."),
        ("[Ana Berg], 54, laughs.", "[Tom Ash], 47, does not."),
        ("[Ana Berg], then 26, left.", "[Berg], 54, laughs."),
        ("[Ana Berg] was 26 when she left {Harrow}.", "[Berg] is 54."),
        ("[Ana Berg] was 26 when she left {Harrow} in 1997.", "[Berg] is 54."),
        ("[Ana Berg] turned 50 in 2021.", "[Berg] is 54."),
        ("[Ana Berg] will turn 55 next month.", "[Berg] is 54."),
        ("[Ana Berg] would have turned 100 this week.", "[Berg] died at 54."),
        ("[Ana Berg] scored 31 in the first half.", "[Berg], 54, laughs."),
        ("At 40 metres [Ana Berg] turned back.", "[Berg], 54, laughs."),
        ("[Ana Berg], 54, won at 12 to one.", "She was born in 1971. [Berg] laughs."),
        ("[Ana Berg], in her fifties, laughs.", "[Berg] was born in 1971."),
        ("[Ana Berg] was born in 1971.", "Her son was born in 1999. [Berg] laughs."),
        ("[Tom Ash] died in 1990 aged 84.", "[Ash] was born in 1905."),
        ("[Tom Ash] (1905-1990) painted.", "[Ash] was 84 when he died in 1990."),
        ("[Tom Ash], 30, and [Ana Berg], 25, won.", "[Berg] is 25. [Ash] is 30."),
        ("[Ana Berg], 7, and her mother were found.", "[Berg] is seven."),
        ("The 100-year-old mill burned.", "[Ana Berg], 54, owns the mill."),
        ("[Ana Berg] finished 12th at 14 points.", "[Berg], 54, laughs."),
    ],
)  # fmt: skip
def test_ages_that_may_be_one_persons_are_no_finding(first, second):
    assert ages(first + BETWEEN + second) is None
