"""Withdraw the oldest article of the demo with a note; print where it was. Needs a site's data."""

from __future__ import annotations

import os
import sys

import django

NOTE = "The company showed that the figures were not its own. We withdrew the article."


def main() -> None:
    """Withdraw it as the demo's editor."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from articles.actions.withdraw_article import withdraw_article  # noqa: PLC0415 - needs Django
    from articles.models import Role, StoredDocument, User  # noqa: PLC0415 - as above

    oldest = StoredDocument.objects.order_by("article__first_published_at").first()
    if oldest is None:
        raise SystemExit("The demo has published nothing.")
    path = oldest.path
    editor = User.objects.filter(role=Role.EDITOR).earliest("pk")
    withdraw_article(article_id=oldest.article_id, by=editor, note=NOTE)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
