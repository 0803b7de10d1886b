"""From bytes to text: by byte order mark, by what the bytes declare, else UTF-8; never by guessing."""

from __future__ import annotations

import codecs
import re

from articles.engine.errors import TooLarge, UnreadablePost
from articles.engine.limits import MAX_BYTES

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
# Labels that pages give and what browsers read them as (WHATWG Encoding Standard).
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip
_NEVER = frozenset(
    ("utf-7", "utf7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined")
)


def decode(raw: bytes) -> str:
    """Return the text of the bytes, without a byte order mark.

    Raises TooLarge, or UnreadablePost with the first byte that cannot be read.
    """
    if len(raw) > MAX_BYTES:
        raise TooLarge("post", f"it is longer than {MAX_BYTES:,} bytes")
    encoding = _encoding(raw)
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        reason = (
            f"it is not {encoding.upper()}: byte 0x{raw[error.start]:02X} at position {error.start}"
        )
        raise UnreadablePost("post", reason) from error


def _encoding(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    declared = _DECLARED.search(raw[:_HEAD])
    return _known(declared[1].decode("ascii").lower()) if declared else "utf-8"


def _known(label: str) -> str:
    try:
        codec = codecs.lookup(_READ_AS.get(label, label))
    except LookupError:
        codec = None
    if codec is None or label in _NEVER or not codec._is_text_encoding:  # noqa: SLF001  the one way to tell
        raise UnreadablePost("post", f"it declares an encoding that nobody knows: {label}")
    return codec.name
