"""Which pictures may be looked at: what shows them decides, by the database's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models.functions import Now

from articles.models import Image, ShareCard, StoredDocument

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models import User


def shows_picture(content_hash: str, *, user: User | AnonymousUser) -> bool:
    """Return whether `user` may look at the picture with this hash. One SELECT."""
    return Image.objects.visible_to(user).filter(content_hash=content_hash).exists()


def share_card(name: str) -> bytes | None:
    """Return the card of this name, if an article that is public now has it. One SELECT."""
    public = StoredDocument.objects.visible_at(Now())
    cards = ShareCard.objects.filter(name=name, document__in=public)
    data = cards.values_list("data", flat=True).first()
    return None if data is None else bytes(data)
