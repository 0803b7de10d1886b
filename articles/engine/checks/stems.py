"""Words without their endings, so that "announced", "announces" and "announcement" are one word.

Light on purpose: it cuts what English inflects and the commonest suffixes of nouns made from verbs,
and leaves at least three letters. Verbs with forms of their own and words that mean one kind of event
stand in `data/stems.toml`.
"""

from __future__ import annotations

from functools import lru_cache

from articles.engine.data import vocabulary

_WORDS = vocabulary("stems")
_SUFFIXES: tuple[tuple[str, str], ...] = tuple(
    sorted(_WORDS["suffixes"].items(), key=lambda pair: -len(pair[0]))
)
_IRREGULAR: dict[str, str] = {
    form: word
    for table in (_WORDS["irregular"], _WORDS["same"])
    for word, forms in table.items()
    for form in forms
}
_SHORTEST = 3
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what the forms of a lower-case word have in common."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    rest = _without_s(word.removesuffix("'s").removesuffix("’s"))
    if rest in _IRREGULAR:
        return _IRREGULAR[rest]
    for suffix, instead in _SUFFIXES:
        if rest.endswith(suffix) and _is_word(rest[: -len(suffix)]):
            return _closed(rest[: -len(suffix)] + instead)
    return _closed(rest)


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ies") + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        return word[:-1]
    return word


def _is_word(rest: str) -> bool:
    return len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest)


def _closed(rest: str) -> str:
    """Return the stem without a doubled consonant, a final e or y at its end."""
    if len(rest) > _SHORTEST and rest[-1] == rest[-2] and rest[-1] not in "aeiouls":
        return rest[:-1]
    if len(rest) > _SHORTEST and rest[-1] in "ey":
        return rest[:-1]
    return rest
