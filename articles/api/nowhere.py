"""Every address that the API does not have."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase, HttpResponsePermanentRedirect
from django.http.request import HttpRequest
from django.urls import Resolver404, resolve
from drf_spectacular.utils import extend_schema

from articles.api.problems import Problem
from articles.api.views import PublicView


@extend_schema(exclude=True)
class Nowhere(PublicView):
    """404 for any method; an address that lacks only its last slash leads to the one that has it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Redirect before anything is checked: the address itself will check."""
        if request.method in ("GET", "HEAD") and _lacks_slash(request.path):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(
                f"{request.path}/" + (f"?{query}" if query else "")
            )
        return super().dispatch(request, *args, **kwargs)

    def initial(self, *_: Any, **__: Any) -> None:
        """Say that nothing is here, whoever asks, however."""
        raise Problem("not-found", "The API has no such address: /api/v1/ lists those it has.")


def _lacks_slash(path: str) -> bool:
    try:
        return resolve(f"{path}/").url_name != "nowhere"
    except Resolver404:
        return False
