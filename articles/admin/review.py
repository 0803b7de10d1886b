"""The review page: the text with its marks on one side, the questions about it on the other."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.views.decorators.http import require_POST, require_safe

from articles.actions.request_enrichment import request_enrichment
from articles.admin.desk_pages import find_article, page_context, person_of
from articles.admin.marks import draw, part_title
from articles.models import Article, MentionKind
from articles.selectors.candidates import find_subjects
from articles.selectors.progress import enrichment_progress
from articles.selectors.review import ReviewSheet, review_sheet

HEADING = re.compile(r"<h[2-4]>(.*?)</h[2-4]>", re.DOTALL)


@require_safe
def review(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the review of an article to those who work on it."""
    article = find_article(request, article_id)
    sheet = review_sheet(article)
    context = page_context(
        request,
        article,
        page="review",
        sheet=sheet,
        blocks=drawn_blocks(sheet),
        progress=enrichment_progress(article),
        name_kinds=MentionKind.choices,
    )
    return TemplateResponse(request, "desk/review.html", context)


@require_safe
def progress(request: HttpRequest, article_id: int) -> JsonResponse:
    """Return how far the engine is, for the page that waits."""
    article = find_article(request, article_id)
    state = enrichment_progress(article)
    return JsonResponse(
        {
            "label": state.label,
            "step": state.step,
            "steps": state.steps,
            "is_moving": state.is_moving,
            "reason": state.reason,
            "revision": article.draft_revision_id,
        }
    )


@require_safe
def subjects(request: HttpRequest, article_id: int) -> JsonResponse:
    """Return whom an editor may mean by the words in `q`."""
    find_article(request, article_id)
    found = find_subjects(request.GET.get("q", ""))
    return JsonResponse(
        {
            "results": [
                {
                    "target": one.subject.facet_key,
                    "name": one.subject.name,
                    "known_as": one.name if one.name != one.subject.name else "",
                    "kind": _kind(one.subject),
                    "description": one.subject.description[:120],
                }
                for one in found
            ]
        }
    )


@require_POST
def read_again(request: HttpRequest, article_id: int) -> HttpResponse:
    """Ask the engine to read the draft once more."""
    article = find_article(request, article_id)
    request_enrichment(article_id=article.pk, by=person_of(request))
    return redirect(review_address(article))


def review_address(article: Article, anchor: str = "") -> str:
    """Return the address of an article's review, at one question if `anchor` names it."""
    address = reverse("admin:articles_article_review", args=[article.pk])
    return f"{address}#{anchor}" if anchor else address


def drawn_blocks(sheet: ReviewSheet) -> list[dict[str, Any]]:
    """Return the paragraphs as the template prints them; headings of the body stay headings."""
    headings = {unescape(strip_tags(one)).strip() for one in HEADING.findall(sheet.revision.body)}
    return [
        {
            "part": block.part.partition("[")[0].partition(".")[0],
            "title": part_title(block.part) if block.is_first else "",
            "is_heading": block.part == "body" and block.text in headings,
            "html": draw(block),
        }
        for block in sheet.blocks
    ]


def _kind(subject: Any) -> str:
    kind = getattr(subject, "get_kind_display", None)
    return str(kind() if kind else subject._meta.verbose_name.capitalize())
