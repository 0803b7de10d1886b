"""Answers with validators: the ETag is the hash of the very bytes that are sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.template.loader import get_template
from django.utils.cache import get_conditional_response

from articles.documents.addresses import absolute
from articles.documents.linked_data import script_safe
from articles.documents.markers import fill
from articles.pages.frame import frame
from articles.selectors.site import MAX_AGE, NavigationItem, navigation, seconds_until_change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articles.documents.images import Picture


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself. `graph` is its schema.org markup; feeds stand under its path.

    `picture` goes out with a link to it.
    """

    title: str
    path: str
    description: str = ""
    picture: Picture | None = None
    has_feeds: bool = False
    graph: Mapping[str, Any] | None = None
    is_indexed: bool = True

    def render(self) -> str:
        """Return the head's HTML."""
        context = {
            "title": self.title,
            "publication": settings.PUBLICATION_NAME,
            "description": self.description,
            "address": absolute(self.path),
            "preview": self.picture,
            "preview_url": absolute(self.picture.fallback.path) if self.picture else "",
            "feeds": self.path if self.has_feeds else "",
            "has_graph": self.graph is not None,
            "is_indexed": self.is_indexed,
        }
        rendered = get_template("articles/head.html").render(context)
        if self.graph is None:
            return rendered
        return fill(rendered, json_ld=script_safe(dict(self.graph)))


def render_main(template: str, context: Mapping[str, Any], **fragments: str) -> str:
    """Render a page's content and put stored fragments at its markers."""
    return fill(get_template(template).render(dict(context)), **fragments)


def framed(
    request: HttpRequest, *, head: Head, main: str, current: str = "", status: int = 200
) -> HttpResponseBase:
    """Return a page made now, from one or more stored pieces. Two SELECTs of its own."""
    data = frame(navigation(), current=current, language=settings.LANGUAGE_CODE).around(
        head=head.render(), main=main
    )
    return answer(request, data, fresh_for=seconds_until_change(), status=status)


def framed_document(
    request: HttpRequest,
    *,
    head: str,
    main: str,
    sections: tuple[NavigationItem, ...],
    fresh_for: int,
    current: str,
) -> HttpResponseBase:
    """Return a stored document in its frame. No SELECT."""
    data = frame(sections, current=current, language=settings.LANGUAGE_CODE).around(
        head=head, main=main
    )
    return answer(request, data, fresh_for=fresh_for)


def moved(path: str) -> HttpResponseBase:
    """Return the way to a new address, kept no longer than any page: addresses may change back."""
    response = HttpResponsePermanentRedirect(path)
    response["Cache-Control"] = f"public, max-age=0, s-maxage={MAX_AGE}"
    return response


def answer(
    request: HttpRequest,
    data: bytes,
    *,
    fresh_for: int,
    status: int = 200,
    content_type: str = "text/html; charset=utf-8",
    headers: Mapping[str, str] | None = None,
) -> HttpResponseBase:
    """Return the bytes, or 304 where the asker holds them already.

    Only the ETag decides: a withdrawal takes entries away, which no date of the rest would tell.
    """
    response = HttpResponse(data, status=status, content_type=content_type, headers=headers)
    response["Cache-Control"] = f"public, max-age=0, s-maxage={fresh_for}"
    if status != HttpResponse.status_code:
        return response
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
