"""Whatever the text: figures quote it, do not overlap, and take linear time."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, strategies as st

from articles.engine.recognizers.figures import recognize
from articles.engine.types import Document
from tests.engine.recognizers.figures.found import figures

_PIECES = [
    "12", "3.5", "$", "%", " ", "million", "-", ",", "000", "x", "users", "as of ", "2024", ".", "€", "two", "\n", "Rs ", "of the ",
    "one in three ", "half ", "a ", "dozen ", "-year-old", "aged ", "km ", "m ", "to ", "thousands of ", "½", "1/4", "feet ", "K",
]  # fmt: skip
_SIZE = 4_000
_TIMES_SLOWER = 14


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
def test_time_grows_with_the_length_of_the_text(pump):
    short, long = (_seconds(pump, size) for size in (_SIZE, 4 * _SIZE))

    assert long < _TIMES_SLOWER * max(short, 0.005)


def _seconds(pump: str, size: int) -> float:
    document = Document((pump * size)[:size])
    began = time.process_time()
    recognize(document)
    return time.process_time() - began
