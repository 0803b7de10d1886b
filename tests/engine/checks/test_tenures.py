import pytest

from articles.engine.checks import Code
from tests.engine.checks.readings import findings

NAMES = {"PERSON": ["Ana Berg", "Tom Ash"], "ORG": ["Harrow Mill"]}


def durations(text, **options):
    return findings(text, **NAMES, **options).get(Code.DURATION_DIFFERS)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg has run the mill since 2017. She leaves after fifteen years at the head of it.",
        "Ana Berg has read the bulletin since 1987. After 29 years of saying it, she will be silent.",
        "Harrow Mill, founded in 2011, sells flour. Harrow Mill is in its twentieth year.",
        "Harrow Mill was founded in 1975. It marks its 25th anniversary with bread.",
        "The guild that she set up in 2011 is small. It is now in its twentieth season.",
        "It began in 2010 in a barn. Five years later, in 2019, it had a roof.",
    ],
)
def test_what_goes_on_is_as_old_as_its_beginning(text):
    assert len(durations(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg has run the mill since 2017. She leaves after eight years at the head of it.",
        "Ana Berg has run the mill since 2017. Tom Ash leaves after fifteen years at the port.",
        "Harrow Mill, founded in 2011, sells flour. Harrow Mill is in its fifteenth year.",
        "Harrow Mill was founded in 1975. It marks its 50th anniversary with bread.",
        "Ana Berg has run the mill since 2017. In 2003 she left after fifteen years at the port.",
        "It began in 2010 in a barn. Nine years later, in 2019, it had a roof.",
    ],
)
def test_other_ages_are_no_finding(text):
    assert durations(text) is None


def test_nothing_is_counted_to_an_unknown_day():
    text = "Ana Berg has run the mill since 2017. She leaves after fifteen years at the head of it."

    assert durations(text, published=None) is None
