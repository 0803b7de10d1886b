"""Which country a text is about, for currencies that several countries have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TypedDict

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.patterns import any_of

_OF_WORD: dict[str, str] = {
    word: name for name, words in vocabulary("currencies")["countries"].items() for word in words
}
_NAMED = re.compile(rf"\b(?:{any_of(_OF_WORD)})\b(?!\$)")

_FEWEST = 2


class Shared(TypedDict, total=False):
    """A currency of several countries, as the vocabulary has it."""

    signs: list[str]
    names: list[str]
    otherwise: str
    unless: list[str]
    countries: Mapping[str, str]


class Countries:
    """The countries of one text, counted when a currency first asks for them."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def currency(self, shared: Shared) -> str:
        """Return the currency of several countries that the text means, or its `otherwise`."""
        countries = shared["countries"]
        named = max(countries, key=lambda country: self._named[country])
        if not self._named[named] or any(self._named[name] for name in shared.get("unless", ())):
            return shared["otherwise"]
        if shared.get("unless") and not self._is_about(named):
            return shared["otherwise"]
        return countries[named]

    def names_any(self, shared: Shared) -> bool:
        """Say whether the text names a country that has the currency."""
        return any(self._named[country] for country in shared["countries"])

    def is_named(self, country: str) -> bool:
        """Say whether the text names a country."""
        return self._named[country] > 0

    def _is_about(self, country: str) -> bool:
        """Say whether no other country is named more often."""
        return self._named[country] == max(_FEWEST, *self._named.values())

    @cached_property
    def _named(self) -> Counter[str]:
        return Counter(_OF_WORD[found[0]] for found in _NAMED.finditer(self._text))
