"""Articles without their annotation, for a second annotator."""

from __future__ import annotations

import re
from pathlib import Path

_MARK = re.compile(r"\[([^\[\]]*)\]\([A-Za-z]+:[^()]*\)")
_TAG = re.compile(r"</?[sqc]\d+(?:=[^<>]*)?>")
_CONTRADICTIONS = "[[contradictions]]"  # a table: whatever follows belongs to it or to the next one


def blind(path: Path) -> str:
    """Return an article's file without marks and without its planted contradictions."""
    _, head, body = path.read_text("utf-8").split("+++", 2)
    head = head.partition(_CONTRADICTIONS)[0].rstrip() + "\n"
    words = _TAG.sub("", _MARK.sub(r"\1", body))
    return f"+++{head}+++{words}"
