"""What happens to articles once they are out: the newest is corrected, the oldest withdrawn.

Run in the environment of a site; prints where the withdrawn one was.
"""

from __future__ import annotations

import os
import sys

import django

NOTE = "The company showed that the figures were not its own. We withdrew the article."
CORRECTION = "The first version gave another day. The public statement names it."
WAS = "on 15 May 2024"
NOW = "on 14 May 2024"


def main() -> None:
    """Play the demo's editor."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from articles.actions.correct_article import correct_article  # noqa: PLC0415 - needs Django
    from articles.actions.publish_article import publish_article  # noqa: PLC0415 - as above
    from articles.actions.withdraw_article import withdraw_article  # noqa: PLC0415 - as above
    from articles.models import Role, StoredDocument, User  # noqa: PLC0415 - as above

    documents = StoredDocument.objects.order_by("article__first_published_at")
    oldest, newest = documents.first(), documents.last()
    if oldest is None or newest is None:
        raise SystemExit("The demo has published nothing.")
    path = oldest.path
    editor = User.objects.filter(role=Role.EDITOR).earliest("pk")
    correct_article(article_id=newest.article_id, by=editor, note=CORRECTION, was=WAS, now=NOW)
    publish_article(article_id=newest.article_id, by=editor)
    withdraw_article(article_id=oldest.article_id, by=editor, note=NOTE)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
