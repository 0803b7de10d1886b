"""The call that tells a webhook endpoint: one POST, short, to a checked address, and no further.

No redirects, no proxies from the environment, no cookies; the answer's status counts, and of its
body only the beginning of a complaint is read.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

import httpx
from django.conf import settings

from articles.gateways.public_addresses import Address
from articles.gateways.targets import (
    Resolve,
    Target,
    UnsafeTarget,
    addresses_of,
    read_target,
)

CONNECT_TIMEOUT = 3.0
_TRIED = 3  # addresses of one host
_EXCERPT = 300
_GONE = 410


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one call: a status, or an error where none came."""

    status: int | None
    error: str = ""
    milliseconds: int = 0

    @property
    def is_accepted(self) -> bool:
        """Whether the endpoint took the message."""
        return self.status is not None and httpx.codes.is_success(self.status)

    @property
    def is_gone(self) -> bool:
        """Whether the endpoint wants no more messages."""
        return self.status == _GONE


def post(
    url: str,
    *,
    body: bytes,
    headers: Mapping[str, str],
    resolve: Resolve | None = None,
    context: ssl.SSLContext | None = None,
) -> Answer:
    """Send `body` to `url` once. Whatever happens is an Answer; nothing is raised.

    `resolve` and `context` are for tests: who looks names up, and whose certificates count.
    """
    started = time.monotonic()
    try:
        target = read_target(url)
        addresses = addresses_of(target, resolve=resolve)
        status, error = asyncio.run(
            _post_in_time(target, addresses, body, headers, context or _trust())
        )
    except UnsafeTarget as refusal:
        status, error = None, str(refusal)
    except TimeoutError:
        status, error = None, "No answer in time."
    except (httpx.HTTPError, httpx.InvalidURL) as failure:
        status, error = None, _in_words(failure)
    except OSError:
        status, error = None, "The name of the host leads nowhere."
    return Answer(status, error[:_EXCERPT], int(1000 * (time.monotonic() - started)))


async def _post_in_time(
    target: Target,
    addresses: list[Address],
    body: bytes,
    headers: Mapping[str, str],
    context: ssl.SSLContext,
) -> tuple[int, str]:
    limit = settings.WEBHOOK_TIMEOUT.total_seconds()
    timeouts = httpx.Timeout(limit, connect=min(limit, CONNECT_TIMEOUT))
    async with (
        asyncio.timeout(limit),
        httpx.AsyncClient(
            verify=context, trust_env=False, follow_redirects=False, timeout=timeouts
        ) as client,
    ):
        *first, last = addresses[:_TRIED]
        for address in first:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await _send(client, _request(client, target, address, body, headers))
        return await _send(client, _request(client, target, last, body, headers))


def _request(
    client: httpx.AsyncClient,
    target: Target,
    address: Address,
    body: bytes,
    headers: Mapping[str, str],
) -> httpx.Request:
    """Return a request to `address` that says in Host and TLS whom it means."""
    return client.build_request(
        "POST",
        target.url.copy_with(host=str(address)),
        content=body,
        headers={
            "Host": target.url.netloc.decode("ascii"),
            "User-Agent": "Newsroom-Webhooks/1",
            "Accept-Encoding": "identity",
            **headers,
        },
        extensions={"sni_hostname": target.host},
    )


async def _send(client: httpx.AsyncClient, request: httpx.Request) -> tuple[int, str]:
    response = await client.send(request, stream=True)
    try:
        return response.status_code, "" if response.is_success else await _excerpt(response)
    finally:
        await response.aclose()


async def _excerpt(response: httpx.Response) -> str:
    """Return the beginning of the answer as printable text, as far as it comes at once."""
    begun = b""
    with suppress(httpx.HTTPError, TimeoutError):
        async with asyncio.timeout(1):
            async for chunk in response.aiter_raw(_EXCERPT):
                begun += chunk
                if len(begun) >= _EXCERPT:
                    break
    text = begun[:_EXCERPT].decode(errors="replace")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _in_words(failure: httpx.HTTPError | httpx.InvalidURL) -> str:
    if isinstance(failure, httpx.TimeoutException):
        return "No answer in time."
    if isinstance(failure, httpx.ConnectError):
        is_refused = "CERTIFICATE_VERIFY_FAILED" in str(failure)
        return "Its certificate is not valid." if is_refused else "It cannot be reached."
    return "The connection ended before an answer."


@cache
def _trust() -> ssl.SSLContext:
    """Return the certificates that httpx brings, read once a process."""
    return httpx.create_ssl_context(trust_env=False)
