"""The edit page. A save that is based on an older state is refused, with both texts shown."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from js_asset.media import Media

from articles.actions.edit_article import edit_article
from articles.actions.lock_article import StaleVersion
from articles.actions.receive_post import UnreadablePost
from articles.admin.article_forms import ArticleForms
from articles.admin.desk_pages import find_article, page_context, person_of
from articles.admin.images import smallest
from articles.models import Article
from articles.policies import can_edit

CONFLICT = 409


def edit(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the edit page, or save what was sent."""
    article = find_article(request, article_id)
    if not can_edit(person_of(request), article):
        return redirect("admin:articles_article_review", article_id)
    if request.method != "POST":
        return _page(request, article, ArticleForms(article))
    forms = ArticleForms(article, request.POST)
    if not forms.is_valid():
        return _page(request, find_article(request, article_id), forms)
    return _save(request, article_id, forms)


def _save(request: HttpRequest, article_id: int, forms: ArticleForms) -> HttpResponse:
    try:
        saved = _write(request, article_id, forms)
    except StaleVersion:
        return _conflict(request, article_id)
    except UnreadablePost as refusal:
        field = refusal.field if refusal.field in forms.form.fields else None
        forms.form.add_error(field, refusal.reason)
        return _page(request, find_article(request, article_id), forms)
    messages.success(request, "Saved. The engine reads the new words.")
    if "_continue" in request.POST:
        return redirect("admin:articles_article_change", saved.pk)
    return redirect("admin:articles_article_review", saved.pk)


def _write(request: HttpRequest, article_id: int, forms: ArticleForms) -> Article:
    return edit_article(
        article_id=article_id,
        by=person_of(request),
        expected_version=forms.form.cleaned_data["version"],
        bylines=forms.byline(),
        words={**forms.form.words, "faq": forms.questions(), "cards": forms.people()},
        **forms.form.description,
    )


def _conflict(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show what is stored beside what was sent. Saving once more is then a decision."""
    article = find_article(request, article_id)
    data = request.POST.copy()
    data["version"] = str(article.version)
    forms = ArticleForms(article, data)
    forms.is_valid()
    return _page(request, article, forms, status=CONFLICT, stored=article.draft_revision)


def _page(
    request: HttpRequest,
    article: Article,
    forms: ArticleForms,
    *,
    status: int = 200,
    stored: object = None,
) -> HttpResponse:
    # The editor brings an inline import map, which the policy lets through by its nonce only.
    media = Media.from_media(forms.media).with_nonce(str(request.csp_nonce))  # type: ignore[attr-defined]
    context = page_context(request, article, page="edit", forms=forms, media=media, stored=stored)
    context["lead_picture"] = smallest(article.lead_image)
    return TemplateResponse(request, "desk/edit.html", context, status=status)
