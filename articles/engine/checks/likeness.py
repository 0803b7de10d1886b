"""How much two passages about one kind of event seem to speak of the same one."""

from __future__ import annotations

import re
from collections import Counter

from articles.engine.checks.happenings import Happening
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Mention

_WORDS = vocabulary("happening_words")


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


_AGAIN = _any(_WORDS["again"])
_MOVED = _any(_WORDS["moved"])
_PLANNED = _any(_WORDS["planned"])
_OLD, _NEW = _any(_WORDS["old"]), _any(_WORDS["new"])
_RECURRING = re.compile(r"\b(?:" + "|".join(_WORDS["recurring"]) + r")\b")
_PARTS = _any(_WORDS["parts"])
_BROAD = frozenset(map(stem, _WORDS["broad"]))
_ACTORS = frozenset({Kind.ORG, Kind.PRODUCT, Kind.WORK, Kind.EVENT, Kind.LAW})
_AROUND = 70
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


def may_be_same(story: Story, one: Happening, other: Happening) -> bool:
    """Say whether what two passages speak of may be one.

    A pronoun, a broad word or nothing stands for one of them, or a common noun for whom the text is about.
    """
    if any(not each.subject or each.subject & _BROAD for each in (one, other)):
        return True
    chief = _chief(story)
    return any(
        chief in each.subject and not any(":" in word for word in rest.subject)
        for each, rest in ((one, other), (other, one))
    )


def name_others(one: Happening, other: Happening) -> bool:
    """Say whether each passage is about an organization, product or work that the other is not about."""
    named = [
        {each.key for each in passage.names if each.kind in _ACTORS and _is_close(passage, each)}
        for passage in (one, other)
    ]
    return bool(named[0] and named[1] and not named[0] & named[1])


def _is_close(passage: Happening, name: Mention) -> bool:
    """Say whether a name stands beside the words that say what happened."""
    return name.key in passage.subject or 0 <= name.start - passage.word.end <= len(" of the ")


def _chief(story: Story) -> str:
    """Return the key of the organization, product or work that the text names most."""
    counts = Counter(one.key for one in story.mentions if one.kind in _ACTORS)
    return counts.most_common(1)[0][0] if counts else ""


def are_apart(story: Story, one: Happening, other: Happening) -> bool:
    """Say whether the words beside two dates tell them apart on purpose."""
    words = [_around(story, each) for each in (one, other)]
    if any(_RECURRING.search(each) or _AGAIN.search(each) or _MOVED.search(each) for each in words):
        return True
    if (_PLANNED.search(words[0]) is None) != (_PLANNED.search(words[1]) is None):
        return True
    parts = [Counter(found[0].lower() for found in _PARTS.finditer(each)) for each in words]
    if parts[0].keys() != parts[1].keys():
        return True
    return any(_OLD.search(each) for each in words) and any(_NEW.search(each) for each in words)


def _around(story: Story, one: Happening) -> str:
    sentence = story.sentence(one.date)
    low = max(sentence.start, one.span.start - _AROUND)
    return story.text[low : min(sentence.end, one.span.end + _AROUND // 2)]
