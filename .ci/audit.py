"""Check what runs in production: whole and pinned packages, their licences, safe settings."""  # noqa: INP001

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCKS = (Path("requirements.lock"), Path("requirements-dev.lock"))
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
# GPL and AGPL in any spelling; the lesser GPL lets others link to it.
_COPYLEFT = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
_PRODUCTION = {
    "ALLOWED_HOSTS": "news.example",
    "BEHIND_TLS": "true",
    "DATABASE_URL": "postgresql://newsroom@database.example/newsroom",
    "PUBLIC_URL": "https://news.example",
    "REDIS_URL": "redis://queue.example:6379/0",
}


def main() -> int:
    """Print each check with its result; return 1 if one of them failed."""
    failures = [*_lock_failures(), *_licence_failures()]
    for failure in failures:
        sys.stdout.write(f"✗ {failure}\n")
    checks = {
        "the installed packages fit together": ["-m", "pip", "check"],
        "the production settings are safe": [
            *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        ],
    }
    environment = {**os.environ, **_PRODUCTION, "SECRET_KEY": secrets.token_urlsafe(64)}
    for name, arguments in checks.items():
        done = subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        sys.stdout.write(f"{'✗' if done.returncode else '✓'} {name}\n")
        if done.returncode:
            failures.append(name)
            sys.stdout.write(f"{done.stdout}{done.stderr}\n")
    return 1 if failures else 0


def _lock_failures() -> list[str]:
    failures = []
    for lock in LOCKS:
        text = lock.read_text()
        if _ADDRESS.search(text):
            failures.append(
                f"{lock} names an address: packages come from where pip is told to look"
            )
        entries = re.split(r"\n(?=\S)", text.strip())
        bare = [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]
        failures += [f"{lock}: {name} has no hash" for name in bare]
    return failures or _passed("every package is pinned by hash, from no particular address")


def _licence_failures() -> list[str]:
    failures = []
    for name in _PIN.findall(LOCKS[0].read_text()):
        choices = _licences(name)
        if choices and all(map(_COPYLEFT.search, choices)):
            failures.append(f"{name} is under {' or '.join(choices)}")
    return failures or _passed("no GPL or AGPL at run time")


def _licences(name: str) -> list[str]:
    """Return the licences to choose from; none if the package is for other systems only."""
    try:
        package = metadata(name)
    except PackageNotFoundError:
        return []
    if expression := package.get("License-Expression"):
        return str(expression).split(" OR ")
    classifiers = [
        line for line in package.get_all("Classifier", []) if line.startswith("License ::")
    ]
    return classifiers or (package.get("License") or "").splitlines()[:1]


def _passed(name: str) -> list[str]:
    sys.stdout.write(f"✓ {name}\n")
    return []


if __name__ == "__main__":
    sys.exit(main())
