"""Turn a stored revision back into what the engine reads."""

from __future__ import annotations

from dataclasses import replace

from articles.engine.parsing import parse_parts
from articles.engine.parsing.stamps import StampRules, read_stamp
from articles.engine.types import Card, Document, Metadata, Question, Stamp
from articles.models import Article, Revision


def read_revision(*, revision: Revision) -> Document:
    """Return the document whose text is exactly `revision.text`, with what the article adds.

    Raises ValueError where the parser no longer makes the same text of the same words: spans
    would point beside their words then. Costs a few queries.
    """
    article = revision.article
    document = parse_parts(
        headline=revision.headline,
        summary=revision.summary,
        body_html=revision.body,
        faq=[Question(entry.question, entry.answer) for entry in revision.faq.all()],
        cards=[Card(**card) for card in revision.cards],
    )
    if document.text != revision.text:
        message = f"Revision {revision.pk} is read differently than it was stored."
        raise ValueError(message)
    metadata = Metadata(
        title=revision.headline,
        authors=tuple(byline.person.name for byline in article.bylines.select_related("person")),
        updated=_stamp(article),
        source_name=article.primary_source_name,
        source_url=article.primary_source_url,
        language=article.language,
    )
    return replace(document, metadata=metadata)


def _stamp(article: Article) -> Stamp | None:
    """Return the post's date line; once an editor has set its instant, nothing about it is open."""
    if article.source_stamped_at:
        return Stamp(raw=article.source_stamp, instant=article.source_stamped_at)
    source = article.post.source
    rules = StampRules(source.time_zone or None, source.day_first)
    raw = article.source_stamp
    return read_stamp(raw, rules) or (Stamp(raw=raw) if raw else None)
