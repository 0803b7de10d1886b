"""What a text calls those it names: "Ministry of Health" is a ministry, "Ana Berg, the mayor" a mayor."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon, phrases
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APPOSED = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,?\s+(?:an?|the|its|his|her|their|who|which)\s+(?P<words>[^,;:.“”\"\n]{2,70})"
)
_KINDS = frozenset({Kind.PERSON, Kind.ORG, Kind.PRODUCT, Kind.WORK})


def described(reading: Reading) -> dict[str, list[tuple[int, str]]]:
    """Return for each noun that can speak where somebody is called so, and the key, in text order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in reading.mentions:
        if one.kind in _KINDS:
            for noun in set(_nouns(reading, one)):
                found[noun].append((one.start, one.key))
    return found


def _nouns(reading: Reading, mention: Mention) -> Iterator[str]:
    """Yield the nouns in a name, in the title before it and in the words between commas behind it."""
    known = lexicon.PERSON_NOUNS if mention.kind is Kind.PERSON else lexicon.ORGANIZATION_NOUNS
    texts = [mention.name] if mention.kind is not Kind.PERSON else []
    apposed = _APPOSED.match(reading.text, mention.end)
    if apposed:
        texts.append(apposed["words"])
    before = reading.mention_before(mention.start)
    low = max(reading.sentence_at(mention.start).start, before.end if before else 0)
    texts.append(reading.text[phrases.begins(reading, low, mention.start) : mention.start])
    for text in texts:
        for word in _WORD.findall(text.lower()):
            if word in known:
                yield word
