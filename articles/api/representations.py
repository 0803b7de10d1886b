"""The forms in which an article is sent, and which of them a caller wants (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http.request import MediaType
from django.utils.encoding import iri_to_uri

from articles.api import examples
from articles.api.problems import Problem
from articles.documents.addresses import absolute
from articles.documents.forms import MEDIA_TYPES, alternates
from articles.selectors import catalogue

_ATOM_HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n<entry xmlns="http://www.w3.org/2005/Atom"'
_RANGES_READ = 40  # of an Accept header: nobody means more of them


def _as_stored(stored: bytes) -> bytes:
    return stored


def _entry_document(stored: bytes) -> bytes:
    """Return a stored entry as a document of its own: a feed would name the namespace for it."""
    return _ATOM_HEAD + stored.strip().removeprefix(b"<entry") + b"\n"


@dataclass(frozen=True, slots=True)
class Representation:
    """One form: the end of its addresses, its media type, the stored bytes that it is made of."""

    suffix: str
    media_type: str
    content_type: str
    form: catalogue.Form
    example: Any
    finish: Callable[[bytes], bytes] = _as_stored


REPRESENTATIONS = (
    Representation(
        "json", MEDIA_TYPES["json"], MEDIA_TYPES["json"], "detail", examples.ARTICLE_DETAIL
    ),
    Representation(
        "jsonld",
        MEDIA_TYPES["jsonld"],
        MEDIA_TYPES["jsonld"],
        "json_ld",
        examples.ARTICLE_LINKED_DATA,
    ),
    Representation(
        "ninjs",
        MEDIA_TYPES["ninjs"],
        MEDIA_TYPES["ninjs"],
        "ninjs",
        examples.ARTICLE_NINJS,
    ),
    Representation(
        "md",
        MEDIA_TYPES["md"],
        f"{MEDIA_TYPES['md']}; charset=utf-8",
        "markdown",
        examples.ARTICLE_MARKDOWN,
    ),
    Representation(
        "atom",
        "application/atom+xml",
        f"{MEDIA_TYPES['atom']}; charset=utf-8",
        "feed_entry",
        examples.ARTICLE_ENTRY,
        _entry_document,
    ),
)
BY_SUFFIX = {one.suffix: one for one in REPRESENTATIONS}


def links_to(article: catalogue.FinishedArticle) -> str:
    """Return a Link header (RFC 8288): the article's page and each of its forms."""
    page = f'<{iri_to_uri(absolute(article.path))}>; rel="alternate"; type="text/html"'
    forms = (
        f'<{one}>; rel="alternate"; type="{kind}"' for one, kind in alternates(article.public_id)
    )
    return ", ".join([page, *forms])


@lru_cache(maxsize=256)
def preferred(accept: str) -> Representation | None:
    """Return the form that an Accept header rates highest, ours first of equals, or None.

    The most specific range that fits a form rates it; parameters but `q` tell nothing here.
    """
    ranges = [MediaType(one) for one in accept.split(",")[:_RANGES_READ] if one.strip()]
    if not ranges:
        return REPRESENTATIONS[0]
    best = max(REPRESENTATIONS, key=lambda one: _rating(one, ranges))
    return best if _rating(best, ranges) > 0 else None


def not_acceptable(address: str) -> Problem:
    """Return the problem that lists what there is, each with the address that needs no Accept."""
    available = [
        {"media_type": one.media_type, "url": f"{address}.{one.suffix}"} for one in REPRESENTATIONS
    ]
    names = ", ".join(one.media_type for one in REPRESENTATIONS)
    return Problem("not-acceptable", f"There is {names}.", available=available).with_headers(
        vary="Accept, Authorization"
    )


def _rating(one: Representation, ranges: list[MediaType]) -> float:
    main, _, sub = one.media_type.partition("/")
    fitting = [
        given
        for given in ranges
        if given.main_type in ("*", main)
        and given.sub_type in ("*", sub)
        and (given.main_type != "*" or given.sub_type == "*")
    ]
    if not fitting:
        return 0.0
    return float(max(fitting, key=lambda given: given.specificity).quality)
