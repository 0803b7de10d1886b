"""Put a page about the publication into its editors' own words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.record_act import record_act
from articles.engine.errors import UnreadablePost
from articles.engine.sanitizing import clean
from articles.models import Page, PageName, User
from articles.policies import can_edit_pages, require

__all__ = ["UnreadablePost", "page_body", "write_page"]


@transaction.atomic
def write_page(*, name: str, title: str, body: str, by: User) -> Page:
    """Store the page's title and words; readers see them at once.

    Raises NotAllowed, UnreadablePost, or ValueError for a page that does not exist.
    """
    require(can_edit_pages(by), "write")
    page, _created = Page.objects.update_or_create(
        name=PageName(name),
        defaults={
            "title": " ".join(title.split()),
            "body": page_body(body),
            "updated_at": timezone.now().replace(microsecond=0),
            "updated_by": by,
        },
    )
    record_act(by=by, verb="write", subject=page, name=name, title=page.title)
    return page


def page_body(markup: str) -> str:
    """Return the markup without what could run or load. Raises UnreadablePost if nothing is left."""
    body = clean(markup)
    if not body:
        raise UnreadablePost("body", "a page needs words")
    return body
