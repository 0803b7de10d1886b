"""Make .venv hold exactly what requirements-dev.lock says; say nothing where it does already."""  # noqa: INP001

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

LOCK = Path("requirements-dev.lock")
ENVIRONMENT = Path(".venv")
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "installed"
LOG = ENVIRONMENT / "install.log"


def main() -> int:
    """Bring the environment up to date; return the exit status."""
    with LOCK.open() as lock:
        # Two `make` at once: the second waits, and finds the work done.
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = hashlib.sha256(lock.read().encode()).hexdigest()
        if _installed() == wanted and _works():
            return 0
        problem = _why_not()
        if problem:
            sys.stderr.write(problem + "\n")
            return 1
        return _install(wanted)


def _installed() -> str:
    return STAMP.read_text() if STAMP.exists() else ""


def _works() -> bool:
    if not PYTHON.exists():
        return False
    return (
        subprocess.run([str(PYTHON), "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode
        == 0
    )


def _why_not() -> str:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return (
            f"{sys.executable} cannot make environments: its venv or ensurepip module is missing.\n"
            "On Debian and Ubuntu: apt-get install python3-venv"
        )
    return ""


def _install(wanted: str) -> int:
    """Install what the lock says. An environment that was left half made is made anew."""
    fresh = not (_installed() and _works())
    STAMP.unlink(missing_ok=True)
    if fresh:
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=False
        )
        if made.returncode:
            return made.returncode
    total = sum("==" in line for line in LOCK.read_text().splitlines())
    status = _run_pip(total)
    if status:
        last = LOG.read_text(errors="replace").splitlines()[-15:]
        sys.stderr.write(
            "\n".join(["", "The packages could not be installed:", *last, f"All of it: {LOG}", ""])
        )
        return status
    STAMP.write_text(wanted)
    return 0


def _run_pip(total: int) -> int:
    command = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--require-hashes", "--no-compile"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar=off", "-r", str(LOCK)]
    environment = {**os.environ, "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    began, done = time.monotonic(), 0
    with (
        LOG.open("w") as log,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as pip,
    ):
        for line in pip.stdout or ():
            log.write(line)
            done += line.startswith(("Collecting ", "Requirement already satisfied"))
            step = "installing" if line.startswith("Installing ") else "fetching"
            _show(f"{step} packages {min(done, total)}/{total}")
    _show(f"packages ready in {time.monotonic() - began:.0f} s", last=True)
    return pip.returncode


def _show(text: str, *, last: bool = False) -> None:
    """Write over the last line of a terminal; into a file goes only the end."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r  {text:<40}")
    elif last:
        sys.stderr.write(f"  {text}")
    if last:
        sys.stderr.write("\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
