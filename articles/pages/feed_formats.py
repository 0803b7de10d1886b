"""Three formats of one feed, each around entries that are stored finished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from django.conf import settings
from django.utils.html import escape

from articles.documents.addresses import absolute
from articles.documents.dates import iso_utc
from articles.documents.feed_forms import rfc822
from articles.documents.xml import xml_words
from articles.pages.responses import render_main

if TYPE_CHECKING:
    from articles.selectors.site import Feed, FeedForm

_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself. `path` is the page that it goes with."""

    title: str
    path: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """How a feed is written: the stored form that it joins, and what goes around it."""

    file: str
    media_type: str
    form: FeedForm
    write: Callable[[Channel, str, Feed], bytes]


def _atom(channel: Channel, address: str, feed: Feed) -> bytes:
    updated = iso_utc(feed.updated_at or _NEVER)
    return _xml("articles/feed.xml", channel, address, feed, updated=updated)


def _rss(channel: Channel, address: str, feed: Feed) -> bytes:
    built = rfc822(feed.updated_at) if feed.updated_at else ""
    return _xml("articles/rss.xml", channel, address, feed, built=built)


def _json(channel: Channel, address: str, feed: Feed) -> bytes:
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": absolute(channel.path),
        "feed_url": address,
        "description": channel.description,
        "language": settings.LANGUAGE_CODE,
        "authors": [{"name": settings.PUBLICATION_NAME, "url": absolute("/")}],
    }
    said = orjson.dumps({key: value for key, value in head.items() if value})
    return said[:-1] + f',"items":[{",".join(feed.entries)}]}}'.encode()


def _xml(template: str, channel: Channel, address: str, feed: Feed, **dates: str) -> bytes:
    description = xml_words(channel.description)
    context = {
        "title": xml_words(channel.title),
        "description": description,
        # What RSS calls a description is HTML: words must be escaped once more than in Atom.
        "description_html": escape(description or xml_words(channel.title)),
        "publication": xml_words(settings.PUBLICATION_NAME),
        "language": settings.LANGUAGE_CODE,
        "address": absolute(channel.path),
        "own_address": address,
        **dates,
    }
    return render_main(template, context, entries="".join(feed.entries)).encode()


FORMATS = {
    one.file: one
    for one in (
        Format("feed.xml", "application/atom+xml; charset=utf-8", "feed_entry", _atom),
        Format("rss.xml", "application/rss+xml; charset=utf-8", "rss_item", _rss),
        Format("feed.json", "application/feed+json", "json_feed_item", _json),
    )
}
"""By the last word of their addresses."""
