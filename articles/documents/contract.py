"""The JSON forms: the article in a list (card) and whole (detail). A public contract.

Instants are ISO 8601 in UTC, whole seconds. Positions are code points into `text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from articles.documents.addresses import absolute, section_path, subject_path, web_address
from articles.documents.cards import handles_of
from articles.documents.dates import iso_utc
from articles.documents.images import image_json
from articles.documents.sources import source_of
from articles.models import LinkState, Topic

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import Annotation, AnySubject, Citation, FaqEntry, Figure, Mention

Json = dict[str, Any]

_BEYOND_JSON = 2**63  # larger whole numbers are written as floating ones


def card_json(material: Material) -> str:
    """Return the article as it stands in lists."""
    return _dump(_card(material))


def detail_json(material: Material) -> str:
    """Return the whole article."""
    revision = material.revision
    return _dump(
        {
            **_card(material),
            "body_html": revision.body,
            "text": revision.text,
            "parts": [{"name": name, "start": s, "end": e} for name, s, e in revision.parts],
            "source": _origin(material),
            "authors": [
                {**named_json(one.person), "role": one.role or None} for one in material.authors
            ],
            "people": [subject_json(one) for one in material.people],
            "organizations": [subject_json(one) for one in material.organizations],
            "topics": [subject_json(one) for one in material.topics],
            "mentions": [_mention(material, one) for one in material.mentions],
            "citations": [
                {"id": n, **citation_json(one), "selector": _selector(one)}
                for n, one in enumerate(material.citations, 1)
            ],
            "figures": [figure_json(material, one) for one in material.figures],
            "faq": [_faq(one) for one in material.faq],
            "cards": material.revision.cards,
            "corrections": [
                {"published_at": moment.iso, "note": one.note, "was": one.was, "now": one.now}
                for one, moment in material.dated_corrections
            ],
            "version": material.article.document_version,
        }
    )


def _card(material: Material) -> Json:
    article = material.article
    return {
        "id": str(article.public_id),
        "url": absolute(material.path),
        "headline": material.revision.headline,
        "summary": material.revision.summary,
        "section": {
            "name": article.section.name,
            "slug": article.section.slug,
            "url": absolute(section_path(article.section)),
        },
        "kind": article.kind,
        "language": article.language,
        "published_at": material.published.iso,
        "updated_at": material.updated.iso,
        "authors": [{"name": one.person.name, "slug": one.person.slug} for one in material.authors],
        "image": image_json(material.image),
    }


def _origin(material: Material) -> Json:
    article = material.article
    stamped_at = article.source_stamped_at
    return {
        "name": article.primary_source_name or None,
        "url": web_address(article.primary_source_url) or None,
        "stamp": article.source_stamp or None,
        "stamped_at": iso_utc(stamped_at) if stamped_at else None,
    }


def named_json(subject: AnySubject) -> Json:
    """Return a subject by name."""
    return {
        "id": str(subject.public_id),
        "name": subject.name,
        "slug": subject.slug,
        "url": absolute(subject_path(subject)),
    }


def subject_json(subject: AnySubject) -> Json:
    """Return a subject as articles and lists show it."""
    as_of = subject.description_as_of
    return {
        **named_json(subject),
        "kind": subject.kind if isinstance(subject, Topic) else subject.facet_kind.value,
        "handles": [
            {"platform": one.platform, "handle": one.handle, "url": one.url or None}
            for one in handles_of(subject.accounts.all())
        ],
        "description": subject.description or None,
        "description_as_of": as_of.isoformat() if as_of else None,
        "same_as": [url for url in map(web_address, subject.same_as) if url],
    }


def _anchor(row: Annotation) -> Json:
    return {"start": row.start, "end": row.end, "quote": row.quote}


def _selector(row: Annotation) -> list[Json]:
    """Return where the words stand as W3C Web Annotation selectors: any one of them is enough."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": row.quote,
            "prefix": row.prefix,
            "suffix": row.suffix,
        },
        {"type": "TextPositionSelector", "start": row.start, "end": row.end},
    ]


def _mention(material: Material, mention: Mention) -> Json:
    subject = material.subject_of(mention)
    return {
        **_anchor(mention),
        "prefix": mention.prefix,
        "suffix": mention.suffix,
        "selector": _selector(mention),
        "kind": mention.kind,
        "target": {"type": subject.facet_kind, "id": str(subject.public_id)} if subject else None,
    }


def citation_json(citation: Citation) -> Json:
    """Return a citation without its number: the same here and in lists of citations."""
    source = source_of(citation)
    subject = source.subject
    return {
        **_anchor(citation),
        "kind": citation.kind,
        "cue": _cue(citation),
        "source": {
            "type": citation.source_type or None,
            "words": citation.source_words or None,
            "name": source.name if subject or citation.source_words else None,
            "id": str(subject.public_id) if subject else None,
            "url": absolute(subject_path(subject)) if subject else None,
        },
        "medium": citation.medium or None,
        "date": citation.cited_date or None,
        "url": source.url or None,
        "link": citation.link_state if source.url else _unlinked(citation),
        "content": [{"start": start, "end": end} for start, end in citation.content],
        "verification": citation.verification,
    }


def citation_record(material: Material, citation: Citation) -> Json:
    """Return a citation with the article in which it stands, as lists of citations show it."""
    return {
        "id": citation.pk,
        **citation_json(citation),
        "selector": _selector(citation),
        "article": article_link(material),
    }


def article_link(material: Material) -> Json:
    """Return the article as other records point at it."""
    return {
        "id": str(material.article.public_id),
        "url": absolute(material.path),
        "headline": material.revision.headline,
    }


def _cue(citation: Citation) -> Json | None:
    if citation.cue_start is None:
        return None
    return {"start": citation.cue_start, "end": citation.cue_end, "text": citation.cue}


def _unlinked(citation: Citation) -> str:
    """Return "none" only where the text or an editor said so."""
    return LinkState.NONE if citation.link_state == LinkState.NONE else LinkState.UNKNOWN


def figure_json(material: Material, figure: Figure) -> Json:
    """Return a figure: the same here and in lists of figures."""
    return {
        **_anchor(figure),
        "selector": _selector(figure),
        **quantity_json(figure),
        "citation": material.note_of(figure),
    }


def quantity_json(figure: Figure) -> Json:
    """Return the number with what it counts and its time: the same in drafts."""
    return {
        "value": _number(figure),
        "unit": figure.unit or None,
        "qualifier": figure.qualifier or None,
        "measures": figure.measures or None,
        "as_of": figure.as_of or None,
        "horizon": figure.horizon or None,
    }


def _number(figure: Figure) -> int | float:
    whole = int(figure.value)
    is_exact = whole == figure.value and abs(whole) < _BEYOND_JSON
    return whole if is_exact else float(figure.value)


def _faq(entry: FaqEntry) -> Json:
    ground = None
    if entry.ground_start is not None:
        ground = {"start": entry.ground_start, "end": entry.ground_end}
    return {"question": entry.question, "answer": entry.answer, "ground": ground}


def _dump(value: Json) -> str:
    return orjson.dumps(value).decode()
