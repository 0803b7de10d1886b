"""A body as Markdown (CommonMark, with GitHub's tables): the same words, links and structure.

It knows the elements of a clean body and no others. Emphasis inside a word next to punctuation,
which Markdown has no way to mark, is left out; its words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.engine.plaintext import BLOCKS, parse_body

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>&~|"})
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)
_TICKS = re.compile("`+")
_MARKS = {"em": "*", "strong": "**"}
_BREAK = "\\\n"
_PREFIXES = {"h2": "## ", "h3": "### ", "h4": "#### "}


def body_markdown(body_html: str) -> str:
    """Return a clean body as Markdown, without a line feed at its end."""
    return _blocks(parse_body(body_html))


def words_markdown(words: str) -> str:
    """Return plain words so that Markdown takes none of them for a mark."""
    return _guarded(words.translate(_SPECIAL))


def link_markdown(words: str, url: str) -> str:
    """Return a link. `words` are Markdown already."""
    safe = url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\\", "%5C")
    return f"[{words}](<{safe}>)" if words else f"<{safe}>"


def _guarded(line: str) -> str:
    """Escape what makes a heading, a list or a rule at the start of a line."""
    return _LINE_START.sub(
        lambda found: (
            f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"
        ),
        line,
    )


def _blocks(parent: HtmlElement) -> str:
    """Return what an element holds: its blocks, and bare words as paragraphs, parted by a line."""
    pieces = [
        _block(piece) if not isinstance(piece, str) else _guarded(piece)
        for piece in _pieces(parent)
    ]
    return "\n\n".join(piece for piece in pieces if piece)


def _pieces(parent: HtmlElement) -> Iterator[HtmlElement | str]:
    """Yield the blocks of an element, and between them stretches of words as Markdown."""
    words = _escaped(parent.text)
    for child in parent:
        if child.tag in BLOCKS:
            yield words.strip()
            yield child
            words = ""
        else:
            words += _inline(child, before=words[-1:])
        words += _escaped(child.tail)
    yield words.strip()


def _block(element: HtmlElement) -> str:
    if element.tag == "pre":
        return _fenced(_lines(element))
    if element.tag == "blockquote":
        return _indented("> ", "> ", _blocks(element))
    if element.tag in ("ul", "ol"):
        return _list(element)
    if element.tag == "table":
        return _table(element)
    words = _blocks(element)
    prefix = _PREFIXES.get(element.tag, "")
    return f"{prefix}{words.replace(_BREAK, ' ')}" if prefix and words else words


def _list(element: HtmlElement) -> str:
    is_numbered = element.tag == "ol"
    items = []
    for number, item in enumerate(element, 1):
        marker = f"{number}. " if is_numbered else "- "
        items.append(_indented(marker, " " * len(marker), _blocks(item)))
    return "\n".join(items)


def _indented(first: str, rest: str, text: str) -> str:
    lines = text.split("\n")
    later = [f"{rest}{line}".rstrip() for line in lines[1:]]
    return "\n".join([f"{first}{lines[0]}".rstrip(), *later])


def _table(element: HtmlElement) -> str:
    rows = [[_cell(cell) for cell in row] for row in element.iter("tr")]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    first = next(iter(element.iter("tr")))
    has_head = any(cell.tag == "th" for cell in first)
    head, body = (rows[0], rows[1:]) if has_head else ([], rows)
    return "\n".join(_row(row, width) for row in (head, ["---"] * width, *body))


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"


def _cell(cell: HtmlElement) -> str:
    return " ".join(_blocks(cell).replace(_BREAK, " ").split())


def _inline(element: HtmlElement, *, before: str) -> str:
    if element.tag == "br":
        return _BREAK
    if element.tag == "code":
        return _code(element.text_content())
    words = _inner(element)
    if element.tag == "a":
        return link_markdown(words, element.get("href", ""))
    if element.tag in _MARKS:
        return _marked(words, _MARKS[element.tag], before=before, after=(element.tail or "")[:1])
    return words


def _inner(element: HtmlElement) -> str:
    words = _escaped(element.text)
    for child in element:
        words += _inline(child, before=words[-1:]) + _escaped(child.tail)
    return words


def _marked(words: str, mark: str, *, before: str, after: str) -> str:
    """Return emphasised words, or the bare ones where the marks would be read as asterisks."""
    bare = words.strip()
    if not bare or before == "*":
        return words
    left, _, right = words.partition(bare)
    opens = _is_letter(bare[0]) or left or not _is_letter(before)
    closes = _is_letter(bare[-1]) or right or not _is_letter(after)
    return f"{left}{mark}{bare}{mark}{right}" if opens and closes else words


def _is_letter(character: str) -> bool:
    return character.isalnum()


def _code(words: str) -> str:
    if not words.strip():
        return words
    ticks = _ticks(words, fewest=1)
    room = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{ticks}{room}{words}{room}{ticks}"


def _fenced(words: str) -> str:
    ticks = _ticks(words, fewest=3)
    return "\n".join([ticks, words.strip("\n"), ticks])


def _ticks(words: str, *, fewest: int) -> str:
    """Return more backticks in a row than the words hold."""
    longest = max(map(len, _TICKS.findall(words)), default=0)
    return "`" * max(fewest, longest + 1)


def _lines(element: HtmlElement) -> str:
    words = "\n" if element.tag == "br" else (element.text or "")
    return words + "".join(_lines(child) + (child.tail or "") for child in element)


def _escaped(words: str | None) -> str:
    return (words or "").translate(_SPECIAL)
