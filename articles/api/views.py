"""What every address of the API has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from rest_framework.authentication import SessionAuthentication
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.api import limits
from articles.api.authentication import ApiKeyAuthentication
from articles.api.parsing import require_utf8
from articles.api.permissions import MayWorkAtDesk
from articles.api.queries import Query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from articles.models import Scope, User


class OneRepresentation(BaseContentNegotiation):
    """Every address has one form, sent whatever `Accept` says (RFC 9110, 12.5.1)."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        """Return the parser of exactly the media type that was sent."""
        sent = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == sent), None)

    def select_renderer(
        self, _request: Request, renderers: Iterable[BaseRenderer], *_: Any
    ) -> tuple[BaseRenderer, str]:
        """Return the one renderer."""
        renderer = next(iter(renderers))
        return renderer, str(renderer.media_type)


class ApiView(APIView):
    """An address: who may ask, which parameters it takes. Each method translates and calls once.

    `values` holds the query parameters that were given, read and checked.
    """

    query: ClassVar[Query] = Query()
    content_negotiation_class = OneRepresentation
    http_method_names = ["get", "head", "post"]
    values: dict[str, Any]

    @property
    def default_response_headers(self) -> dict[str, str]:
        """Return none: an answer names its own headers, a refused method what is allowed."""
        return {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check charset, then who asks, then the query, then how often, before any method runs."""
        require_utf8(request.META.get("CONTENT_TYPE", ""))
        super().initial(request, *args, **kwargs)
        self.values = self.query.read(request.META.get("QUERY_STRING", ""))
        self.headers |= limits.count(request, self.values)


class ReadingView(ApiView):
    """For anybody, or for those alone who say who they are: the operator decides."""

    def get_permissions(self) -> Sequence[BasePermission]:
        """Return who may read."""
        return [AllowAny() if settings.API_ANONYMOUS_READING else IsAuthenticated()]


class PublicView(ReadingView):
    """The same for all who may read: no session is looked at, but a key that ended is refused."""

    authentication_classes = [ApiKeyAuthentication]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer anybody who reads at once: there is nobody to recognise and no body to parse."""
        if not (hasattr(self, "get") and _is_plain_reading(request)):
            return super().dispatch(request, *args, **kwargs)
        self.args, self.kwargs, self.headers = args, kwargs, {}
        self.request = cast("Request", AnybodysRequest(request))
        try:
            self.values = self.query.read(request.META.get("QUERY_STRING", ""))
            self.headers |= limits.count(self.request, self.values)
            response = self.get(self.request, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 - every exception becomes a problem
            response = self.handle_exception(error)
        for name, value in self.headers.items():
            response[name] = value
        return cast("HttpResponseBase", response)


class AnybodysRequest:
    """A request of nobody in particular, as views and limits look at one."""

    auth = None
    user = AnonymousUser()

    def __init__(self, request: HttpRequest) -> None:
        """Take the request as Django made it."""
        self._request = request

    def __getattr__(self, name: str) -> Any:
        """Return what Django's request has, as DRF's does."""
        return getattr(self._request, name)


def _is_plain_reading(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.META.get("CONTENT_TYPE")
        and settings.API_ANONYMOUS_READING
    )


class ReaderView(ReadingView):
    """More for the desk than for the public: by session, or by a key with desk:read."""

    authentication_classes = [ApiKeyAuthentication, SessionAuthentication]


class DeskView(ApiView):
    """For programs of the desk: by a key alone, which must hold a scope that `scopes` names.

    No session is looked at: what a browser sends by itself changes nothing here.
    """

    authentication_classes = [ApiKeyAuthentication]
    permission_classes = [MayWorkAtDesk]
    scopes: ClassVar[Mapping[str, tuple[Scope, ...]]] = {}

    @property
    def user(self) -> User:
        """Return whose key it is. The permission lets nobody else this far."""
        return cast("User", self.request.user)
