"""One event, one line: what a visitor writes can never forge a second one."""

from __future__ import annotations

import logging
import time

_BREAKS = {code: f"\\x{code:02x}" for code in (*range(32), 127)} | {
    0x85: "\\x85",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


class OneLineFormatter(logging.Formatter):
    """Time, level, logger and message, with every control character written out."""

    def __init__(self) -> None:
        """Set the format; times are UTC."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line; a traceback follows it with its line ends written out."""
        return super().format(record).translate(_BREAKS)
