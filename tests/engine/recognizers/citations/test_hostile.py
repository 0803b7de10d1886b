"""What nobody writes, except to break things: time stays linear, nothing is raised."""

import time

import pytest

from tests.engine.recognizers.citations.marked import recognize

PIECES = [
    '"a" ', "“", "said ", "said, ", "(source: [a ", "(", "according to ", "as a ", "as per a ", "Ana Berg said ", "she said that he said ",
    "“Berg said.\n\n", "Ana Berg: “x y z w.” ", "Ana Berg, who said, ", "Ana Berg, ", "in Berg's view ", "Berg's claim that ", "said: ", "Said Berg ",
    " ", "\n", "a", "said; ", "one of ", "5 percent of ", "\u202e“א said", "🎉 said ", "e\u0301 said “",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece):
    times = []
    for length in (8_000, 32_000):
        begun = time.process_time()
        recognize(piece * (length // len(piece)))
        times.append(time.process_time() - begun)

    assert times[1] < 10 * max(times[0], 0.05)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "said", "said.", "“", "”", "said “", ": “", "“”", "“” said", "SAID ANA BERG", "\x00 said \ufeff"]
)  # fmt: skip
def test_fragments_raise_nothing(text):
    recognize(text)
