"""What holds under the desk's address alone: the editor's clock, and what its scripts need."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from csp.constants import NONCE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

Handler = Callable[[HttpRequest], HttpResponse]

# The desk's theme evaluates expressions in attributes (Alpine) and sets styles from scripts; its
# text editor brings one inline import map, which carries the nonce. The public pages allow none.
DESK_SOURCES = {
    "script-src": [SELF, NONCE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
}


def desk_zone(get_response: Handler) -> Handler:
    """Return a middleware that shows the times of the desk in the zone of the person."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_desk(request):
            return get_response(request)
        with timezone.override(zone_of(request)):
            return get_response(request)

    return middleware


def desk_policy(get_response: Handler) -> Handler:
    """Return a middleware that widens the Content-Security-Policy for the desk, and only there."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_desk(request) and not hasattr(response, "_csp_replace"):
            response._csp_replace = DESK_SOURCES  # type: ignore[attr-defined]  # noqa: SLF001
        return response

    return middleware


def is_desk(request: HttpRequest) -> bool:
    """Return whether the request is for a page of the desk."""
    return request.path.startswith(settings.DESK_PATH)


def zone_of(request: HttpRequest) -> zoneinfo.ZoneInfo:
    """Return the zone of the person who asks; UTC for visitors and for names nobody knows."""
    name = getattr(request.user, "time_zone", "") or "UTC"
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
