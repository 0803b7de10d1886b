"""The folder that is shipped: weights, tokenizer, and the card's facts with their checksums."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Final

from training.network import base_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "newsroom-tagger"
MOST_BYTES: Final = 30 * 2**20


def ship(folder: Path, *, version: str) -> None:
    """Put the tokenizer beside `tagger.onnx` and write `card.toml`, which says which files these are."""
    model = folder / "tagger.onnx"
    if model.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{model} has {model.stat().st_size} bytes: more than {MOST_BYTES}.")
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    sums = "\n".join(
        f'"{name}" = "{_sha256(folder / name)}"' for name in ("tagger.onnx", "tokenizer.json")
    )
    (folder / "card.toml").write_text(
        f"# Which files this model is. README.md beside it is the card for people.\n"
        f'name = "{NAME}"\nversion = "{version}"\n\n[sha256]\n{sums}\n',
        encoding="utf-8",
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
