"""What happens to articles once they are out: the newest is corrected, the oldest withdrawn, one leads.

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
ADDED = "<p>The day is the one that the public statement names.</p>"


def main() -> None:
    """Play the demo's editor."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from articles.actions.choose_lead import choose_lead  # noqa: PLC0415 - needs Django
    from articles.actions.correct_article import correct_article  # noqa: PLC0415 - as above
    from articles.actions.edit_article import edit_article  # noqa: PLC0415 - as above
    from articles.actions.publish_article import publish_article  # noqa: PLC0415 - as above
    from articles.actions.withdraw_article import withdraw_article  # noqa: PLC0415 - as above
    from articles.models import Article, Role, StoredDocument, User  # noqa: PLC0415 - as above

    documents = StoredDocument.objects.order_by("article__first_published_at")
    oldest, newest = documents.first(), documents.last()
    if oldest is None or newest is None:
        raise SystemExit("The demo has published nothing.")
    path = oldest.path
    editor = User.objects.filter(role=Role.EDITOR).earliest("pk")
    correct_article(article_id=newest.article_id, by=editor, note=CORRECTION, was=WAS, now=NOW)
    corrected = Article.objects.select_related("draft_revision").get(pk=newest.article_id)
    edit_article(
        article_id=corrected.pk,
        by=editor,
        expected_version=corrected.version,
        words={"body": corrected.draft_revision.body + ADDED},
    )
    publish_article(article_id=corrected.pk, by=editor)
    withdraw_article(article_id=oldest.article_id, by=editor, note=NOTE)
    leading = StoredDocument.objects.exclude(article__section=newest.article.section)
    section = leading.latest("article__first_published_at").article.section
    behind = leading.filter(article__section=section).earliest("article__first_published_at")
    choose_lead(article_id=behind.article_id, by=editor, on_front=False)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
