"""The page of a revision that another superseded: what readers read, under a note that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import get_template

from articles.documents.dates import Moment
from articles.documents.images import without_lead_picture
from articles.documents.markers import fill

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from articles.models import Correction, StoredDocument

REVISIONS_FOLDER = "revisions"


def revision_path(article_path: str, number: int) -> str:
    """Return where a superseded revision of the article at `article_path` can be read."""
    return f"{article_path}{REVISIONS_FOLDER}/{number}/"


def correction_id(number: int) -> str:
    """Return the id that the article's page gives its first, second… correction."""
    return f"correction-{number}"


def render_superseded(
    document: StoredDocument, *, at: dt.datetime, corrections: Iterable[Correction]
) -> str:
    """Return the page that `document` holds, under a note: since when, until when, and why.

    `corrections` are all that the article has published, oldest first; the note names those that
    went out at that instant to supersede this revision. It leads to the article by a relative address, so that it stays right
    when the article moves.
    """
    reasons = [
        (correction_id(number), one.note)
        for number, one in enumerate(corrections, 1)
        if one.supersedes_id == document.revision_id and one.published_at == at
    ]
    context = {
        "since": Moment.of(document.updated_at),
        "until": Moment.of(at),
        "reasons": reasons,
    }
    rendered = get_template("articles/article_superseded.html").render(context)
    return fill(rendered, page=without_lead_picture(document.page))
