import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


def bases(text):
    return findings(text, PRODUCT=["FeverMap"]).get(Code.DIFFERING_BASES)


@pytest.mark.parametrize(
    "text",
    [
        "In spring 41 percent of all clinics had used it. The 41 percent of health posts that did so were glad.",
        "Among the girls in the trial, 23% slept well. The paper says that 23% of all pupils slept well.",
        "It rang in 22 percent of all patients. Of the 22 percent of patients with fever, few minded.",
        "FeverMap has over 70% adoption among nurses. FeverMap reached 70 percent adoption in the trade.",
    ],
)
def test_one_share_has_one_base(text):
    assert len(bases(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "In spring 41 percent of all clinics had used it. So 41 percent of clinics were glad.",
        "In spring 41 percent of workers left. The 41 percent of employees who left were young.",
        "Half a year ago 20 percent of clinics had it. Now 20 percent of posts pay for it.",
        "It rated 11% of Democratic claims as false, compared with others. It rated 11% of Republican claims as true.",
        "In spring 41 percent of clinics had used it, 43 percent of posts in autumn.",
    ],
)
def test_other_shares_are_no_finding(text):
    assert bases(text) is None
