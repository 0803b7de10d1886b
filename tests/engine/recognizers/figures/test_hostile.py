"""Whatever the text: figures quote it and do not overlap."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings, strategies as st

from articles.engine.recognizers.figures import recognize
from articles.engine.types import Document
from tests.engine.recognizers.figures.found import figures

_PIECES = [
    "12", "3.5", "$", "%", " ", "million", "-", ",", "000", "x", "users", "as of ", "2024", ".", "€", "two", "\n", "Rs ", "of the ",
    "one in three ", "half ", "a ", "dozen ", "-year-old", "aged ", "km ", "m ", "to ", "thousands of ", "½", "1/4", "feet ", "K",
]  # fmt: skip
_SIZE = 4_000


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_it_never_overlaps_and_quotes_the_text(text):
    assert all(one.end <= other.start for one, other in itertools.pairwise(figures(text)))


@pytest.mark.parametrize(
    "pump",
    [
        "1", "1,", "1 ", "1.", "$", "$1 ", "5% ", "1x ", "1k ", "5 km ", "2 and ", "a ", "one-", "one ", "one one one", "of ", "of of of",
        "million ", "as of ", "as of 2024 ", "2024 ", "thousands of ", "half ", "one in ", "1 of the ", "aged ", "R1", "a third ",
    ],
)  # fmt: skip
def test_long_nonsense_is_read_to_its_end(pump):
    text = (pump * _SIZE)[:_SIZE]

    assert all(text[one.start : one.end] == one.text for one in recognize(Document(text)))
