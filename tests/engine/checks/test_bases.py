import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


def bases(text):
    return findings(
        text,
        PRODUCT=["FeverMap"],
        PERSON=["Berg", "Ash", "Quist"],
        PLACE=["Harrow", "Porto", "Kisumu", "Norway"],
    ).get(Code.DIFFERING_BASES)


@pytest.mark.parametrize(
    "text",
    [
        "In spring 41 percent of all clinics had used it. The 41 percent of health posts that did so were glad.",
        "Among the girls in the trial, 23% slept well. The paper says that 23% of all pupils slept well.",
        "It rang in 22 percent of all patients. Of the 22 percent of patients with fever, few minded.",
        "FeverMap has over 70% adoption among nurses. FeverMap reached 70 percent adoption in the trade.",
        "Sixty-eight percent of the growers who lease a plot at Harrow now also pay for water, Berg noted.\nThe firm is hiring. She was not worried about staff, since 68% of its employees had signed up for water as well.",
        "The study found that 41 percent of nurses had thought of leaving. The sample was large.\nIt has frightened the ministry. If 41 percent of doctors are thinking of leaving, said Ash, the wards will close.",
        "In Porto, 37 percent of tenants spend more than half of their income on rent. Wages lag.\nThe mayor quoted the figure: 37 percent of all households in the city, she said, pay more than half of what they earn.",
        "Among patients over 70, the drug cut deaths by 23 percent. It costs little.\nThe firm's shares leapt. A medicine that cuts deaths by 23 percent in all patients is rare, said Quist.",
        "Some 34 percent of the girls in the trial could read by spring. The teachers were volunteers.\nThe minister was proud. He told parliament that 34 percent of children in the country's villages could now read.",
        "Just 12 percent of the seats on the board are held by women. That is little.\nThe union has complained that 12 percent of the workforce is female.",
        "A survey found that 57 percent of drivers would take the bus if it ran at night. It does not.\nThe council must act, said Berg, when 57 percent of pensioners want a night bus.",
        "Of the farms inspected, 29 percent had no drain. The report is long.\nA country in which 29 percent of farms have no drain cannot export milk, said Ash.",
        "Turnout among voters under 30 was 48 percent. It rained.\nThe winner was content. Turnout of 48 percent across the whole electorate is not bad, he said.",
        "The vaccine was given to 83 percent of infants in Kisumu. Boats brought it.\nThe ministry said on Monday that 83 percent of adults in Kisumu had been given the vaccine.",
        "In the coastal villages 62 percent of families have lost a boat. Help is slow.\nThe paper writes that 62 percent of families nationwide have lost a boat.",
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
        "In spring 41 percent of clinics had used it. So 41 percent of the clinics were glad.",
        "The study found that 41 percent of nurses had thought of leaving. The figure of 41 percent shocked the ministry.",
        "Sales fell 12 percent in Norway. Exports of fish fell 12 percent too.",
        "Just 12 percent of the seats are held by women. The mill raised wages by 12 percent.",
        "In Porto 37 percent of tenants are poor. So are 37 percent of pensioners.",
        "Half of the nurses smoke. Half of the doctors run.",
        "Three quarters of the farms have no drain. Three quarters of the houses have no roof.",
        "The survey found that 57 percent of drivers would take the bus. Nine in ten of the 57 percent live in Porto.",
        "A survey found that 57 percent of respondents would take the bus. Among the 57 percent of people who would, most are young.",
        "Some 20 percent of the boats sank. About 20 percent of the houses lost a roof.",
        "The bank holds 34 percent of the mill. The state owns 34 percent of the port.",
    ],
)
def test_other_shares_are_no_finding(text):
    assert bases(text) is None
