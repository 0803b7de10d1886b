"""The groups that shares are shares of: "all district hospitals", "patients over 70", "the whole electorate"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.engine.checks.phrases import any_of, word
from articles.engine.checks.stems import stem
from articles.engine.data import vocabulary

_WORDS = vocabulary("bases")
_STOPWORDS = frozenset(vocabulary("stopwords")["words"])
_ENDS = any_of(_WORDS["ends"])
_TERM = rf"(?!{_ENDS}\b)[^,.;:()\n\s]+"
GROUP = rf"(?P<group>{_TERM}(?:\s{_TERM}){{0,7}})"
"""A pattern for the words of a group, up to a verb or a comma."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
_PREPOSITION = re.compile(
    r"\s(?:of|in|at|with|from|for|on|by|aged|under|over|across|and|who|that)\b", re.IGNORECASE
)
_ALL = word(_WORDS["all"])
_WIDE = word(_WORDS["wide"])
_RESTRICTS = word(_WORDS["restricts"])
_COLLECTIVE = frozenset(_WORDS["collective"])
_SAME: dict[str, str] = {stem(one): kind for kind, words in _WORDS["same"].items() for one in words}
_ANYBODY = frozenset(stem(one) for one in _WORDS["anybody"])
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_OPENS_WITHIN = re.compile(r"(?:In|Among|Across|On)\s(?:the\s)?[a-z]")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its noun, the words that say which of its kind, whether it is all of them, the names in it."""

    text: str
    noun: str
    stems: frozenset[str]
    names: frozenset[str]
    is_many: bool
    is_all: bool
    is_some: bool

    @property
    def is_anybody(self) -> bool:
        """Say whether the words mean whoever was asked, or those told before."""
        return self.noun in _ANYBODY

    def differs(self, other: Group, *, measured: bool) -> bool:
        """Say whether two groups are of two kinds, or of one kind, all of them and some.

        A group without a plural noun, "the trade", counts where the same is `measured` in both.
        """
        if self.names and other.names and not self.names & other.names:
            return False
        are_many = measured or (self.is_many and other.is_many)
        if self.noun == other.noun or not are_many:
            return self._includes(other) or other._includes(self)
        if self.is_anybody or other.is_anybody:
            return False
        return not (self.stems <= other.stems or other.stems <= self.stems)

    def _includes(self, other: Group) -> bool:
        """Say whether this is all of a kind, and the other some of it."""
        counts = self.is_many or self.noun == other.noun
        return counts and self.is_all and other.is_some and not other.is_all


def group(words: str, scope: str = "") -> Group:
    """Return the group that words name; `scope` is the rest of their sentence."""
    head, tail = _head(words)
    before = words[: words.lower().find(head.lower())] if head else ""
    stems = _stems(words)
    is_all = _ALL.search(before) is not None or _WIDE.search(words + " " + scope) is not None
    is_some = bool(
        _stems(before) or _RESTRICTS.match(tail.lstrip()) or _OPENS_WITHIN.match(scope.lstrip())
    )
    return Group(
        text=words,
        noun=_kind(head) if not head[:1].isupper() else "person",
        stems=frozenset(stems),
        names=frozenset(_CAPITAL.findall(words)),
        is_many=_is_many(head),
        is_all=is_all,
        is_some=is_some,
    )


def _head(words: str) -> tuple[str, str]:
    """Return the noun of a group, "hospitals" of "all district hospitals in the north", and what follows it."""
    found = [
        one
        for one in _TOKEN.finditer(_PREPOSITION.split(words)[0])
        if one[0].isalpha() or "-" in one[0]
    ]
    many = [at for at, one in enumerate(found) if _is_many(one[0]) and not _ALL.fullmatch(one[0])]
    if not found:
        return "", ""
    at = many[0] if many else len(found) - 1
    if at + 1 < len(found) and found[at + 1][0].lower() in _COLLECTIVE:
        at += 1
    return found[at][0], words[found[at].end() :]


def _is_many(noun: str) -> bool:
    low = noun.lower()
    plural = (
        low.endswith("s")
        and not low.endswith(("ss", "us", "is", "'s", "’s"))
        and len(low) >= _SHORTEST
    )
    return plural or low in _COLLECTIVE


def _kind(noun: str) -> str:
    found = stem(noun.lower())
    return _SAME.get(found, found)


def _stems(words: str) -> set[str]:
    found = (one[0].lower() for one in _TOKEN.finditer(words))
    return {_kind(one) for one in found if len(one) >= _SHORTEST and one not in _STOPWORDS} - {
        _kind(one) for one in _WORDS["all"]
    }
