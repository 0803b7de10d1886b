"""The page as it will be: the draft, drawn by the same code that publishing uses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.admin.desk_pages import find_article
from articles.documents import build_documents
from articles.models import Article
from articles.selectors.clock import database_now


@require_safe
def preview(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the draft as readers would see it now. Neither stored nor indexed anywhere."""
    article = as_if_published(find_article(request, article_id))
    documents = build_documents(article)
    response = HttpResponse(documents.page)
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response._csp_replace = {}  # type: ignore[attr-defined]  # noqa: SLF001
    return response


def as_if_published(article: Article) -> Article:
    """Return the article in memory as publishing it now would leave it."""
    now = database_now()
    article.live_revision = article.draft_revision
    article.first_published_at = article.first_published_at or now
    article.updated_at = max(now, article.first_published_at)
    article.visible_from = article.visible_from or now
    return article
