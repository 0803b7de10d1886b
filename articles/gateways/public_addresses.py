"""Which addresses of the Internet are anybody's, and so may be called for a stranger.

`ipaddress.is_global` is not enough: on the Pythons that we support it takes shared, multicast,
translated and tunnelled addresses for public ones. The lists are IANA's registries of special
addresses (RFC 6890 and its updates), read as: of IPv6 only what is handed out (2000::/3), less
what stands for something else.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_FORBIDDEN_4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network; 0.0.0.0 reaches the machine itself
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by providers; clouds put metadata there
        "127.0.0.0/8",  # the machine itself
        "168.63.129.16/32",  # the inside of one large cloud, though it looks public
        "169.254.0.0/16",  # link-local; clouds put metadata there
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # multicast tunnels
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
_HANDED_OUT_6 = ipaddress.IPv6Network("2000::/3")
_FORBIDDEN_6 = [
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
]


def is_public(address: Address) -> bool:
    """Return whether `address` belongs to somebody on the Internet, and means nobody else."""
    if isinstance(address, ipaddress.IPv4Address):
        return not _within(address, _FORBIDDEN_4)
    return (
        address.scope_id is None and address in _HANDED_OUT_6 and not _within(address, _FORBIDDEN_6)
    )


def _within(
    address: Address, networks: Iterable[ipaddress.IPv4Network | ipaddress.IPv6Network]
) -> bool:
    return any(address in network for network in networks)
