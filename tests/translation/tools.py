"""Whether GNU gettext is here; run as a program, it installs it where that is possible."""

from __future__ import annotations

import os
import shutil
import sys

from tests.browser.chromium import install

PROGRAMS = ("xgettext", "msguniq", "msgmerge", "msgattrib", "msgfmt")


def has_gettext() -> bool:
    """Tell whether every program is here that makes and compiles catalogues."""
    return all(map(shutil.which, PROGRAMS))


def main() -> int:
    """Make sure of them, if this user can; return the exit status."""
    if not has_gettext() and os.geteuid() == 0 and shutil.which("apt-get"):
        install("gettext")
    if has_gettext():
        return 0
    sys.stderr.write("NOT RUN: the tests of a second language, since there is no GNU gettext.\n")
    return 1 if os.environ.get("NEWSROOM_CI") else 0


if __name__ == "__main__":
    sys.exit(main())
