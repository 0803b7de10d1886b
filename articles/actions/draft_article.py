"""Begin an article at the desk, with words that are in their parts already."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape

import uuid_utils.compat
from django.conf import settings

from articles.actions._arrival import Arrival
from articles.actions._fit import require_fit
from articles.actions.start_article import start_article
from articles.engine.errors import UnreadablePost
from articles.engine.parsing import parse_parts
from articles.engine.types import Card, Document, Question
from articles.models import Article, User
from articles.policies import can_receive, require

__all__ = ["UnreadablePost", "draft_article"]


def draft_article(  # noqa: PLR0913
    *,
    by: User,
    headline: str,
    summary: str = "",
    body: str = "",
    faq: Sequence[Question] = (),
    cards: Sequence[Card] = (),
    section: str = "",
) -> Article:
    """Start an article of the house's own; each call starts one, whatever its words.

    Its post is the words as they were cleaned. Raises UnreadablePost (field, reason), NotAllowed.
    """
    require(can_receive(by), "start")
    document = parse_parts(headline=headline, summary=summary, body_html=body, faq=faq, cards=cards)
    source = settings.PUBLICATION_NAME
    require_fit(document, source=source)
    raw = _as_post(document)
    arrival = Arrival(
        source=source,
        external_id=str(uuid_utils.compat.uuid7()),
        content_hash=hashlib.sha256(raw.encode()).hexdigest(),
        raw=raw,
        file_name="",
        document=document,
    )
    return start_article(arrival=arrival, by=by, section=section)


def _as_post(document: Document) -> str:
    """Return the words as one piece of HTML."""
    summary = [f"<p>{escape(document.summary)}</p>"] if document.summary else []
    faq = [
        f"<h3>{escape(pair.question)}</h3>\n<p>{escape(pair.answer)}</p>" for pair in document.faq
    ]
    cards = [f"<p>{escape(f'{one.name} {one.handle} {one.bio}')}</p>" for one in document.cards]
    headline = f"<h1>{escape(document.headline)}</h1>"
    return "\n".join([headline, *summary, document.body_html, *faq, *cards])
