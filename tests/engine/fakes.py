"""Stand-ins for the tagger and the knowledge base: tables instead of a model and a database."""

import re

from articles.engine.names import name_key
from articles.engine.tagged import TaggedSpan, Tagging
from articles.engine.types import Kind

SURE = 0.95


class TableTagger:
    """Tags every occurrence of the names it is given with the kind it is given, as sure as told."""

    version = "table 1"

    def __init__(self, *, score=SURE, **kinds):
        self._score = score
        self._names = [(name, Kind[kind]) for kind, names in kinds.items() for name in names]

    def tag(self, texts):
        return [
            Tagging(
                tuple(
                    TaggedSpan(found.start(), found.end(), kind, self._score)
                    for name, kind in self._names
                    for found in re.finditer(rf"\b{re.escape(name)}\b", text)
                )
            )
            for text in texts
        ]


class TableKnowledge:
    """Known names and candidates from lists."""

    def __init__(self, *candidates, names=(), meanings=None):
        self._candidates = candidates
        self._names = list(names)
        self._meanings = meanings or {}

    def known_names(self):
        return self._names

    def candidates(self, name, kind):
        if kind is Kind.HANDLE:
            return [one for one in self._candidates if name.lstrip("@") in one.handles]
        key = name_key(name, kind)
        return [one for one in self._candidates if one.kind is kind and key in _spellings(one)]

    def meanings(self, spellings):
        return {one: self._meanings[one] for one in spellings if one in self._meanings}


def _spellings(candidate):
    return {name_key(text, candidate.kind) for text in (candidate.name, *candidate.aliases)}
