"""Hold an article while it is changed."""

from __future__ import annotations

from articles.models import Article


class StaleVersion(Exception):
    """The article was saved by somebody else in the meantime; `current` is how it stands."""

    def __init__(self, current: Article) -> None:
        """Keep the current state, so that a door can show both texts."""
        super().__init__("This article was changed by somebody else in the meantime.")
        self.current = current


def lock_article(*, article_id: int, expected_version: int | None = None) -> Article:
    """Return the article, locked, with its version moved on.

    Raises Article.DoesNotExist, or StaleVersion where it is not the version that the caller saw.
    Call it in a transaction, and save the article with its version.
    """
    article = (
        Article.objects.select_related("draft_revision", "live_revision", "section")
        .select_for_update(of=("self",))
        .get(pk=article_id)
    )
    if expected_version is not None and article.version != expected_version:
        raise StaleVersion(article)
    article.version += 1
    return article
