"""The engine's version: raised whenever the same text may give other findings."""

from __future__ import annotations

from typing import Final

ENGINE_VERSION: Final = "1.0.0"
