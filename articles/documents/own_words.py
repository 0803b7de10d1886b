"""What a page about the publication says until an editor writes it anew. True of this software."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import get_template

from articles.documents.addresses import absolute
from articles.engine.errors import UnreadablePost
from articles.engine.sanitizing import clean
from articles.models import PageName


def page_body(markup: str) -> str:
    """Return an editor's words without what could run or load. Raises UnreadablePost if none are left."""
    body = clean(markup)
    if not body:
        raise UnreadablePost("body", "a page needs words")
    return body


def shipped_title(name: str) -> str:
    """Return the title of a page. Raises ValueError for one that does not exist."""
    return str(PageName(name).label)


def shipped_body(name: str) -> str:
    """Return the words of a page, as HTML of the kind that a body is made of."""
    context = {
        "publication": settings.PUBLICATION_NAME,
        "contacts": [
            (one, one.partition(":")[2].strip("/")) for one in settings.PUBLICATION_CONTACT
        ],
        "zone": settings.PUBLICATION_TIME_ZONE,
        "corrections": absolute("/corrections/"),
        "feed": absolute("/feed.xml"),
        "api": absolute("/api/v1/"),
        "search": absolute("/search/"),
    }
    return get_template(f"articles/pages/{PageName(name).value}.html").render(context)
