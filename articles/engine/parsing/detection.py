"""How the words of a post are written down, told from the post itself."""

from __future__ import annotations

import re

from articles.engine.types import Format

_OPENS_WITH_TAG = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype|\?xml|html|head|body|p|div|article|section|main|header|h[1-6]|ul|ol|table|"
    r"blockquote|figure|span|a|strong|em|b|i|br|img)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_END = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|article|section|blockquote|table)>", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n")
_MARKDOWN = re.compile(
    r"^(?:#{1,6}[ \t]+\S|```|~~~|>[ \t]\S)"  # a heading, a fence, a quotation
    r"|\[[^\]\n]{1,200}\]\((?:https?:|/|mailto:)"  # a link
    r"|\*\*[^\s*][^*\n]{0,200}\*\*",  # bold
    re.MULTILINE,
)
_SEVERAL = 2


def detect(text: str) -> Format:
    """Return the format of a post; what shows no markup is plain text, with list items or without."""
    if _FRONT_MATTER.match(text):
        return Format.MARKDOWN
    if _OPENS_WITH_TAG.match(text) or _several(_BLOCK_END, text):
        return Format.HTML
    if _MARKDOWN.search(text):
        return Format.MARKDOWN
    return Format.TEXT


def is_page(markup: str) -> bool:
    """Say whether HTML is a whole page, with navigation and all, rather than the body of an article."""
    return _PAGE.search(markup[:20_000]) is not None


def _several(pattern: re.Pattern[str], text: str) -> bool:
    return sum(1 for _, _ in zip(range(_SEVERAL), pattern.finditer(text), strict=False)) == _SEVERAL
