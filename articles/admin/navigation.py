"""What stands in the desk's side bar."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from articles.policies import can_administer


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the side bar's groups for the person who asks."""
    groups = [
        _group(
            "",
            ("Desk", "space_dashboard", "admin:index"),
            ("Articles", "article", "admin:articles_article_changelist"),
            ("Add an article", "note_add", "admin:articles_article_add"),
            ("Jobs", "conveyor_belt", "admin:articles_job_changelist"),
        ),
        _group(
            "Knowledge",
            ("People", "person", "admin:articles_person_changelist"),
            ("Organizations", "domain", "admin:articles_organization_changelist"),
            ("Topics", "label", "admin:articles_topic_changelist"),
            ("Never names", "label_off", "admin:articles_excludedname_changelist"),
        ),
        _group(
            "Publication",
            ("Sections", "view_list", "admin:articles_section_changelist"),
            ("Sources", "rss_feed", "admin:articles_source_changelist"),
            ("Images", "image", "admin:articles_image_changelist"),
            ("Pages", "info", "admin:articles_page_changelist"),
        ),
        _group(
            "Records",
            ("Posts", "mail", "admin:articles_post_changelist"),
            ("Revisions", "history", "admin:articles_revision_changelist"),
            ("Judgements", "gavel", "admin:articles_judgement_changelist"),
        ),
    ]
    if can_administer(request.user):
        groups.append(
            _group(
                "Administration",
                ("Accounts", "group", "admin:articles_user_changelist"),
                ("Keys", "key", "admin:articles_apikey_changelist"),
                ("Webhooks", "webhook", "admin:articles_webhookendpoint_changelist"),
                ("Deliveries", "outbox", "admin:articles_delivery_changelist"),
                ("Audit", "policy", "admin:articles_auditentry_changelist"),
            )
        )
    _mark_active(groups, request.path)
    return groups


def _mark_active(groups: list[dict[str, Any]], path: str) -> None:
    """Mark the entry whose address is the longest beginning of the page's."""
    items = [item for group in groups for item in group["items"]]
    desk = reverse("admin:index")
    fits = [item for item in items if path.startswith(item["link"]) and item["link"] != desk]
    best = max(fits, key=lambda item: len(item["link"]), default=None)
    for item in items:
        item["active"] = item is best or path == item["link"] == desk


def _group(title: str, *items: tuple[str, str, str]) -> dict[str, Any]:
    return {
        "title": title,
        "separator": bool(title),
        "items": [
            {"title": name, "icon": icon, "link": reverse(view)} for name, icon, view in items
        ],
    }
