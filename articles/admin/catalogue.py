"""Sections and sources."""

from __future__ import annotations

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from articles.actions.describe_section import describe_section
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin
from articles.models import Section, Source
from articles.policies import can_administer, can_edit_knowledge


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    """The parts of the publication."""

    may_add = may_change = staticmethod(can_administer)

    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(
        self,
        request: HttpRequest,
        obj: Section,
        form: ModelForm[Section],
        change: bool,  # noqa: FBT001
    ) -> None:
        """Change a section through the action: its old address leads to the new one."""
        if not change:
            super().save_model(request, obj, form, change)
            return
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        describe_section(section=obj, by=person_of(request), **changes)


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """The senders of posts."""

    may_add = may_change = staticmethod(can_edit_knowledge)

    list_display = ["name", "url", "time_zone", "day_first"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
