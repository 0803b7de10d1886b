"""What the engine is willing to read: bounds checked in linear time before any parser sees a post.

HTML parsers take quadratic time on deep nesting, on tags with thousands of attributes and on
floods of character references, so that a few hundred kilobytes can hold a worker for minutes.
Everything is counted here on the safe side, without parsing: an end tag closes at most one
element of its name, and tags inside scripts count too.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from articles.engine.errors import TooDeep, TooLarge, UnreadablePost

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 4_000_000
"""Saved news pages reach 2.3 MB, most of it script."""

MAX_TAGS = 60_000
MAX_DEPTH = 1_000
MAX_ATTRIBUTES = 1_000
MAX_REFERENCES = 100_000

_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]{0,40})|[!?])")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = r"""
    (?: [\s/]*+ [^\s/>][^\s/>=]*+                                       # its name
        (?: \s*+ = \s*+ (?: "[^"]*" | '[^']*' | [^\s>"'][^\s>]*+ ) )?+   # and its value
    )"""
_ATTRIBUTES = re.compile(
    f"(?P<crowded>{_ATTRIBUTE}{{{MAX_ATTRIBUTES}}}) | {_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}}",
    re.VERBOSE,
)
# What looks like a tag within another one's attributes is looked at, too. All that looking may
# not come to more than this many times the length of the markup; real pages stay below four.
_MOST_LOOKS = 10
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    )
)
# Parsers close these by themselves at the next of their kind, and old pages rely on it. They
# nest only inside elements that do count.
_IMPLIED_END = frozenset(
    ("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup")
)


def check_text(text: str, *, field: str = "post", max_bytes: int = MAX_BYTES) -> None:
    """Raise UnreadablePost or TooLarge unless the text can be stored and read at all."""
    if not text.strip():
        raise UnreadablePost(field, "it is empty")
    check_characters(text, field=field)
    if len(text) > max_bytes or len(text.encode()) > max_bytes:
        raise TooLarge(field, f"it is longer than {max_bytes:,} bytes")


def check_characters(text: str, *, field: str) -> None:
    """Raise UnreadablePost if the text holds what no database column or JSON reader accepts."""
    null = text.find("\x00")
    if null >= 0:
        raise UnreadablePost(field, f"it holds a NUL character at position {null}")
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise UnreadablePost(field, f"it holds half a character at position {surrogate.start()}")


def check_markup(markup: str, *, field: str = "post", max_depth: int = MAX_DEPTH) -> None:
    """Raise TooLarge or TooDeep if the markup is more than a parser may be shown."""
    if len(markup) > MAX_BYTES:
        raise TooLarge(field, f"it is longer than {MAX_BYTES:,} bytes")
    if markup.count("&") > MAX_REFERENCES:
        raise TooDeep(field, f"its markup has more than {MAX_REFERENCES:,} ampersands")
    depth = looked = 0
    opened: Counter[str] = Counter()
    for number, tag in enumerate(_tags(markup)):
        if number >= MAX_TAGS:
            raise TooDeep(field, f"its markup has more than {MAX_TAGS:,} tags")
        if not tag["name"]:
            continue
        depth += _step(opened, tag["name"].lower(), closing=bool(tag["close"]))
        if depth > max_depth:
            raise TooDeep(field, f"its markup is nested more than {max_depth:,} levels deep")
        attributes = _ATTRIBUTES.match(markup, tag.end())
        looked += attributes.end() - tag.end() if attributes else 0
        if looked > _MOST_LOOKS * len(markup) or (attributes and attributes["crowded"]):
            raise TooDeep(field, f"a tag has more than {MAX_ATTRIBUTES:,} attributes")


def _tags(markup: str) -> Iterator[re.Match[str]]:
    at = 0
    while tag := _TAG.search(markup, at):
        yield tag
        at = _end_of_comment(markup, tag.end()) if tag["comment"] else tag.end()


def _step(opened: Counter[str], name: str, *, closing: bool) -> int:
    """Return by how much a tag changes the depth."""
    if name in _VOID or name in _IMPLIED_END:
        return 0
    if not closing:
        opened[name] += 1
        return 1
    if not opened[name]:
        return 0
    opened[name] -= 1
    return -1


def _end_of_comment(markup: str, start: int) -> int:
    """Return where a comment ends: `<!-->` is a whole one, and an open one takes the rest."""
    end = _COMMENT_END.search(markup, start - 2)
    return end.end() if end else len(markup)
