"""The supervisor of this clone from outside: `python -m newsroom.supervision stop`."""

from __future__ import annotations

import sys

from newsroom.embedded.place import data_folder
from newsroom.supervision.once import stop_running

if __name__ == "__main__":
    if sys.argv[1:] != ["stop"]:
        sys.exit("usage: python -m newsroom.supervision stop")
    stop_running(data_folder())
