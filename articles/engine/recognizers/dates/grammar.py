"""A grammar of layers: rules replace runs of tokens by one token, layer after layer, each in one pass.

A text is the string of its tokens' codes, one character each. A layer reads that string once and takes
the longest rule at each place, so that time grows with the length of the text and not with what it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from articles.engine.recognizers.dates.patterns import Pattern, code, compile_pattern


@dataclass(slots=True)
class Token:
    """A word, a sign, or what a rule made of several; `parts` are the tokens that it was made of."""

    code: str
    start: int
    end: int
    value: Any = None
    parts: Sequence[Token] = field(default=(), repr=False)

    def is_a(self, *names: str) -> bool:
        """Say whether the token is of one of the classes."""
        return any(self.code == code(name) for name in names)


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule matched; its tokens answer to their labels."""

    tokens: Sequence[Token]
    found: re.Match[str]
    groups: Mapping[str, tuple[int, ...]]

    def __getitem__(self, label: str) -> Any:
        """Return the value of the labelled token, or None where the text left it out."""
        token = self.token(label)
        return token.value if token else None

    def token(self, label: str) -> Token | None:
        """Return the labelled token, or None where the text left it out."""
        for group in self.groups.get(label, ()):
            at = self.found.start(group)
            if at >= 0:
                return self.tokens[at]
        return None

    def has(self, label: str, *names: str) -> bool:
        """Say whether the labelled token is there, and of one of the classes."""
        token = self.token(label)
        return token is not None and token.is_a(*names)

    @property
    def matched(self) -> Sequence[Token]:
        """Return every token of the match."""
        return self.tokens[self.found.start() : self.found.end()]

    @property
    def before(self) -> Token | None:
        """Return the token ahead of the match, or None at the beginning of the text."""
        return self.tokens[self.found.start() - 1] if self.found.start() else None

    @property
    def after(self) -> Token | None:
        """Return the token behind the match, or None at the end of the text."""
        at = self.found.end()
        return self.tokens[at] if at < len(self.tokens) else None


Action = Callable[[Said, Any], Any]


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: Pattern
    action: Action
    result: str
    loose: bool


class Layer:
    """Rules that are tried together."""

    def __init__(self) -> None:
        """Start without rules; `rule` adds them."""
        self._rules: dict[str, list[_Rule]] = defaultdict(list)

    def rule(self, result: str, *patterns: str, loose: bool = False) -> Callable[[Action], Action]:
        """Register a function that says what the patterns mean; None says: not what it seemed.

        A loose rule is for language that is heard loosely: it is left out in news.
        """

        def register(action: Action) -> Action:
            for words in patterns:
                pattern = compile_pattern(words)
                rule = _Rule(pattern, action, code(result), loose)
                for opening in pattern.openings:
                    self._rules[opening].append(rule)
            return action

        return register

    def reduce(self, tokens: list[Token], context: Any, *, loosely: bool) -> list[Token]:
        """Return the tokens with every run that a rule matches replaced by one token."""
        codes = "".join([token.code for token in tokens])
        reduced: list[Token] = []
        at = 0
        for opening in self._openings.finditer(codes):
            place = opening.start()
            if place < at:
                continue
            made = self._longest(tokens, codes, place, context, loosely=loosely)
            if made:
                reduced += tokens[at:place]
                reduced.append(made)
                at = place + len(made.parts)
        reduced += tokens[at:]
        return reduced

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        return re.compile("[" + "".join(sorted(self._rules)) + "]")

    def _longest(
        self, tokens: list[Token], codes: str, place: int, context: Any, *, loosely: bool
    ) -> Token | None:
        matches = [
            (found, rule)
            for rule in self._rules[codes[place]]
            if (loosely or not rule.loose) and (found := rule.pattern.regex.match(codes, place))
        ]
        matches.sort(key=lambda match: -match[0].end())
        for found, rule in matches:
            value = _meaning(rule, Said(tokens, found, rule.pattern.groups), context)
            if value is not None:
                parts = tokens[place : found.end()]
                return Token(rule.result, parts[0].start, parts[-1].end, value, parts)
        return None


def _meaning(rule: _Rule, said: Said, context: Any) -> Any:
    try:
        return rule.action(said, context)
    except (ValueError, OverflowError):  # no such day, or nobody knows when the text was written
        return None
