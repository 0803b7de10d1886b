"""An article as feeds carry it: an Atom entry, an RSS item and a JSON Feed item, equal in content.

RFC 4287; RSS 2.0 with content:encoded, dc:creator, atom:updated and Media RSS; jsonfeed.org/version/1.1.
"""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings
from django.template.loader import get_template
from django.utils.html import escape

from articles.documents.addresses import absolute, subject_path
from articles.documents.dates import whole_seconds
from articles.documents.images import PREVIEW_SHAPE, picture_of
from articles.documents.markers import fill
from articles.documents.xml import xml_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from articles.documents.material import Material

Words = dict[str, str]


def feed_forms(material: Material) -> dict[str, str]:
    """Return the three forms, by the columns that hold them."""
    return {
        "feed_entry": _xml("articles/feed_entry.xml", material),
        "rss_item": _xml("articles/rss_item.xml", material),
        "json_feed_item": _json_item(material),
    }


def rfc822(moment: dt.datetime) -> str:
    """Return an instant as RSS writes it: Thu, 06 Nov 2025 18:36:00 +0000."""
    return format_datetime(whole_seconds(moment))


def _xml(template: str, material: Material) -> str:
    revision, first = material.revision, material.article.first_published_at
    context = {
        "material": material,
        "article": material.article,
        "publication": xml_words(settings.PUBLICATION_NAME),
        "headline": xml_words(revision.headline),
        "summary": xml_words(revision.summary),
        # What RSS calls a description is HTML: words must be escaped once more than in Atom.
        "summary_html": xml_words(escape(revision.summary)),
        "content": xml_words(_content(material)),
        "address": absolute(material.path),
        "rfc822": rfc822(first) if first else "",
        "picture": _picture(material),
        "authors": [_clean(one) for one in _authors(material)],
        "categories": [_clean(one) for one in _categories(material)],
    }
    return get_template(template).render(context)


def _json_item(material: Material) -> str:
    item = {
        "id": f"urn:uuid:{material.article.public_id}",
        "url": absolute(material.path),
        "title": material.revision.headline,
        "content_html": _content(material),
        "summary": material.revision.summary,
        "image": _picture(material).get("url"),
        "date_published": material.published.iso,
        "date_modified": material.updated.iso,
        "authors": _authors(material) or [{"name": settings.PUBLICATION_NAME}],
        "tags": [one["label"] for one in _categories(material)],
        "language": material.article.language,
    }
    return orjson.dumps({key: value for key, value in item.items() if value}).decode()


def _picture(material: Material) -> dict[str, Any]:
    """Return the picture that the article opens with, in the shape of links; nothing without one."""
    picture = picture_of(material.image, PREVIEW_SHAPE)
    if picture is None:
        return {}
    file = picture.fallback
    return {
        "url": absolute(file.path),
        "media_type": file.media_type,
        "width": file.width,
        "height": file.height,
        "alt": xml_words(picture.alt),
        "credit": xml_words(picture.credit),
    }


def _content(material: Material) -> str:
    """Return the corrections, then the whole body: who reads elsewhere reads no less."""
    rendered = get_template("articles/feed_content.html").render({"material": material})
    return fill(rendered, body=material.revision.body)


def _authors(material: Material) -> list[Words]:
    people = [one.person for one in material.authors]
    return [{"name": one.name, "url": absolute(subject_path(one))} for one in people]


def _categories(material: Material) -> list[Words]:
    """Return the section, then the topics: term, scheme and label."""
    section = material.article.section
    scheme = absolute("/topics/")
    return [
        {"term": section.slug, "scheme": absolute("/"), "label": section.name},
        *({"term": one.slug, "scheme": scheme, "label": one.name} for one in material.topics),
    ]


def _clean(words: Mapping[str, str]) -> Words:
    return {key: xml_words(value) for key, value in words.items()}
