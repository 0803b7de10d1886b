"""Who the servers run as: PostgreSQL refuses root, so root hands them to an unprivileged account."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.embedded.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ACCOUNT_OF_ROOT = "nobody"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True)
class Account:
    """The user that owns the servers and their files."""

    uid: int
    gid: int
    is_other: bool
    """True where it is not the user of this process, which then is root."""

    def run(self, command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
        """Run a command as this account and return what it said, whatever its exit status.

        It gets a bare environment, since variables such as PGOPTIONS would change what it does.
        Raises OSError where the program cannot be reached or run.
        """
        return subprocess.run(
            command,
            user=self.uid if self.is_other else None,
            group=self.gid if self.is_other else None,
            extra_groups=[] if self.is_other else None,
            env=_ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )

    def own(self, path: Path, *, mode: int) -> None:
        """Make a file or folder this account's, readable as the mode says."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)
        path.chmod(mode)


def service_account() -> Account:
    """Return the account for the servers: this user, or for root an unprivileged one."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), is_other=False)
    try:
        entry = pwd.getpwnam(ACCOUNT_OF_ROOT)
    except KeyError:
        message = (
            f"PostgreSQL does not run as root, and there is no user {ACCOUNT_OF_ROOT!r} to run it."
            " Work as an ordinary user, or set DATABASE_URL and REDIS_URL."
        )
        raise ServiceError(message) from None
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, is_other=True)
