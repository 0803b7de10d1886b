"""The programs that look at the pages, and what of them is missing on this machine."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import find_chromium, install

FOLDER = Path(__file__).resolve().parent
MODULES = FOLDER / "node_modules"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_LOCK = FOLDER / "package-lock.json"
_STAMP = MODULES / "installed"


class MissingToolError(Exception):
    """Something that a check needs is not here; the message says what."""


def chromium() -> str:
    """Return the path of the browser. Raises MissingToolError where there is none."""
    program = find_chromium()
    if program is None:
        raise MissingToolError("there is no Chromium: install it, or name one in CHROMIUM")
    return program


def java() -> str:
    """Return the path of Java. Raises MissingToolError where there is none."""
    program = shutil.which("java")
    if program is None:
        raise MissingToolError("there is no Java (17 or newer)")
    return program


def node() -> str:
    """Return the path of Node, beside which lies what package-lock.json names.

    Raises MissingToolError where Node or npm is absent, or the packages cannot be fetched.
    """
    if not (shutil.which("node") and shutil.which("npm")) and _may_install():
        install("nodejs", "npm")
    program = shutil.which("node")
    if program is None or shutil.which("npm") is None:
        raise MissingToolError("there is no Node with npm (18.16 or newer)")
    _fetch_packages()
    return program


def module(path: str) -> Path:
    """Return a file of the packages of package-lock.json. Raises MissingToolError."""
    node()
    return MODULES / path


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _fetch_packages() -> None:
    wanted = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    if _STAMP.exists() and _STAMP.read_text() == wanted:
        return
    sys.stderr.write("  installing Lighthouse, axe-core and the Nu HTML checker\n")
    done = subprocess.run(
        ["npm", "ci"], cwd=FOLDER, capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise MissingToolError(f"npm could not fetch the packages: {reason}")
    _STAMP.write_text(wanted)
