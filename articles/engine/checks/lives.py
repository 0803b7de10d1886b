"""Where people are at home, were born and have studied, as a text or a card says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.phrases import any_of
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Span

_TURNS = {
    name: re.compile(
        rf"\b{any_of(turns)}\s(?:(?:just\s)?(?:in|at|near|from|outside|on|to)\s)?(?:the\s)?$",
        re.IGNORECASE,
    )
    for name, turns in vocabulary("cards")["lives"].items()
}
_KINDS = {"home": Kind.PLACE, "birth": Kind.PLACE, "studies": Kind.ORG}
_CHAIN = re.compile(r"(?:,\s|\sin\s|\sand\s(?:in\s)?|\s\()(?:the\s)?")
_COUNTRIES = frozenset(vocabulary("places")["countries"]) | frozenset(
    vocabulary("places")["regions"]
)
_REACH = 80


@dataclass(frozen=True, slots=True)
class Stay:
    """A place or a school in somebody's life: which turn of it, the keys of all names of it, where it stands."""

    turn: str
    keys: frozenset[str]
    names: frozenset[str]
    span: Span

    def differs(self, other: Stay) -> bool:
        """Say whether two stays name two places for one turn of a life, neither of them a country."""
        vast = bool((self.names | other.names) & _COUNTRIES)
        return self.turn == other.turn and not self.keys & other.keys and not vast


def stays(story: Story, within: Span) -> Iterator[Stay]:
    """Yield the places and schools that a stretch of the text gives, in order."""
    named = story.mentions_in(within.start, within.end)
    for at, one in enumerate(named):
        for turn, kind in _KINDS.items():
            low = max(within.start, one.start - _REACH)
            told = _TURNS[turn].search(story.text, low, one.start) if one.kind is kind else None
            if told:
                chain = [one]
                for following in named[at + 1 : at + 4]:
                    if not _CHAIN.fullmatch(story.text, chain[-1].end, following.start):
                        break
                    chain.append(following)
                keys = frozenset(each.key for each in chain)
                names = frozenset(each.text for each in chain)
                yield Stay(turn, keys, names, Span(told.start(), one.end))
