"""Where everything public lives. `articles.pages.urls` resolves what these functions write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings

from articles.models import FacetKind

if TYPE_CHECKING:
    from articles.models import Article, Section
    from articles.models.subject import Subject

SUBJECT_FOLDERS: dict[str, str] = {
    FacetKind.PERSON: "people",
    FacetKind.ORGANIZATION: "organizations",
    FacetKind.TOPIC: "topics",
}
"""The first word of a subject's address."""

_PROFILES = {
    "twitter": "https://x.com/{}",
    "x": "https://x.com/{}",
    "github": "https://github.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "bluesky": "https://bsky.app/profile/{}",
}
_HANDLE = re.compile(r"[\w.-]+")


def article_path(article: Article) -> str:
    """Return /section/year/month/slug-code/, dated by first publication in the publication's zone.

    Raises ValueError for an article that has no date of first publication.
    """
    if article.first_published_at is None:
        message = "An article has no address before it has a date of first publication."
        raise ValueError(message)
    day = article.first_published_at.astimezone(ZoneInfo(settings.PUBLICATION_TIME_ZONE))
    return f"/{article.section.slug}/{day.year:04}/{day.month:02}/{article.slug}-{article.code}/"


def subject_path(subject: Subject) -> str:
    """Return the path of the page of a person, an organization or a topic."""
    return f"/{SUBJECT_FOLDERS[subject.facet_kind]}/{subject.slug}/"


def image_path(content_hash: str, name: str) -> str:
    """Return the path of a rendition of the picture with this hash."""
    return f"/media/images/{content_hash}/{name}"


def share_card_path(name: str) -> str:
    """Return the path of the card that is shown with a link to an article."""
    return f"/media/cards/{name}.png"


def section_path(section: Section) -> str:
    """Return the path of a section's page."""
    return f"/{section.slug}/"


def absolute(path: str) -> str:
    """Return the address of a path for readers outside: feeds, markup, programs."""
    return f"{settings.PUBLIC_URL}{path}"


def web_address(url: str) -> str:
    """Return `url` if a browser may be sent there, else nothing: only http and https lead anywhere."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def profile_address(platform: str, handle: str, url: str = "") -> str:
    """Return where an account can be seen: its own address, or the platform's usual one, or nothing."""
    pattern = _PROFILES.get(platform.lower())
    if url or pattern is None or not _HANDLE.fullmatch(handle):
        return web_address(url)
    return pattern.format(handle)
