"""Words for XML 1.0, which cannot hold every character that a database can."""

from __future__ import annotations

import re

# All but its production Char.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_words(words: str) -> str:
    """Return the words without the characters that XML has no way to write."""
    return _NOT_XML.sub("", words)
