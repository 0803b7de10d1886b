from __future__ import annotations

import pytest

from articles.engine.recognizers.dates.grammar import Layer, Token
from articles.engine.recognizers.dates.patterns import code, compile_pattern


def tokens(*names):
    return [Token(code(name), at, at + 1, name) for at, name in enumerate(names)]


@pytest.mark.parametrize(
    ("pattern", "names", "length"),
    [
        ("one two", ["one", "two"], 2),
        ("one? two", ["two"], 1),
        ("one/two three", ["two", "three"], 2),
        ("(one|two three) four", ["two", "three", "four"], 3),
        ("one (?!two)", ["one", "three"], 1),
        ("one (?=two)", ["one", "two"], 1),
        ("one two*", ["one", "two", "two"], 3),
    ],
)
def test_it_matches_classes_of_tokens(pattern, names, length):
    found = compile_pattern(pattern).regex.match("".join(code(name) for name in names))

    assert found.end() == length


@pytest.mark.parametrize("pattern", ["one?", "one)", "one {two}", "(one|two?)"])
def test_it_refuses_what_is_no_pattern(pattern):
    with pytest.raises(ValueError, match="not a pattern"):
        compile_pattern(pattern)


def test_a_label_may_stand_in_each_alternative():
    layer = Layer()
    layer.rule("pair", "at:one two|two at:three")(lambda said, context: said["at"])

    (made,) = layer.reduce(tokens("two", "three"), None, loosely=False)

    assert made.value == "three"
    assert (made.start, made.end) == (0, 2)


def test_the_longest_rule_wins_and_a_rule_may_refuse():
    layer = Layer()
    layer.rule("short", "one")(lambda said, context: "short")
    layer.rule("long", "one two")(lambda said, context: "long")
    layer.rule("longest", "one two three")(lambda said, context: None)

    made = layer.reduce(tokens("one", "two", "three", "one"), None, loosely=False)

    assert [token.value for token in made] == ["long", "three", "short"]


def test_loose_rules_are_left_out_of_news():
    layer = Layer()
    layer.rule("loose", "one", loose=True)(lambda said, context: "heard")

    assert layer.reduce(tokens("one"), None, loosely=False)[0].value == "one"
    assert layer.reduce(tokens("one"), None, loosely=True)[0].value == "heard"
