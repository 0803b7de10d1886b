"""The folder that is shipped: weights, tokenizer, and the card's facts with their checksums."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from string import Template
from typing import Final

from training.network import base_folder

NAME: Final = "newsroom-tagger"
MOST_BYTES: Final = 30 * 2**20


def ship(folder: Path, *, version: str) -> None:
    """Put the tokenizer beside `tagger.onnx` and write the card: for programs as TOML, for people from card.md."""
    model = folder / "tagger.onnx"
    if model.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{model} has {model.stat().st_size} bytes: more than {MOST_BYTES}.")
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    hashes = {name: _sha256(folder / name) for name in ("tagger.onnx", "tokenizer.json")}
    sums = "\n".join(f'"{name}" = "{value}"' for name, value in hashes.items())
    (folder / "card.toml").write_text(
        f"# Which files this model is. README.md beside it is the card for people.\n"
        f'name = "{NAME}"\nversion = "{version}"\n\n[sha256]\n{sums}\n',
        encoding="utf-8",
    )
    card = Template((Path(__file__).parent / "card.md").read_text(encoding="utf-8"))
    told = card.substitute(
        version=version,
        model=hashes["tagger.onnx"],
        tokenizer=hashes["tokenizer.json"],
        size=f"{model.stat().st_size / 1e6:.1f}",
    )
    (folder / "README.md").write_text(told, encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
