"""Sections, sources and pictures."""

from __future__ import annotations

from django.contrib import admin

from articles.admin.permissions import DeskAdmin
from articles.models import Image, Section, Source
from articles.policies import can_administer, can_edit_knowledge, can_receive


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    """The parts of the publication."""

    may_add = may_change = staticmethod(can_administer)

    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """The senders of posts."""

    may_add = may_change = staticmethod(can_edit_knowledge)

    list_display = ["name", "url", "time_zone", "day_first"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    """Pictures, with what they show and who made them."""

    may_add = staticmethod(can_receive)
    may_change = staticmethod(can_edit_knowledge)

    list_display = ["alt", "credit", "licence", "width", "height"]
    search_fields = ["alt", "credit"]
    fields = ["alt", "credit", "licence", ("focal_x", "focal_y")]
