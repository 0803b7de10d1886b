"""What nobody writes, except to break things. Whether time stays linear, `make bench` shows."""

import pytest

from tests.engine.recognizers.citations.marked import recognize

PIECES = [
    '"a" ', "“", "said ", "said, ", "(source: [a ", "(", "according to ", "as a ", "as per a ", "Ana Berg said ", "she said that he said ",
    "“Berg said.\n\n", "Ana Berg: “x y z w.” ", "Ana Berg, who said, ", "Ana Berg, ", "in Berg's view ", "Berg's claim that ", "said: ", "Said Berg ",
    " ", "\n", "a", "said; ", "one of ", "5 percent of ", "\u202e“א said", "🎉 said ", "e\u0301 said “",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_long_nonsense_is_read_to_its_end(piece):
    text = piece * (20_000 // len(piece))

    assert all(0 <= one.start < one.end <= len(text) for one in recognize(text))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "said", "said.", "“", "”", "said “", ": “", "“”", "“” said", "SAID ANA BERG", "\x00 said \ufeff"]
)  # fmt: skip
def test_fragments_raise_nothing(text):
    recognize(text)
