"""The small forms: head and teaser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.documents.addresses import absolute, section_path, subject_path
from articles.documents.languages import direction_of
from articles.documents.markers import fill

if TYPE_CHECKING:
    from articles.documents.material import Material

DESCRIPTION_LENGTH = 200
TEASER_WORDS = 45
NAMES_SHOWN = 2
_WITH_TERRITORY = re.compile("([a-z]{2,3})[-_]([a-z]{2})", re.IGNORECASE)


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
        "locale": _locale(article.language),
        "authors": [absolute(subject_path(one.person)) for one in material.authors],
    }
    return fill(get_template("articles/article_head.html").render(context), json_ld=graph)


def _locale(language: str) -> str:
    """Return a language as Open Graph wants it, with its territory, or nothing without one."""
    found = _WITH_TERRITORY.fullmatch(language)
    return f"{found[1].lower()}_{found[2].upper()}" if found else ""


def render_teaser(material: Material) -> str:
    """Return the article as it stands in a list."""
    context = {
        "material": material,
        "article": material.article,
        "direction": direction_of(material.article.language),
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
    shown = f" {_('and')} ".join(names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    if more <= 0:
        return shown
    return _("%(names)s and %(number)d more") % {"names": shown, "number": more}
