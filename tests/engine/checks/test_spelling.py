import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings


def drifts(text, **names):
    return findings(text, **names).get(Code.SPELLING_DRIFTS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Byeon Haru led. Years later Byon Haru lost.", {"PERSON": ["Byeon Haru", "Byon Haru"]}),
        ("Vojtěch Hrdlík led. Thanks go to Vojtech Hrdlick.", {"PERSON": ["Vojtěch Hrdlík", "Vojtech Hrdlick"]}),
        ("Nasrin Ada Popy led. Nasreen Ada Popi read.", {"PERSON": ["Nasrin Ada Popy", "Nasreen Ada Popi"]}),
        ("Ana Hendriksen led. In May Henriksen lost.", {"PERSON": ["Ana Hendriksen", "Henriksen"]}),
        ("Ana Hendriksen led. In May Hendricksen lost.", {"PERSON": ["Ana Hendriksen"]}),
        ("Talaat Mustafa Group sold. The Talaat Moustafa Group gained.", {"ORG": ["Talaat Mustafa Group", "Talaat Moustafa Group"]}),
        ("We use Perimetra daily. They sell Perimetra here. He broke Perimitra once.", {"PRODUCT": ["Perimetra", "Perimitra"]}),
        ("Ask @vellumhq. Nobody asked @velumhq.", {}),
        ("Gwenda Pybus led. The talk that Pibus demanded was off.", {"PERSON": ["Gwenda Pybus"], "ORG": ["Pibus"]}),
        ("Halvard Tjernlund led. It was built by Tjernlud.", {"PERSON": ["Halvard Tjernlund"], "ORG": ["Tjernlud"]}),
        ("Kalina Gyurova led. Asked again, Guyrova laughed.", {"PERSON": ["Kalina Gyurova"], "NORP": ["Guyrova"]}),
        ("Aslaug Kvernmo led. Then Kvernmoe lost.", {"PERSON": ["Aslaug Kvernmo", "Kvernmoe"]}),
    ],
)  # fmt: skip
def test_a_name_has_one_spelling(text, names):
    assert len(drifts(text, **names)) >= 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wong Kwok-kin won. Wong Kwok-kit lost.", {"PERSON": ["Wong Kwok-kin", "Wong Kwok-kit"]}),
        ("Maria Silva won. Mario Silva lost.", {"PERSON": ["Maria Silva", "Mario Silva"]}),
        ("Alia Khan and Alya Khan are sisters.", {"PERSON": ["Alia Khan", "Alya Khan"]}),
        ("The Minister of Health spoke. The Ministry of Health wrote.", {"ORG": ["Minister of Health", "Ministry of Health"]}),
        ("Eastern Cape won. Western Cape lost.", {"PLACE": ["Eastern Cape", "Western Cape"]}),
        ("Bank of Austria won. Bank of Australia lost.", {"ORG": ["Bank of Austria", "Bank of Australia"]}),
        ("Texas is big. Texans are, too.", {"PLACE": ["Texas", "Texans"]}),
        ("Jan Parker left. Parked cars burned. Cars parked there burned.", {"PERSON": ["Jan Parker"]}),
        ("Ask @vellumhq. Nobody asked @harrow.", {}),
        ("Ana Berg won. Ana Berg lost.", {"PERSON": ["Ana Berg"]}),
        ("Andrej Uršič won. The pass of Vršič was shut.", {"PERSON": ["Andrej Uršič"], "PLACE": ["Vršič"]}),
        ("Jon Berger won. The Bergers lost.", {"PERSON": ["Jon Berger", "Bergers"]}),
    ],
)  # fmt: skip
def test_two_names_may_be_near(text, names):
    assert drifts(text, **names) is None
