"""Where Chromium is; run as a program, it installs one where that is possible.

Root on Debian gets the system's package. Elsewhere a missing browser means that the browser tests
do not run, and says so; where NEWSROOM_CI is set that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*/Contents/MacOS/*")
_APT = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]


def find_chromium() -> str | None:
    """Return the path of a browser: the one named by CHROMIUM, the system's, or Playwright's."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((str(path) for pattern in _PLAYWRIGHT for path in _cache().glob(pattern)), None)


def _cache() -> Path:
    default = "Library/Caches" if sys.platform == "darwin" else ".cache"
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    return Path(named) if named else Path.home() / default / "ms-playwright"


def install(*packages: str) -> None:
    """Install Debian's packages; the first try without fresh lists, which are slow to fetch."""
    install = [*_APT, "install", "--yes", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    sys.stderr.write(f"  installing {', '.join(packages)}\n")
    for command in (install, [*_APT, "update"], install):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if command is install and done.returncode == 0:
            return
    sys.stderr.write(done.stderr[-2000:])


def main() -> int:
    """Make sure that there is a browser, if this user can; return the exit status."""
    if find_chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install("chromium")
    if find_chromium():
        return 0
    sys.stderr.write(
        "NOT RUN: the browser tests, since there is no Chromium. Install it as `chromium`,"
        " or name one: CHROMIUM=/path/to/chrome\n"
    )
    return 1 if os.environ.get("NEWSROOM_CI") else 0


if __name__ == "__main__":
    sys.exit(main())
