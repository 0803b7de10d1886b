"""What happened to an article, and the words that it had."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.admin.desk_pages import find_article, page_context
from articles.models import AuditEntry

SHOWN = 200


@require_safe
def history(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show every act on an article, newest first, and its revisions."""
    article = find_article(request, article_id)
    acts = AuditEntry.objects.filter(subject_type="article", subject_id=article.pk)
    context = page_context(
        request,
        article,
        page="history",
        acts=acts.select_related("actor")[:SHOWN],
        revisions=article.revisions.select_related("created_by").defer("text", "parts", "body"),
    )
    return TemplateResponse(request, "desk/history.html", context)
