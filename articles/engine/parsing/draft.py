"""What a reader makes of a post, and how it becomes a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.engine.errors import UnreadablePost
from articles.engine.limits import check_characters
from articles.engine.plaintext import PlainBody, flatten, one_line
from articles.engine.sanitizing import clean
from articles.engine.types import Card, Document, Format, Link, Metadata, Part, Question

BETWEEN_PARTS = "\n\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a post as its reader found them, before they are cleaned and joined."""

    headline: str = ""
    summary: str = ""
    body_html: str = ""
    faq: tuple[Question, ...] = ()
    cards: tuple[Card, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)


def parse_parts(
    *,
    headline: str,
    summary: str,
    body_html: str,
    faq: Sequence[Question] = (),
    cards: Sequence[Card] = (),
) -> Document:
    """Return the document that the stored fields of a revision make: text, part table, links.

    What comes out, put in again, comes out the same. Raises UnreadablePost, naming the field.
    """
    for name, words in (("headline", headline), ("summary", summary), ("body", body_html)):
        check_characters(words, field=name)
    body_html = clean(body_html, field="body")
    body = flatten(body_html)
    document = Document(
        text="",
        headline=one_line(headline),
        summary=one_line(summary),
        body_html=body_html,
        faq=tuple(_clean_question(pair, f"faq[{n}]") for n, pair in enumerate(faq)),
        cards=tuple(_clean_card(card, f"card[{n}]") for n, card in enumerate(cards)),
        format=Format.HTML,
    )
    return _join(document, body)


def finish(draft: Draft, format: Format) -> Document:  # noqa: A002  the word of the field it fills
    """Return the document of a draft; raise UnreadablePost if it has no words."""
    document = parse_parts(
        headline=draft.headline,
        summary=draft.summary,
        body_html=draft.body_html,
        faq=draft.faq,
        cards=draft.cards,
    )
    if not document.text:
        raise UnreadablePost("post", "it has no words")
    return replace(document, metadata=draft.metadata, format=format)


def card_text(card: Card) -> str:
    """Return a card as it stands in the text: name, handle with its sign, biography, a line each."""
    lines = (card.name, f"@{card.handle}" if card.handle else "", card.bio)
    return "\n".join(line for line in lines if line)


def _join(document: Document, body: PlainBody) -> Document:
    """Fill in text, part table and links."""
    pieces: list[str] = []
    parts: list[Part] = []
    links: list[Link] = []
    at = 0
    for name, words in _named_parts(document, body.text):
        at += len(BETWEEN_PARTS) if pieces else 0
        pieces.append(words)
        parts.append(Part(name, at, at + len(words)))
        if name == "body":
            links = [Link(at + link.start, at + link.end, link.url) for link in body.links]
        at += len(words)
    text = BETWEEN_PARTS.join(pieces)
    return replace(document, text=text, parts=tuple(parts), links=tuple(links))


def _named_parts(document: Document, body_text: str) -> list[tuple[str, str]]:
    named = [("headline", document.headline), ("summary", document.summary), ("body", body_text)]
    for number, pair in enumerate(document.faq):
        named.append((f"faq[{number}].question", pair.question))
        named.append((f"faq[{number}].answer", pair.answer))
    named.extend((f"card[{number}]", card_text(card)) for number, card in enumerate(document.cards))
    return [(name, words) for name, words in named if words]


def _clean_question(pair: Question, name: str) -> Question:
    check_characters(pair.question, field=f"{name}.question")
    check_characters(pair.answer, field=f"{name}.answer")
    lines = (one_line(line) for line in pair.answer.splitlines())
    return Question(one_line(pair.question), "\n".join(line for line in lines if line))


def _clean_card(card: Card, name: str) -> Card:
    check_characters(card.name + card.handle + card.bio, field=name)
    return Card(one_line(card.name), one_line(card.handle).lstrip("@ "), one_line(card.bio))
