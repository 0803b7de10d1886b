import pytest

from articles.engine.evaluation.resolution import b_cubed, score
from tests.engine.evaluation.judged import judged, named, summed


def test_b_cubed_is_the_mean_over_mentions():
    """Worked by hand: {1,2,3}{4,5} answered as {1,2}{3,4,5} (Bagga and Baldwin's kind of case)."""
    shares = b_cubed("aabbb", "xxxyy")

    assert shares == [
        (1, pytest.approx(2 / 3)),
        (1, pytest.approx(2 / 3)),
        (pytest.approx(1 / 3), pytest.approx(1 / 3)),
        (pytest.approx(2 / 3), 1),
        (pytest.approx(2 / 3), 1),
    ]


def test_short_names_are_the_person_of_the_text():
    text = "Ana Berg sang. Berg smiled. Oslo slept."
    one = judged(
        text,
        names=[
            named(text, "Ana Berg", "PERSON", "ana"),
            named(text, "Berg", "PERSON", "ana", nth=1),
            named(text, "Oslo", "PLACE", "oslo"),
        ],
    )

    assert summed(score([one]), "within a text") == (3, 3, 3, 3)


def test_across_texts_homonyms_are_told_apart_by_nothing():
    text = "Berg sang."
    texts = [
        judged(text, names=[named(text, "Berg", "PERSON", entity)]) for entity in ("ana", "bo")
    ]
    outcomes = score(texts)

    assert summed(outcomes, "within a text") == (2, 2, 2, 2)
    assert summed(outcomes, "across texts") == (1, 2, 2, 2)
    assert outcomes[0].counts["across texts"].correct == 0.5


def test_boundaries_are_normalised_and_names_without_entity_left_out():
    text = "The UN met. UN’s men met Bo."
    one = judged(
        text,
        names=[
            named(text, "The UN", "ORG", "un"),
            named(text, "UN’s", "ORG", "un"),
            named(text, "Bo", "PERSON"),
            named(text, "men", "MISC", "men"),
        ],
    )

    assert summed(score([one]), "within a text") == (2, 2, 2, 2)


def test_an_acronym_in_brackets_is_explained():
    text = "The World Food Programme (WFP) met. WFP left."
    one = judged(
        text,
        names=[
            named(text, "World Food Programme", "ORG", "wfp"),
            named(text, "WFP", "ORG", "wfp"),
            named(text, "WFP", "ORG", "wfp", nth=1),
        ],
    )

    assert summed(score([one]), "within a text") == (3, 3, 3, 3)
