"""The small forms: head and teaser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.documents.addresses import absolute, section_path, share_card_path, subject_path
from articles.documents.forms import alternates
from articles.documents.images import PREVIEW_SHAPE, TEASER_SHAPE, picture_of
from articles.documents.languages import direction_of
from articles.documents.markers import fill
from articles.pictures.share_card import HEIGHT, WIDTH, ShareCardWords

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
        "alternates": list(alternates(article.public_id)),
        "locale": _locale(article.language),
        "authors": [absolute(subject_path(one.person)) for one in material.authors],
        "preview": _preview(material),
    }
    return fill(get_template("articles/article_head.html").render(context), json_ld=graph)


def _locale(language: str) -> str:
    """Return a language as Open Graph wants it, with its territory, or nothing without one."""
    found = _WITH_TERRITORY.fullmatch(language)
    return f"{found[1].lower()}_{found[2].upper()}" if found else ""


def share_card_words(material: Material) -> ShareCardWords | None:
    """Return what is drawn to go out with a link; None where the article has a picture for that."""
    if picture_of(material.image) is not None:
        return None
    return ShareCardWords(
        headline=material.revision.headline,
        section=material.article.section.name,
        publication=settings.PUBLICATION_NAME,
        date=material.published.day,
    )


def _preview(material: Material) -> dict[str, str | int]:
    """Return the picture that goes out with a link: the article's own, or the card."""
    card = share_card_words(material)
    picture = picture_of(material.image, PREVIEW_SHAPE)
    if card is not None:
        address = absolute(share_card_path(card.name))
        return {"url": address, "width": WIDTH, "height": HEIGHT, "alt": card.headline}
    if picture is None:
        return {}
    file = picture.fallback
    return {
        "url": absolute(file.path),
        "width": file.width,
        "height": file.height,
        "alt": picture.alt,
    }


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
        "picture": picture_of(material.image, TEASER_SHAPE),
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
