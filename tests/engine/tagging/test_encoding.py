import pytest
from tokenizers import Tokenizer

from articles.engine.tagging import encoding
from articles.engine.tagging.encoding import LONGEST, SHAPES, windows
from articles.engine.tagging.model import shipped_folder

SHAPE = dict(enumerate(["none", "digits", "lower", "upper", "title", "initial", "camel", "mixed"]))
POSITION = dict(enumerate(["inside", "opens sentence", "opens line", "in title line"]))


@pytest.fixture(scope="module")
def tokenizer():
    loaded = Tokenizer.from_file(str(shipped_folder() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def read(text, tokenizer):
    """Every word that the model sees, with its shape and its position."""
    return [
        (text[start:end], *described(window.cases[first]))
        for window in windows(text, tokenizer)
        for start, end, first in zip(window.starts, window.ends, window.firsts, strict=True)
    ]


def described(case):
    return SHAPE[case % SHAPES], POSITION[case // SHAPES]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("harbour", "lower"),
        ("Harbour", "title"),
        ("NATO", "upper"),
        ("A", "initial"),
        ("PyTorch", "camel"),
        ("iPhone", "mixed"),
        ("2025", "digits"),
        ("—", "none"),
        ("Zoë", "title"),
        ("МИД", "upper"),
    ],
)
def test_it_tells_the_shape_of_a_word(tokenizer, word, shape):
    assert read(f"so {word}", tokenizer)[1][1] == shape


def test_it_tells_where_a_word_stands(tokenizer):
    text = "The port opened. Ships came.\nBig Harbour Robot Leaves Town"
    places = {word: position for word, _, position in read(text, tokenizer)}

    assert places["The"] == "opens line"
    assert places["port"] == "inside"
    assert places["Ships"] == "opens sentence"
    assert places["Robot"] == "in title line"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "word " * 1000,
        "no end " * 5000,
        ("A sentence stands here. " * 12 + "\n") * 20,
        "x" * 300_000,
        "e\u0301" * 400 + " 👩‍👩‍👧 \u202e\u05e9\u05dc\u05d5\u05dd\u202c ﷽ 中文字符",
        "\x00\ufffe\U000e0001 tag",
    ],
)
def test_windows_hold_all_words_once_and_none_is_too_long(tokenizer, text):
    seen = list(windows(text, tokenizer))
    starts = [start for window in seen for start in window.starts]
    ends = [end for window in seen for end in window.ends]

    assert all(len(window.pieces) <= LONGEST for window in seen)
    assert all(len(window.pieces) == len(window.cases) for window in seen)
    assert starts == sorted(set(starts))
    assert all(before <= after for before, after in zip(ends, starts[1:], strict=False))
    assert all(end <= len(text) for end in ends)


def test_a_window_ends_with_a_line_or_a_sentence_where_it_can(tokenizer):
    line = "The ferry left the port at noon. " * 6
    text = "\n".join([line.strip()] * 12)
    ends = [int(window.ends[-1]) for window in windows(text, tokenizer)]

    assert len(ends) > 3
    assert all(end == len(text) or text[end] == "\n" for end in ends)


def test_long_texts_are_cut_between_lines_and_keep_their_offsets(tokenizer, monkeypatch):
    text = "Ada Stone went home.\n" * 30
    whole = read(text, tokenizer)
    monkeypatch.setattr(encoding, "CHUNK", 100)

    assert [word for word, *_ in read(text, tokenizer)] == [word for word, *_ in whole]
