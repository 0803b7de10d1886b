"""When two words of names are one, with letters wrong: edit distance, and what is no slip."""

from __future__ import annotations

from articles.engine.data import vocabulary
from articles.engine.names import fold

_WORDS = vocabulary("spelling")
_OTHERS = frozenset(_WORDS["different"]) | frozenset(
    word.casefold()
    for table in ("countries", "regions", "cities", "groups")
    for name in vocabulary("places")[table]
    for word in name.split()
)
_ENDINGS = frozenset(_WORDS["endings"])
_SHORTEST = 4
_SHORTEST_ALONE = 5
_LONG = 7
_LONG_PAIR = 10


def drifts(one: str, other: str) -> bool:
    """Say whether two words may be one, where all the other words of the names are the same."""
    if fold(one) == fold(other):
        return one != other
    if _is_variant(one, other):
        return False
    one, other = fold(one), fold(other)
    most = 2 if min(len(one), len(other)) >= (_LONG_PAIR if "-" in one else _LONG) else 1
    return min(len(one), len(other)) >= _SHORTEST and distance(one, other) <= most


def slips(one: str, other: str) -> bool:
    """Say whether two words that stand alone are one, with a letter wrong."""
    if _is_variant(one, other) or min(len(one), len(other)) < _SHORTEST_ALONE:
        return False
    return distance(fold(one), fold(other)) == 1


def slips_in_surname(one: str, other: str) -> bool:
    """Say whether two surnames are one, with a letter wrong: no ending makes another surname of one."""
    if min(len(one), len(other)) < _SHORTEST_ALONE or _is_apart(one, other):
        return False
    short, long = sorted((fold(one), fold(other)), key=len)
    return distance(short, long) == 1 and long not in (short + "s", short + "'s")


def _is_apart(one: str, other: str) -> bool:
    """Say whether two words are numbers, places, or parts of given names that differ: Kwok-kin, Kwok-kit."""
    if any(sign.isdigit() for sign in one + other) or {one, other} <= _OTHERS:
        return True
    return "-" in one and len(one) == len(other) < _LONG_PAIR


def _is_variant(one: str, other: str) -> bool:
    """Say whether two words are rightly two: numbers, places, endings, British and American spelling."""
    if _is_apart(one, other):
        return True
    short, long = sorted((fold(one), fold(other)), key=len)
    british = any(short.replace(a, b) == long.replace(a, b) for a, b in _WORDS["british"])
    return british or _is_ending(short, long) or long.endswith(("-" + short, "'" + short))


def _is_ending(short: str, long: str) -> bool:
    """Say whether only the endings differ: Maria and Mario, Korea and Korean, Texas and Texans."""
    same = next(
        (at for at, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1),
        len(short),
    )
    return same >= _SHORTEST - 1 and any(
        short[at:] in _ENDINGS and long[at:] in _ENDINGS for at in range(max(3, same - 2), same + 1)
    )


def shortened(word: str) -> set[str]:
    """Return the word, and the word without each of its letters."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def distance(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped; 3 for more than two."""
    if abs(len(one) - len(other)) > 2:  # noqa: PLR2004 - as documented
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return min(row[-1], 3)
