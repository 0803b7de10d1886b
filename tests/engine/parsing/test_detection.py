from __future__ import annotations

import pytest

from articles.engine.parsing.detection import detect
from articles.engine.types import Format


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: a\n---\nb", Format.MARKDOWN),
        ("# Title\n\nwords", Format.MARKDOWN),
        ("See [this](https://e.org).", Format.MARKDOWN),
        ("Some **bold** words", Format.MARKDOWN),
        ("<!doctype html><title>a", Format.HTML),
        ("  <!-- saved --> <html>", Format.HTML),
        ("<p>words", Format.HTML),
        ("words</p><p>words</p>", Format.HTML),
        ("Plain words.", Format.TEXT),
        ("#hashtag and 2 * 3 * 4 < 5", Format.TEXT),
        ("List\n- one\n- two", Format.TEXT),
        ("--- dashes", Format.TEXT),
        ("a <thing> in <brackets>", Format.TEXT),
    ],
)
def test_it_tells_the_format(text, expected):
    assert detect(text) is expected
