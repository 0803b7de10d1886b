"""How often one may ask: by key, and more narrowly for writing and for searching.

What anybody reads from stored bytes is not counted here: nginx counts addresses. The headers are
those of draft-ietf-httpapi-ratelimit-headers: `RateLimit-Policy` says what holds, `RateLimit` what
is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from articles.api.problems import Problem
from articles.gateways.limits import Allowance, take
from articles.models import ApiKey

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def count(request: Request, values: Mapping[str, Any]) -> dict[str, str]:
    """Count this request under each limit that it falls under; return the headers that say so.

    `values` are its query parameters. Raises Problem, throttled, where one of them is used up.
    """
    who = _who(request)
    allowances = [one for name in _limits_of(request, values) if (one := take(name, who))]
    headers = _headers(allowances)
    used_up = [one for one in allowances if not one.is_within]
    if used_up:
        raise _throttled(used_up, headers)
    return headers


def _limits_of(request: Request, values: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(request.auth, ApiKey):
        yield "key"
    if request.method not in SAFE_METHODS:
        yield "write"
    if "q" in values:
        yield "search"


def _who(request: Request) -> str:
    """Return who is counted: the key, the person, or else the address."""
    if isinstance(request.auth, ApiKey):
        return f"key:{request.auth.pk}"
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return f"address:{BaseThrottle().get_ident(request)}"


def _headers(allowances: Sequence[Allowance]) -> dict[str, str]:
    if not allowances:
        return {}
    return {
        "RateLimit-Policy": ", ".join(f'"{a.name}";q={a.limit};w={a.window}' for a in allowances),
        "RateLimit": ", ".join(f'"{a.name}";r={a.remaining};t={a.resets_in}' for a in allowances),
    }


def _throttled(used_up: Sequence[Allowance], headers: Mapping[str, str]) -> Problem:
    last = max(used_up, key=lambda one: one.resets_in)
    problem = Problem(
        "throttled",
        f"At most {last.limit} requests in {last.window} s under the limit {last.name!r}.",
        limit=last.name,
    )
    problem.headers |= {"Retry-After": str(last.resets_in), **headers}
    return problem
