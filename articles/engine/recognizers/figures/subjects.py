"""What moved by a figure, where the words before it say so: "Net profit rose 9 percent"."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.patterns import any_of

_WORDS = vocabulary("figures")["words"]
_VERB = re.compile(
    r"\s(?:(?:has|have|had|will|would|could|may|might|is|are|was|were|to|also|then|then)\s)*"
    rf"(?:{any_of(_WORDS['moves'])})"
    rf"(?:\s(?:by|to|at|up|down|the|{any_of(_WORDS['qualifiers'])}))*\s$",
    re.IGNORECASE,
)
_BORDER = re.compile(
    rf".*(?:[.,;:!?()\[\]“”\"—–\n]|\b(?:{any_of(_WORDS['borders'])})\b)", re.IGNORECASE | re.DOTALL
)
_OPENING = re.compile(r"\s*(?:(?:the|its|their|his|her|our|a|an|this|that)\s)?", re.IGNORECASE)
_PRONOUNS = frozenset(_WORDS["pronouns"])
_MOST_WORDS = 7
_LOOK_BACK = 120


def subject(text: str, start: int, floor: int) -> str | None:
    """Return the subject of the verb before a figure, not reaching back beyond `floor`."""
    low = max(floor, start - _LOOK_BACK)
    verb = _VERB.search(text, low, start)
    if verb is None:
        return None
    border = _BORDER.match(text, low, verb.start())
    opening = _OPENING.match(text, border.end() if border else low, verb.start())
    words = text[opening.end() if opening else low : verb.start()].split()
    if border is None and low > floor:
        words = words[1:]
    if not words or len(words) > _MOST_WORDS or words[-1].lower() in _PRONOUNS:
        return None
    return " ".join(words)
