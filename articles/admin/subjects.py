"""The knowledge base: people, organizations, topics, and the names they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Q
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import path
from unfold.decorators import action

from articles.actions.add_subject import add_subject
from articles.actions.describe_subject import describe_subject
from articles.actions.name_subject import name_subject
from articles.admin import merging
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin, OwnedInline
from articles.models import (
    Account,
    Affiliation,
    Alias,
    Article,
    Organization,
    Person,
    Subject,
    Topic,
)
from articles.policies import can_edit_knowledge, can_merge_knowledge

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse
    from django.urls import URLPattern

DESCRIPTION = (
    "Description",
    {"fields": ["description", "description_as_of", "description_source"]},
)
ELSEWHERE = ("Elsewhere", {"fields": ["image", "same_as", "external_ids"], "classes": ["collapse"]})


class KnowledgeInline(OwnedInline):
    """Rows of a subject: whoever edits the subject edits them."""

    may_add = may_change = staticmethod(can_edit_knowledge)


class AliasInline(KnowledgeInline):
    """Names."""

    model = Alias
    fields = ["text", "case_sensitive"]
    verbose_name = "name"
    verbose_name_plural = "names"


class AccountInline(KnowledgeInline):
    """Accounts on platforms."""

    model = Account
    fields = ["platform", "handle", "url"]


class AffiliationInline(KnowledgeInline):
    """Posts that a person holds or held."""

    model = Affiliation
    fields = ["organization", "role", "started", "ended", "evidence_url", "evidence"]
    autocomplete_fields = ["organization", "evidence"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Affiliation]:
        """Leave out, and alone, what rests on an article that the person may not see."""
        seen = Article.objects.visible_to(request.user).values("pk")
        rows: QuerySet[Affiliation] = super().get_queryset(request)
        return rows.filter(Q(evidence=None) | Q(evidence__in=seen))


class SubjectAdmin(DeskAdmin):
    """What people, organizations and topics have in common at the desk."""

    may_add = may_change = staticmethod(can_edit_knowledge)

    list_display = ["name", "slug", "description_as_of"]
    search_fields = ["name", "aliases__text", "accounts__handle"]
    autocomplete_fields = ["image"]
    inlines = [AliasInline, AccountInline]
    actions_detail = ["merge_into"]
    own_fields: tuple[str, ...] = ()

    def get_urls(self) -> list[URLPattern]:
        """Put the page that merges before the admin's own."""
        name = f"articles_{self.model._meta.model_name}_merge"
        view = self.admin_site.admin_view(self._merge)
        return [path("<int:subject_id>/merge/", view, name=name), *super().get_urls()]

    def has_merge_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        """Return whether the button is there."""
        return can_merge_knowledge(request.user)

    @action(description="Merge into…", url_path="merge-into", permissions=["merge"])
    def merge_into(self, request: HttpRequest, object_id: str) -> HttpResponse:  # noqa: ARG002
        """Go to the page that asks into whom."""
        return redirect(f"admin:articles_{self.model._meta.model_name}_merge", object_id)

    def _merge(self, request: HttpRequest, subject_id: int) -> HttpResponse:
        return merging.merge(request, self.model, subject_id)

    def get_fieldsets(self, request: HttpRequest, obj: Subject | None = None) -> list[Any]:  # noqa: ARG002
        """Return the fields: a new subject gets its slug from its name."""
        first = ["name", *self.own_fields, *(["slug"] if obj else [])]
        return [(None, {"fields": first}), DESCRIPTION, ELSEWHERE]

    def kind_of(self, form: ModelForm[Any]) -> str:
        """Return what `add_subject` calls this kind of record."""
        raise NotImplementedError

    @transaction.atomic
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save a subject and its names together, or neither."""
        response: HttpResponse = super().changeform_view(request, *args, **kwargs)
        return response

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: ModelForm[Any],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Write through the actions; `obj` becomes the stored row."""
        fields = {name: form.cleaned_data[name] for name in form.changed_data}
        if change:
            describe_subject(subject=obj, by=person_of(request), **fields)
            return
        fields.pop("kind", None)
        fields["name"] = form.cleaned_data["name"]
        obj.pk = add_subject(kind=self.kind_of(form), by=person_of(request), **fields).pk
        obj.refresh_from_db()

    def save_formset(
        self,
        request: HttpRequest,
        form: ModelForm[Any],
        formset: BaseInlineFormSet[Any, Any, Any],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Names get their keys from the action; the rest is stored as it is."""
        if formset.model is not Alias:
            super().save_formset(request, form, formset, change)
            return
        names = formset.save(commit=False)
        for gone in [*formset.deleted_objects, *(name for name in names if name.pk)]:
            Alias.objects.filter(pk=gone.pk).delete()
        for name in names:
            name_subject(subject=form.instance, text=name.text, case_sensitive=name.case_sensitive)
        name_subject(subject=form.instance, text=form.instance.name)


@admin.register(Person)
class PersonAdmin(SubjectAdmin):
    """People."""

    list_display = ["name", "slug", "is_staff_author", "description_as_of"]
    list_filter = ["is_staff_author"]
    inlines = [AliasInline, AccountInline, AffiliationInline]
    own_fields = ("is_staff_author",)

    def kind_of(self, form: ModelForm[Any]) -> str:  # noqa: ARG002
        """Return "person"."""
        return "person"


@admin.register(Organization)
class OrganizationAdmin(SubjectAdmin):
    """Organizations."""

    def kind_of(self, form: ModelForm[Any]) -> str:  # noqa: ARG002
        """Return "organization"."""
        return "organization"


@admin.register(Topic)
class TopicAdmin(SubjectAdmin):
    """Topics."""

    list_display = ["name", "kind", "slug", "description_as_of"]
    list_filter = ["kind"]
    own_fields = ("kind",)

    def kind_of(self, form: ModelForm[Any]) -> str:
        """Return the kind that was chosen."""
        return str(form.cleaned_data["kind"])
