"""A tagger without a model: real code on real text, so that tests of the flow need no weights."""

import re

from articles.engine.tagged import TaggedSpan, Tagging
from articles.engine.types import Kind

_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_OFFICES = ("Office", "Council", "Institute", "Works", "University")


class CapitalTagger:
    """Two capitalised words are a person, or an organization where the last word says so."""

    version = "capitals 1"

    def tag(self, texts):
        return [
            Tagging(tuple(self._span(found) for found in _NAME.finditer(text))) for text in texts
        ]

    def _span(self, found):
        kind = Kind.ORG if found[0].endswith(_OFFICES) else Kind.PERSON
        return TaggedSpan(found.start(), found.end(), kind, 0.9)
