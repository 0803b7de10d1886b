"""What the tagger sees, cleaned at the edges.

A statistical tagger cuts titles and possessives wrongly, takes common capitals for names and is
misled by headlines in title case; this module corrects what can be corrected span by span. What
only the whole document can tell is left to `consolidation` and `coreference`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.names import fold, strip_honorifics
from articles.engine.spans import block_spans, enclosing
from articles.engine.types import Kind, Mention, Span

if TYPE_CHECKING:
    from articles.engine.types import Document, TaggedSpan, Tagger

_NEVER = vocabulary("never_names")
NEVER = frozenset(
    word
    for table in ("technical", "roles", "page_furniture", "calendar", "common")
    for word in _NEVER[table]
)
_EDGES = frozenset(_NEVER["edges"])
_NAMES = vocabulary("names")
_HEADS = frozenset(_NAMES["organisation_heads"])
_KIND_OF_HEAD = {head: Kind(kind) for kind, heads in _NAMES["heads"].items() for head in heads}
_HEAD_SURNAMES = frozenset(_NAMES["head_surnames"])
_ROLE_INSIDE = re.compile(
    r"^(?P<org>.+?)(?:['’]s)? (?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Chief|Director|Founder|Co-founder|Creator|"
    r"Spokesman|Spokeswoman|Minister|Secretary|Coach|Captain|Professor|Editor) (?P<person>[A-Z].+)$"
)
_AUXILIARIES = frozenset(
    {
        "Will",
        "Can",
        "May",
        "Does",
        "Do",
        "Did",
        "Is",
        "Are",
        "Was",
        "Has",
        "Have",
        "Should",
        "Could",
        "Would",
    }
)
_QUESTION = re.compile(r"[^.!?\n]*\?")
_WORD = re.compile(r"[\w’'&.-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER_POSSESSIVE = re.compile(r"^(?P<owner>[^'’]+)['’]s? (?P<owned>\S)")
_WHOLE_NAME = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|[A-Z]\.[A-Z]))\.$")
_TITLE_CASE_WORDS = 4
_TITLE_CASE_SHARE = 0.6
_SHORT_WORD = 3


def recognize(document: Document, tagger: Tagger) -> list[Mention]:
    """Return the tagger's names with clean edges, without those that never are names."""
    return [
        mention
        for tagged in tagger.tag([document.text])[0]
        if (mention := _clean(document.text, tagged)) is not None
    ]


def headlines(text: str) -> list[Span]:
    """Return the lines in title case, where capitals tell nothing; none if there is no other prose."""
    blocks = block_spans(text)
    found = [block for block in blocks if _is_title_case(text[block.start : block.end])]
    prose = sum(block.end - block.start for block in blocks) - sum(
        block.end - block.start for block in found
    )
    return found if prose > sum(block.end - block.start for block in found) else []


def in_headline(lines: list[Span], mention: Mention) -> bool:
    """Say whether the mention stands in one of the title-case lines."""
    return enclosing(lines, mention.start) is not None


def is_name(text: str) -> bool:
    """Say whether a stretch can be a name at all: a capital, a letter, not on the never list."""
    folded = fold(text).strip(" .,'’\"-")
    if "@" in text or "://" in text:
        return False
    has_capital = any(sign.isupper() for sign in text) or not text.isascii()
    return has_capital and folded not in NEVER and any(sign.isalpha() for sign in text)


def _clean(text: str, tagged: TaggedSpan) -> Mention | None:
    if not is_name(text[tagged.start : tagged.end]):
        return None
    span = _trim(text, Span(tagged.start, _line_end(text, tagged)))
    kind, reason = tagged.kind, "seen by the tagger"
    if kind is Kind.PERSON:
        span = _person(text, span)
    elif kind in {Kind.ORG, Kind.PRODUCT, Kind.PLACE}:
        span, kind = _thing(text, span, kind)
    words = text[span.start : span.end]
    if not words or not is_name(words) or _is_noise(words, kind):
        return None
    kind = _kind_by_head(words, kind)
    return Mention(
        span.start,
        span.end,
        words,
        kind,
        name=words,
        key="",
        score=tagged.score,
        method="tagger",
        reason=reason,
    )


def _kind_by_head(words: str, kind: Kind) -> Kind:
    """Correct the kind where the last word tells another: "Gilgel Dam Road" is no person."""
    *others, head = fold(words).split()
    if not others or kind not in {Kind.PERSON, Kind.ORG, Kind.PRODUCT}:
        return kind
    if kind is Kind.PERSON and len(others) == 1 and head in _HEAD_SURNAMES:
        return kind
    return _KIND_OF_HEAD.get(head, kind)


def _line_end(text: str, tagged: TaggedSpan) -> int:
    end = text.find("\n", tagged.start, tagged.end)
    return tagged.end if end < 0 else end


def _trim(text: str, span: Span) -> Span:
    """Cut punctuation, possessives and words that no name begins or ends with."""
    start, end = span.start, span.end
    changed = True
    while changed and start < end:
        before = (start, end)
        while start < end and not (text[start].isalnum() or text[start] in "@#"):
            start += 1
        while start < end and not (text[end - 1].isalnum() or _WHOLE_NAME.search(text[start:end])):
            end -= 1
        possessive = _POSSESSIVE.search(text[start:end])
        if possessive:
            end = start + possessive.start()
        start, end = _cut_edges(text, start, end)
        changed = (start, end) != before
    return Span(start, max(start, end))


def _cut_edges(text: str, start: int, end: int) -> tuple[int, int]:
    words = list(_WORD.finditer(text, start, end))
    if len(words) > 1 and words[0][0] in _AUXILIARIES and _QUESTION.match(text, end):
        return words[1].start(), end
    if len(words) > 1 and fold(words[0][0]) in _EDGES:
        return words[1].start(), end
    if len(words) > 1 and fold(words[-1][0]) in _EDGES:
        return start, words[-2].end()
    return start, end


def _person(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    inside = _ROLE_INSIDE.match(words)
    if inside:
        return Span(span.start + inside.start("person"), span.end)
    owner = _INNER_POSSESSIVE.match(words)
    if owner:
        return Span(span.start, span.start + owner.end("owner"))
    bare = strip_honorifics(words)
    at = words.rfind(bare)
    return Span(span.start + max(at, 0), span.end)


def _thing(text: str, span: Span, kind: Kind) -> tuple[Span, Kind]:
    words = text[span.start : span.end]
    inside = _ROLE_INSIDE.match(words)
    if inside and kind is Kind.ORG:
        return Span(span.start, span.start + inside.end("org")), kind
    if kind is not Kind.ORG and " " in words and fold(words.split()[-1]) in _HEADS:
        return span, Kind.ORG
    owner = _INNER_POSSESSIVE.match(words)
    if owner and not owner["owned"].isupper():
        return Span(span.start, span.start + owner.end("owner")), kind
    return span, kind


def _is_noise(words: str, kind: Kind) -> bool:
    if kind is Kind.PERSON:
        return any(sign.isdigit() for sign in words) or all(
            fold(word) in NEVER for word in words.split()
        )
    return all(fold(word) in NEVER for word in words.split())


def _is_title_case(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if len(word) > _SHORT_WORD]
    if len(words) < _TITLE_CASE_WORDS or line.endswith((".", "!”", ".”")):
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals >= _TITLE_CASE_SHARE * len(words)
