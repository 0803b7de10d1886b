"""How often somebody may ask, counted in Valkey: one count for all processes, atomic."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from functools import cache

import redis
from django.conf import settings
from limits import RateLimitItem, parse
from limits.storage import RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter

log = logging.getLogger(__name__)

_AWAY = 0.5  # seconds that an answer may wait for a counter


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left to somebody under one limit: `resets_in` and `window` are seconds."""

    name: str
    limit: int
    window: int
    remaining: int
    resets_in: int
    is_within: bool


def take(name: str, who: str) -> Allowance | None:
    """Count one request of `who` under the limit `name` of `API_RATE_LIMITS`.

    None where no such limit is set, and where the counters cannot be reached: reading must not
    stop with Valkey, and nginx counts addresses before us.
    """
    if not settings.API_RATE_LIMITS.get(name):
        return None
    limit = parse(settings.API_RATE_LIMITS[name])
    try:
        return _counted(name, limit, who)
    except redis.RedisError as error:
        log.warning("limits.unreachable limit=%s error=%s", name, error)
        return None


def _counted(name: str, limit: RateLimitItem, who: str) -> Allowance:
    limiter = _limiter(settings.CACHES["default"]["LOCATION"])
    is_within = limiter.hit(limit, name, who)
    window = limiter.get_window_stats(limit, name, who)
    return Allowance(
        name=name,
        limit=limit.amount,
        window=limit.get_expiry(),
        remaining=window.remaining,
        resets_in=max(1, math.ceil(window.reset_time - time.time())),
        is_within=is_within,
    )


@cache
def _limiter(address: str) -> SlidingWindowCounterRateLimiter:
    pool = redis.ConnectionPool.from_url(
        address, socket_timeout=_AWAY, socket_connect_timeout=_AWAY
    )
    storage = RedisStorage(address, connection_pool=pool, key_prefix="newsroom-limits")
    return SlidingWindowCounterRateLimiter(storage)
