"""Making one record of two: look for the other one, see what would move, and confirm."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from articles.actions.merge_subject import CannotMerge, merge_subject
from articles.admin.desk_pages import person_of
from articles.models import AnySubject
from articles.policies import can_merge_knowledge
from articles.selectors.merging import candidates, merger

CONFLICT = 409


def merge(request: HttpRequest, model: type[AnySubject], subject_id: int) -> HttpResponse:
    """Show who it may be merged into, then what that would mean; merge once that is confirmed."""
    if not can_merge_knowledge(request.user):
        raise PermissionDenied
    subject = _found(model, str(subject_id))
    chosen = request.POST.get("into") or request.GET.get("into")
    if not chosen:
        return _choice(request, subject)
    into = _found(model, chosen)
    try:
        if request.method == "POST":
            merge_subject(subject=subject, into=into, by=person_of(request))
            messages.success(request, f"“{subject}” is part of “{into}” now.")
            return redirect(f"admin:articles_{model._meta.model_name}_change", into.pk)
        plan = merger(subject, into)
    except CannotMerge as refusal:
        messages.error(request, refusal.reason)
        return _choice(request, subject, status=CONFLICT)
    return _page(request, subject, into=into, plan=plan)


def _choice(request: HttpRequest, subject: AnySubject, *, status: int = 200) -> HttpResponse:
    words = request.GET.get("q", subject.name.rpartition(" ")[2])[:200]
    return _page(request, subject, words=words, found=candidates(subject, words), status=status)


def _page(
    request: HttpRequest, subject: AnySubject, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": f"Merge “{subject}” into…",
        "subject": subject,
        **more,
    }
    return TemplateResponse(request, "desk/merge.html", context, status=status)


def _found(model: type[AnySubject], key: str) -> Any:
    is_number = key.isdecimal() and len(key) < len(str(2**63))
    found = model.objects.filter(pk=key).first() if is_number else None
    if found is None:
        message = "No such record."
        raise Http404(message)
    return found
