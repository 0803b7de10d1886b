"""The key that signs sessions."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(configured: str, data_dir: Path) -> str:
    """Return the configured key, or one made once for this clone and kept in its data folder."""
    if configured:
        return configured
    path = data_dir / "secret_key"
    try:
        return path.read_text()
    except FileNotFoundError:
        data_dir.mkdir(parents=True, exist_ok=True)
    candidate = data_dir / f"secret_key.{os.getpid()}"
    candidate.write_text(secrets.token_urlsafe(64))
    candidate.chmod(0o600)
    try:
        os.link(candidate, path)  # the first of several starters wins, and its file is whole
    except FileExistsError:
        pass
    finally:
        candidate.unlink()
    return path.read_text()
