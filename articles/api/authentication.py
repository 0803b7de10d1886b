"""Who asks: a program by its key, a person by their session, or anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from articles.actions.use_api_key import use_api_key
from articles.models import ApiKey

if TYPE_CHECKING:
    from articles.models import User

SCHEME = "Bearer"


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer newsroom_…`. A key that is not in force is refused on every address."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        """Return the key's user and the key; None where no key is presented."""
        key = key_in(request.META.get("HTTP_AUTHORIZATION", ""))
        return None if key is None else (key.user, key)

    def authenticate_header(self, request: Request) -> str:  # noqa: ARG002
        """Return the challenge that goes with a 401."""
        return f'{SCHEME} realm="newsroom"'


def key_in(authorization: str) -> ApiKey | None:
    """Return the key that a header presents, None where it presents none. Raises AuthenticationFailed."""
    scheme, _, presented = authorization.partition(" ")
    if scheme.lower() != SCHEME.lower():
        return None
    key = use_api_key(presented=presented.strip())
    if key is None:
        message = "This key is unknown, was revoked or has ended."
        raise AuthenticationFailed(message)
    return key
