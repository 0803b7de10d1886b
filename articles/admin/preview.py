"""The page as it will be: the draft, drawn by the same code that publishing uses."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from articles.admin.desk_pages import find_article
from articles.documents import build_documents
from articles.documents.markers import fill
from articles.models import Article
from articles.selectors.clock import database_now
from articles.selectors.site import navigation


@require_safe
def preview(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the draft as readers would see it now. Neither stored nor indexed anywhere."""
    article = as_if_published(find_article(request, article_id))
    documents = build_documents(article)
    frame = get_template("base.html").render(
        {
            "navigation": navigation(),
            "current": article.section.slug,
            "language": article.language,
            "publication": settings.PUBLICATION_NAME,
        }
    )
    note = format_html(
        '<p role="note"><strong>{}</strong></p>', "Preview. Readers see none of this."
    )
    head = f'<meta name="robots" content="noindex">{documents.head}'
    response = HttpResponse(fill(frame, head=head, main=f"{note}{documents.page}"))
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    # It is a public page: it gets the public policy, not the desk's.
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
