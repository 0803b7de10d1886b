"""The "Add article" page: a post is pasted or uploaded, and taken in by the same action as all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from articles.actions.receive_post import PostDiffers, Receipt, UnreadablePost, receive_post
from articles.admin.desk_pages import person_of
from articles.models import Article, PostFormat, Section, Source
from articles.selectors.desk import desk_articles

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

SUFFIXES = {
    "md": PostFormat.MARKDOWN,
    "markdown": PostFormat.MARKDOWN,
    "html": PostFormat.HTML,
    "htm": PostFormat.HTML,
    "txt": PostFormat.TEXT,
}


class PostForm(forms.Form):
    """A post: its words or its file, who sends it, and where it belongs."""

    file = forms.FileField(
        required=False,
        label="File",
        help_text="Markdown with front matter, a saved HTML page, or plain text.",
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".md,.markdown,.html,.htm,.txt"}),
    )
    words = forms.CharField(
        required=False,
        strip=False,
        label="Or the words themselves",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 16}),
    )
    format = forms.ChoiceField(
        required=False,
        choices=[("", "Find out"), *PostFormat.choices],
        widget=UnfoldAdminSelectWidget(),
    )
    source = forms.CharField(
        max_length=120,
        help_text="Who sends it. A new name becomes a new source.",
        widget=UnfoldAdminTextInputWidget(attrs={"list": "known-sources", "autocomplete": "off"}),
    )
    external_id = forms.CharField(
        required=False,
        max_length=200,
        label="The sender's id",
        help_text="If it has one. The same id again is the same post.",
        widget=UnfoldAdminTextInputWidget(),
    )
    section = forms.ModelChoiceField(
        queryset=Section.objects.all(),
        to_field_name="slug",
        required=False,
        empty_label="As the post says",
        widget=UnfoldAdminSelectWidget(),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Return the file, whose name must say what it is."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and _suffix(file.name) not in SUFFIXES:
            message = "Only .md, .html and .txt files can be read."
            raise forms.ValidationError(message)
        return file

    def clean(self) -> dict[str, Any]:
        """Return the data of a post that has exactly one body."""
        cleaned = super().clean() or {}
        file, words = cleaned.get("file"), (cleaned.get("words") or "").strip()
        if not self.errors and bool(file) == bool(words):
            self.add_error(
                "words",
                "Paste the words or choose a file, not both." if file else "Nothing to read.",
            )
        return cleaned

    def arrival(self) -> dict[str, Any]:
        """Return the post as `receive_post` takes it."""
        cleaned = self.cleaned_data
        file: UploadedFile[bytes] | None = cleaned["file"]
        section: Section | None = cleaned["section"]
        return {
            "raw": file.read() if file else cleaned["words"],
            "file_name": file.name if file else "",
            "format": cleaned["format"] or (SUFFIXES[_suffix(file.name)] if file else None),
            "source": cleaned["source"],
            "external_id": cleaned["external_id"],
            "section": section.slug if section else "",
        }


def add(request: HttpRequest) -> HttpResponse:
    """Show the page, or take a post in."""
    form = PostForm(request.POST or None, request.FILES or None)
    known: Article | None = None
    differs = False
    if request.method == "POST" and form.is_valid():
        try:
            receipt = _receive(request, form)
        except UnreadablePost as refusal:
            form.add_error(
                refusal.field if refusal.field in form.fields else "words", refusal.reason
            )
        except PostDiffers as refusal:
            known, differs = refusal.article, True
        else:
            if receipt.created:
                return redirect("admin:articles_article_review", receipt.article.pk)
            known = receipt.article
    return _page(request, form, known=known, differs=differs)


def _receive(request: HttpRequest, form: PostForm) -> Receipt:
    return receive_post(by=person_of(request), **form.arrival())


def _page(
    request: HttpRequest, form: PostForm, *, known: Article | None, differs: bool
) -> HttpResponse:
    mine = desk_articles(request.user).select_related("draft_revision")
    context = {
        **admin.site.each_context(request),
        "title": "Add an article",
        "form": form,
        "sources": Source.objects.values_list("name", flat=True),
        "is_known": known is not None,
        # The article is named to those only who work on it: to others it does not exist.
        "known": mine.filter(pk=known.pk).first() if known else None,
        "differs": differs,
    }
    return TemplateResponse(request, "desk/add.html", context, status=409 if known else 200)


def _suffix(name: str | None) -> str:
    return (name or "").rpartition(".")[2].lower()
