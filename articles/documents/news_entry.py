"""An article in the news sitemap (Google, sitemap-news/0.9 and sitemap-image/1.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template

from articles.documents.addresses import absolute
from articles.documents.images import PREVIEW_SHAPE, picture_of
from articles.documents.xml import xml_words

if TYPE_CHECKING:
    from articles.documents.material import Material

_PRIMARY = re.compile(r"[a-z]{2,3}(?![a-z0-9])")
_UNDETERMINED = "und"
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def render_news_entry(material: Material) -> str:
    """Return the `url` element."""
    picture = picture_of(material.image, PREVIEW_SHAPE)
    context = {
        "material": material,
        "address": absolute(material.path),
        "publication": xml_words(settings.PUBLICATION_NAME),
        "language": news_language(material.article.language),
        "picture": absolute(picture.fallback.path) if picture else "",
        "headline": xml_words(material.revision.headline),
    }
    return get_template("articles/news_entry.xml").render(context)


def news_language(tag: str) -> str:
    """Return a language as the news sitemap wants it: ISO 639, except that Chinese says which."""
    tag = tag.lower().replace("_", "-")
    found = _PRIMARY.match(tag)
    if found is None:
        return _UNDETERMINED
    if found[0] == "zh":
        return "zh-tw" if _TRADITIONAL.intersection(tag.split("-")) else "zh-cn"
    return found[0]
