"""Which figures an editor is asked about."""

from __future__ import annotations

import pytest

from articles.engine.recognizers.figures import recognize
from articles.engine.types import Document, Part
from tests.engine.recognizers.figures.found import figures


@pytest.mark.parametrize(
    "text",
    [
        "He used two words for it.",
        "Three people said so.",
        "They wrote three letters. Two of them came back.",
        "It took six stages. Nobody was hurt, and nobody died.",
    ],
)
def test_a_small_count_in_words_is_folded_away_with_a_reason(text):
    assert all(one.score < 0.5 and one.reason for one in figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "He used 2 words for it.",
        "Three people were killed.",
        "The blast killed at least two people.",
        "Its fall injured four climbers.",
        "They voted six to one.",
        "It closed four of its 13 libraries.",
        "It will have five ports by 2031.",
        "Eleven towns flooded.",
        "It fell by two thirds.",
        "It is four miles long.",
        "A child of three wept.",
    ],
)
def test_other_figures_are_asked_about(text):
    found = figures(text)[0]

    assert (found.score, found.reason) == (0.85, "")


def test_a_small_count_in_a_headline_is_asked_about():
    headline = "City to close five campuses"
    text = f"{headline}\n\nThe city will close five campuses."
    document = Document(text, parts=(Part("headline", 0, len(headline)),))

    assert [one.score > 0.5 for one in recognize(document)] == [True, False]
