"""Where a stranger's address leads: read once, looked up once, refused unless it is public.

One parser reads the address for the check and for the call, so that they cannot disagree; and the
call goes to the very addresses that were checked (SSRF, DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx
from django.conf import settings

from articles.gateways.public_addresses import Address, is_public

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port in, addresses as text out. Raises OSError where there are none."""

LOOKUP_TIMEOUT = 3.0
_MAX_LENGTH = 1000
_FREE_PORTS = range(1024, 65536)
_PORTS = {"https": 443, "http": 80}
_ALLOWED = re.compile(r"[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=%-]+")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_LOOPBACK_NAME = "localhost"


class UnsafeTarget(Exception):
    """Nothing may be sent there: the message says why, and nothing of what answers there."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be called if its host turns out to be public."""

    url: httpx.URL
    port: int

    @property
    def host(self) -> str:
        """The name, or the address without brackets."""
        return _host(self.url)


def read_target(text: str) -> Target:
    """Return the target that `text` names. Looks nothing up. Raises UnsafeTarget."""
    if not _ALLOWED.fullmatch(text) or len(text) > _MAX_LENGTH:
        raise UnsafeTarget(
            "An address has only the characters of a URL, at most 1000, and no fragment;"
            " write a host with other letters as xn--…"
        )
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise UnsafeTarget("This is no address.") from error
    host = _host(url)
    _require_scheme(url.scheme, host)
    if url.userinfo or "@" in text.partition("://")[2].partition("/")[0]:
        raise UnsafeTarget("An address holds no name and no password.")
    if "%" in host or not _is_written_plainly(host):
        raise UnsafeTarget("The host must be a full name such as hooks.example.org.")
    port = _PORTS[url.scheme] if url.port is None else url.port
    if port not in _FREE_PORTS and port != _PORTS[url.scheme]:
        raise UnsafeTarget("The port must be 443, or one from 1024 to 65535.")
    address = _as_address(host)
    if address is not None:
        _require_permitted([address])
    return Target(url, port)


def addresses_of(target: Target, *, resolve: Resolve | None = None) -> list[Address]:
    """Look the host up, once, and return its addresses: all of them may be called.

    One address that is not public refuses the whole host. Raises UnsafeTarget, and OSError where
    the name leads nowhere.
    """
    literal = _as_address(target.host)
    if literal is not None:
        found = [literal]
    else:
        texts = (resolve or look_up)(target.host, target.port)
        found = [ipaddress.ip_address(text) for text in dict.fromkeys(texts)]
    if not found:
        raise OSError("The name leads nowhere.")
    _require_permitted(found)
    return found


def look_up(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host, for a few seconds at most. Raises OSError."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            answers.put(OSError(str(error)))
        else:
            answers.put([str(row[4][0]) for row in rows])

    # The system's look-up cannot be interrupted: it is left behind where it takes too long.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=LOOKUP_TIMEOUT)
    except queue.Empty:
        raise TimeoutError("The name was not found in time.") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _require_scheme(scheme: str, host: str) -> None:
    if scheme == "https":
        return
    if scheme != "http" or not _is_loopback_permitted(host):
        raise UnsafeTarget("The address must begin with https://")


def _is_loopback_permitted(host: str) -> bool:
    address = _as_address(host)
    is_loopback = host == _LOOPBACK_NAME or (address is not None and address.is_loopback)
    return bool(settings.WEBHOOKS_TO_LOOPBACK) and is_loopback


def _is_written_plainly(host: str) -> bool:
    """Return whether `host` is a name with a dot or one plain address: no 127.1, 0x7f000001, 017."""
    if _as_address(host) is not None or _is_loopback_permitted(host):
        return True
    return bool(_NAME.fullmatch(host)) and not host.endswith((".localhost", ".local", ".internal"))


def _as_address(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _require_permitted(addresses: Sequence[Address]) -> None:
    loopback = bool(settings.WEBHOOKS_TO_LOOPBACK)
    if not all(is_public(one) or (loopback and one.is_loopback) for one in addresses):
        raise UnsafeTarget("The host is not on the public Internet.")
