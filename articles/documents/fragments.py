"""The small forms: head and teaser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template
from django.utils.text import Truncator

from articles.documents.addresses import absolute, section_path, subject_path
from articles.documents.markers import fill

if TYPE_CHECKING:
    from articles.documents.material import Material

DESCRIPTION_LENGTH = 200
TEASER_WORDS = 45
NAMES_SHOWN = 2


def render_head(material: Material, graph: str) -> str:
    """Return title, description, links, Open Graph and the markup `graph`, for the page's head."""
    article, revision = material.article, material.revision
    context = {
        "material": material,
        "article": article,
        "publication": settings.PUBLICATION_NAME,
        "headline": revision.headline,
        "description": Truncator(revision.summary or revision.headline).chars(DESCRIPTION_LENGTH),
        "address": absolute(material.path),
        "api_address": absolute(f"/api/v1/articles/{article.public_id}/"),
        "locale": article.language.replace("-", "_"),
        "authors": [absolute(subject_path(one.person)) for one in material.authors],
    }
    return fill(get_template("articles/article_head.html").render(context), json_ld=graph)


def render_teaser(material: Material) -> str:
    """Return the article as it stands in a list."""
    context = {
        "material": material,
        "article": material.article,
        "kind": material.kind_words,
        "section_path": section_path(material.article.section),
        "headline": material.revision.headline,
        "summary": Truncator(material.revision.summary).words(TEASER_WORDS),
        "names": author_names(material),
        "sources": len(material.citations),
    }
    return get_template("articles/teaser.html").render(context)


def author_names(material: Material) -> str:
    """Return the first authors' names, with how many more there are."""
    names = [one.person.name for one in material.authors]
    shown = " and ".join(names[:NAMES_SHOWN])
    return f"{shown} and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else shown
