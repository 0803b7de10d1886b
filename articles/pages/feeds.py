"""Feeds of the site and of each section, person, organization and topic."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.documents.addresses import absolute, section_path, subject_path
from articles.pages.feed_formats import FORMATS, Channel, Format
from articles.pages.responses import answer, moved
from articles.selectors import site
from articles.selectors.site import Feed


@require_safe
def site_feed(request: HttpRequest, file: str) -> HttpResponseBase:
    """Return the newest articles of the site."""
    written = FORMATS[file]
    channel = Channel(title=settings.PUBLICATION_NAME, path="/")
    return _answer(request, written, channel, site.site_feed(written.form))


@require_safe
def section_feed(request: HttpRequest, slug: str, file: str) -> HttpResponseBase:
    """Return the newest articles of a section; an old slug leads to the new."""
    section = site.section_at(slug)
    if section is None:
        raise Http404
    if section.slug != slug:
        return moved(section_path(section) + file)
    written = FORMATS[file]
    channel = Channel(_title(section.name), section_path(section), section.description)
    return _answer(request, written, channel, site.feed_of("section", section.pk, written.form))


@require_safe
def subject_feed(request: HttpRequest, kind: str, slug: str, file: str) -> HttpResponseBase:
    """Return the newest public articles on somebody or something; an old slug leads to the new."""
    subject = site.public_subject(kind, slug)
    if subject is None:
        return _moved(kind, slug, file)
    written = FORMATS[file]
    channel = Channel(_title(subject.name), subject_path(subject), subject.description)
    return _answer(request, written, channel, site.feed_of(kind, subject.pk, written.form))


def _title(name: str) -> str:
    return f"{settings.PUBLICATION_NAME}: {name}"


def _moved(kind: str, slug: str, file: str) -> HttpResponseBase:
    renamed = site.subject_moved(kind, slug)
    if renamed is None:
        raise Http404
    return moved(subject_path(renamed) + file)


def _answer(
    request: HttpRequest, written: Format, channel: Channel, feed: Feed
) -> HttpResponseBase:
    """Return the feed. Its Last-Modified is the newest change that it carries."""
    address = absolute(channel.path + written.file)
    changed = feed.updated_at
    return answer(
        request,
        written.write(channel, address, feed),
        fresh_for=site.seconds_until_change(),
        content_type=written.media_type,
        headers={"Last-Modified": http_date(changed.timestamp())} if changed else None,
    )
