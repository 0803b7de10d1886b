"""What the machine offers, and how much of it the embedded servers take."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1024 * 1024
_CONTROL_GROUP_LIMITS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory in megabytes and processor cores, as this process may use them."""

    memory: int
    cores: int

    def share(self, part: int, *, least: int, most: int) -> int:
        """Return the part-th of the memory in megabytes, kept between two bounds."""
        return max(least, min(most, self.memory // part))


def this_machine() -> Machine:
    """Measure the machine; a container's limit counts as its memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limits = [limit for limit in map(_number, _CONTROL_GROUP_LIMITS) if limit]
    return Machine(memory=min([memory, *limits]) // _MEGABYTE, cores=usable_cores())


def usable_cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text())
    except (OSError, ValueError):  # absent, or "max"
        return None


def postgres_settings(machine: Machine) -> dict[str, str]:
    """Return PostgreSQL's settings for a machine that it shares with everything else here."""
    return {
        "shared_buffers": f"{machine.share(16, least=32, most=512)}MB",
        "effective_cache_size": f"{machine.share(2, least=128, most=16384)}MB",
        "work_mem": f"{machine.share(512, least=4, most=32)}MB",
        "maintenance_work_mem": f"{machine.share(64, least=32, most=256)}MB",
        "max_worker_processes": str(machine.cores + 4),
        "max_parallel_workers": str(machine.cores),
        "max_parallel_workers_per_gather": str(min(2, machine.cores // 2)),
        "max_connections": "150",
        # Nothing is traded for speed that a crash would notice.
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "wal_compression": "on",
        "max_wal_size": "2GB",
        "checkpoint_timeout": "15min",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_checkpoints": "off",
        "log_line_prefix": "%m [%p] %d ",
    }


def valkey_settings(machine: Machine) -> dict[str, str]:
    """Return Valkey's settings: a queue must survive a restart and must never be evicted."""
    return {
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": f"{machine.share(16, least=64, most=512)}mb",
        "maxmemory-policy": "noeviction",
        "databases": "16",
        "loglevel": "notice",
    }
