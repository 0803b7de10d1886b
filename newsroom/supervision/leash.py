"""Run a program that ends when its supervisor dies, however that dies.

A program of its own, run as a file: what it sets belongs to the process that becomes the child,
and a supervisor that holds threads cannot run Python between fork and exec.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # prctl(2); Linux only


def main(arguments: list[str]) -> None:
    """Tie this process to its parent, whose id is the first argument, and become the rest."""
    parent, *command = arguments
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):  # it died before we were tied to it
        sys.exit(1)
    os.execv(command[0], command)  # noqa: S606  there is no shell to want


if __name__ == "__main__":
    main(sys.argv[1:])
