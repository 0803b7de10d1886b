"""What comes first is dated first: told as people tell it. The article is of 20 May 2025."""

import pytest

from articles.engine.checks import Code
from tests.engine.checks.marked import found_in

BETWEEN = " The weather was fine all week. Nobody at the gate wanted to speak about money, and the talk soon turned to fish.\n\n"


def orders(text):
    return found_in(text).get(Code.IMPOSSIBLE_ORDER)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # things
        ("The regulation was gazetted on 12 June 2024 after long talks.", "The regulation has bound owners since 1 March 2024."),
        ("The brewery shut its gates in 1998.", "The brewery, which took in its first customers in 2004, is a ruin."),
        ("Ground was broken for the stadium in May 2019.", "The stadium was completed in October 2017."),
        ("The siege began in June 1999.", "When the siege ended in March 1999, forty houses stood."),
        ("The chapel was pulled down in 1971.", "Masons put up the chapel in 1978."),
        ("<Orla> was founded in 2012.", "<Orla> was wound up in 2009."),
        ("The couple bought the inn in 2014.", "The couple sold the inn in 2011."),
        ("The ferry sank in November 1932.", "The ferry entered service in 1936."),
        ("Parliament passed the bill on 4 April 2024.", "The bill was tabled on 19 April 2024."),
        ("The treaty expired in 2001.", "The treaty was signed in {Lima} in 2003."),
        ("The train left {Harrow} and arrived on 3 March 2025.", "The train had set off on 5 March 2025."),
        ("The painting was stolen in 1994.", "The painting was found in a barn in 1991."),
        ("The novel came out in 2008.", "She had written the novel in 2011."),
        ("The permit took effect on 3 May 2024.", "The council approved the permit on 21 May 2024."),
        # people
        ("[Tom Ash] was arrested on 9 March 2024.", "[Ash] was convicted on 2 February 2024."),
        ("[Ana Berg] graduated in 1994.", "[Berg] enrolled in 1996, against her father's will."),
        ("[Ana Berg] resigned in May 2019.", "[Berg] was appointed in September 2019."),
        ("[Tom Ash] died in 1987.", "[Ash] married the baker's daughter in 1989."),
        ("[Tom Ash] was born in 1960.", "[Ash] came to {Harrow} in 1957."),
        ("[Tom Ash] was sentenced in June 2020.", "[Ash] walked free in April 2020."),
        ("[Ana Berg] and her husband divorced in 2003.", "[Berg] tied the knot in 2007."),
        ("[Tom Ash] was kidnapped on 3 March 2025.", "[Ash] was rescued on 1 March 2025."),
        ("[Ana Berg] was discharged on 4 April 2025.", "[Berg] was taken to hospital on 6 April 2025."),
    ],
)  # fmt: skip
def test_what_cannot_follow_is_found(first, second):
    assert len(orders(first + BETWEEN + second) or ()) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The regulation was gazetted on 1 March 2024.", "The regulation has bound owners since 12 June 2024."),
        ("The regulation was gazetted on 12 June 2024.", "The regulation, which is retroactive, has bound owners since 1 March 2024."),
        ("The old brewery shut its gates in 1998.", "The new brewery opened in 2004."),
        ("The brewery shut its gates in 1998.", "It reopened in 2004."),
        ("The brewery shut its gates in 1998.", "The school opened in 2004."),
        ("The siege ended in June 1999.", "The second siege began in March 2001."),
        ("The last festival ended in June 2023.", "The festival begins in June 2025."),
        ("<Orla> was wound up in 2009.", "<Bluewater> was founded in 2012."),
        ("The couple sold the farm in 2011.", "The couple bought the inn in 2014."),
        ("The ferry sank in November 1932.", "The new ferry entered service in 1936."),
        ("Parliament passed the budget on 4 April 2024.", "The bill on dogs was tabled on 19 April 2024."),
        ("The treaty expired in 2001.", "The new treaty was signed in 2003."),
        ("The train arrived on 3 March 2025.", "Another train set off on 5 March 2025."),
        ("The novel came out in 2008.", "She wrote her second novel in 2011."),
        ("[Tom Ash] was convicted on 2 February 2024.", "[Eva Moor] was arrested on 9 March 2024."),
        ("[Ana Berg] graduated in 1994.", "Her daughter enrolled in 2016."),
        ("[Ana Berg] resigned as mayor in May 2019.", "[Berg] was appointed ambassador in September 2019."),
        ("[Tom Ash] died in 1987.", "His widow married again in 1989. [Ash] is not forgotten."),
        ("[Tom Ash] died in 1987.", "A street was named after [Ash] in 1999."),
        ("[Tom Ash] walked free in April 2020.", "[Ash] was arrested again in June 2021."),
        ("[Ana Berg] and her husband divorced in 2003.", "[Berg] remarried in 2007."),
        ("The road was closed in March.", "The road was opened in May."),
        ("Schools closed on 3 April.", "Schools opened on 9 September 2024."),
        ("The market closed at 45 on 3 March 2025.", "The market opened at 44 on 4 March 2025."),
    ],
)  # fmt: skip
def test_what_may_follow_is_no_finding(first, second):
    assert orders(first + BETWEEN + second) is None
