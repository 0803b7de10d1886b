"""Plain text: a post to be rewritten as parts, or a text that is only analysed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from articles.engine.limits import check_text
from articles.engine.parsing.draft import Draft
from articles.engine.parsing.layout import Block, CardSpans, Layout, read_layout
from articles.engine.parsing.stamps import StampRules
from articles.engine.spans import subtract, trim
from articles.engine.types import Card, Document, Format, Metadata, Part, Question, Span


def read_text(text: str, rules: StampRules) -> Draft:
    """Return the draft of a plain text post; markup characters in it are words."""
    layout = read_layout(text, rules)
    return Draft(
        headline=layout.masthead.words,
        summary=_words(text, layout.summary),
        body_html=_html(layout.blocks),
        faq=_faq(text, layout),
        cards=_cards(text, layout.cards),
        metadata=_metadata(layout),
    )


def parse_plain(text: str) -> Document:
    """Return a document whose text is the input unchanged, with the parts that its shape shows.

    Raises UnreadablePost for what cannot be read at all: nothing, NUL, half characters, too much.
    """
    check_text(text, field="text")
    layout = read_layout(text, StampRules())
    return Document(
        text=text,
        parts=tuple(_parts(text, layout)),
        headline=layout.masthead.words,
        summary=_words(text, layout.summary),
        faq=_faq(text, layout),
        cards=_cards(text, layout.cards),
        metadata=_metadata(layout),
        format=Format.TEXT,
    )


def _parts(text: str, layout: Layout) -> list[Part]:
    named = [("headline", layout.masthead.headline), ("summary", layout.summary)]
    for number, (question, answer) in enumerate(layout.faq):
        named += [(f"faq[{number}].question", question), (f"faq[{number}].answer", answer)]
    for number, card in enumerate(layout.cards):
        named.append((f"card[{number}]", Span(card.name.start, (card.bio or card.handle).end)))
    found = [Part(name, span.start, span.end) for name, span in named if span]
    if layout.blocks:
        story = Span(layout.blocks[0].lines[0].start, layout.blocks[-1].lines[-1].end)
        pieces = [trim(text, piece) for piece in subtract(story, found)]
        found += [
            Part("body", piece.start, piece.end) for piece in pieces if piece.start < piece.end
        ]
    return sorted(found, key=lambda part: (part.start, part.end))


def _html(blocks: Iterable[Block]) -> str:
    pieces = []
    for tag, group in groupby(blocks, key=lambda block: block.tag):
        items = "".join(f"<{tag}>{_joined(block)}</{tag}>" for block in group)
        pieces.append(f"<ul>{items}</ul>" if tag == "li" else items)
    return "".join(pieces)


def _joined(block: Block) -> str:
    return escape(" ".join(line.words for line in block.lines), quote=False)


def _faq(text: str, layout: Layout) -> tuple[Question, ...]:
    return tuple(Question(_words(text, one), _words(text, other)) for one, other in layout.faq)


def _cards(text: str, cards: Iterable[CardSpans]) -> tuple[Card, ...]:
    return tuple(
        Card(_words(text, card.name), _words(text, card.handle).lstrip("@"), _words(text, card.bio))
        for card in cards
    )


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


def _metadata(layout: Layout) -> Metadata:
    head = layout.masthead
    return Metadata(
        title=head.words,
        authors=head.authors,
        published=head.published,
        updated=head.updated,
        source_name=head.source_name,
        source_url=layout.source_url,
    )
