"""Give a page back the words that the software ships."""

from __future__ import annotations

from django.db import transaction

from articles.actions.record_act import record_act
from articles.models import Page, User
from articles.policies import can_edit_pages, require


@transaction.atomic
def restore_page(*, page: Page, by: User) -> None:
    """Take the editors' words away; what they were stays in the audit. Raises NotAllowed."""
    require(can_edit_pages(by), "restore")
    record_act(by=by, verb="restore", subject=page, name=page.name, body=page.body)
    page.delete()
