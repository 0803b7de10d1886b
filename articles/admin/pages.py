"""The pages about the publication, written by its editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django_prose_editor.fields import ProseEditorFormField

from articles.actions.receive_post import UnreadablePost
from articles.actions.restore_page import restore_page
from articles.actions.write_page import write_page
from articles.admin.article_forms import EXTENSIONS
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin
from articles.documents.own_words import page_body, shipped_body, shipped_title
from articles.models import Page, PageName
from articles.policies import can_edit_pages

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.http import HttpRequest


class PageForm(forms.ModelForm[Page]):
    """A page's title and words. A page that has none of its own begins with those that are shipped."""

    body = ProseEditorFormField(config={"extensions": EXTENSIONS}, widget=AdminTextareaWidget)

    class Meta:
        model = Page
        fields = ["name", "title", "body"]

    def clean_body(self) -> str:
        """Return what readers will be sent, or say why that cannot be."""
        try:
            return page_body(self.cleaned_data["body"])
        except UnreadablePost as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


@admin.register(Page)
class PageAdmin(DeskAdmin):
    """What the publication says of itself. Taking a page away brings back what the software ships."""

    may_add = may_change = staticmethod(can_edit_pages)

    form = PageForm
    list_display = ["title", "name", "updated_by", "updated_at"]
    list_select_related = ["updated_by"]
    ordering = ["pk"]

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether there is a page left that nobody has written yet."""
        return super().has_add_permission(request, obj) and bool(_unwritten())

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether the shipped words may be brought back."""
        return can_edit_pages(request.user)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:  # noqa: ARG002
        """Return what cannot change: which page it is, once it is written."""
        return ["name"] if obj else []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str]:
        """Begin with the shipped words of the page in ?name=, else of the first unwritten one."""
        asked = request.GET.get("name", "")
        name = asked if asked in PageName.values else next(iter(_unwritten()), PageName.ABOUT)
        return {"name": name, "title": shipped_title(name), "body": shipped_body(name)}

    def save_model(
        self,
        request: HttpRequest,
        obj: Page,
        form: PageForm,
        change: bool,  # noqa: FBT001
    ) -> None:
        """Write through the action; `obj` becomes the stored row."""
        name = obj.name if change else form.cleaned_data["name"]
        words = {key: form.cleaned_data[key] for key in ("title", "body")}
        obj.pk = write_page(name=name, by=person_of(request), **words).pk
        obj.refresh_from_db()

    def delete_model(self, request: HttpRequest, obj: Page) -> None:
        """Bring the shipped words back through the action."""
        restore_page(page=obj, by=person_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Page]) -> None:
        """Bring the shipped words back through the action, page by page."""
        for page in queryset:
            restore_page(page=page, by=person_of(request))


def _unwritten() -> list[str]:
    written: set[Any] = set(Page.objects.values_list("name", flat=True))
    return [name for name in PageName.values if name not in written]
