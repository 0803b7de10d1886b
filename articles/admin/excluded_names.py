"""Spellings that never mean anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

from articles.actions.exclude_name import NameInUse, exclude_name
from articles.actions.readmit_name import readmit_name
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin
from articles.models import ExcludedName
from articles.policies import can_edit_knowledge
from articles.selectors.candidates import owner_of

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.http import HttpRequest


class ExcludedNameForm(forms.ModelForm[ExcludedName]):
    """A spelling that nobody of the knowledge base goes by."""

    class Meta:
        model = ExcludedName
        fields = ["text", "case_sensitive"]

    def clean(self) -> dict[str, Any]:
        """Refuse the name of somebody who is known."""
        cleaned = super().clean() or {}
        text = " ".join(cleaned.get("text", "").split())
        owner = owner_of(text, case_sensitive=bool(cleaned.get("case_sensitive")))
        if owner is not None:
            self.add_error("text", str(NameInUse(text, owner)))
        return cleaned


@admin.register(ExcludedName)
class ExcludedNameAdmin(DeskAdmin):
    """They are added and taken away, never changed."""

    may_add = staticmethod(can_edit_knowledge)

    form = ExcludedNameForm
    fields = ["text", "case_sensitive"]
    list_display = ["text", "case_sensitive", "excluded_by", "excluded_at"]
    list_select_related = ["excluded_by"]
    search_fields = ["text"]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether a name may be let in again."""
        return can_edit_knowledge(request.user)

    def save_model(
        self,
        request: HttpRequest,
        obj: ExcludedName,
        form: ExcludedNameForm,
        change: bool,  # noqa: ARG002, FBT001
    ) -> None:
        """Write through the action; `obj` becomes the stored row."""
        obj.pk = exclude_name(by=person_of(request), **form.cleaned_data).pk
        obj.refresh_from_db()

    def delete_model(self, request: HttpRequest, obj: ExcludedName) -> None:
        """Write through the action."""
        readmit_name(name=obj, by=person_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ExcludedName]) -> None:
        """Write through the action, one by one."""
        for name in queryset:
            readmit_name(name=name, by=person_of(request))
