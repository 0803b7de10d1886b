"""Put a page about the publication into its editors' own words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.record_act import record_act
from articles.documents.own_words import page_body
from articles.models import Page, PageName, User
from articles.policies import can_edit_pages, require


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
