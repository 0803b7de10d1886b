"""How much two passages about one kind of event seem to speak of the same one."""

from __future__ import annotations

from articles.engine.checks.happenings import Happening
from articles.engine.checks.story import Story
from articles.engine.types import Kind

_MOST_OFTEN = 8
_OF_NAME = 0.6
_OF_PLACE = 0.25


def likeness(story: Story, one: Happening, other: Happening) -> float:
    """Return what two passages share: telling words, the rarer the more, and names."""
    shared = set(one.things) & set(other.things)
    words = sum(story.weight(word) for word in shared if story.count(word) <= _MOST_OFTEN)
    kinds = {each.key: each.kind for each in (*one.names, *other.names)}
    keys = {each.key for each in one.names} & {each.key for each in other.names}
    names = [_OF_PLACE if kinds[key] is Kind.PLACE else _OF_NAME for key in keys]
    return words + sum(names)
