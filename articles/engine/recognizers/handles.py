"""Handles: @name as social networks write it, and @name@server of the federated ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.types import Kind, Mention

if TYPE_CHECKING:
    from articles.engine.types import Document

_HANDLE = re.compile(
    r"(?<![\w@.+-])@(?P<name>[A-Za-z0-9_](?:[\w.-]{0,62}\w)?)(?P<server>@[\w-]+(?:\.[\w-]+)+)?",
    re.ASCII,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|\w\.[a-z]{2,6}/)\S*$", re.IGNORECASE)
_LONGEST_ADDRESS = 200


def recognize(document: Document) -> list[Mention]:
    """Return the handles of the text; those inside web or mail addresses are none."""
    text = document.text
    return [
        Mention(
            *found.span(),
            found[0],
            Kind.HANDLE,
            name=found[0],
            key="",
            score=0.99,
            method="handle",
            reason="an at sign and a user name",
        )
        for found in _HANDLE.finditer(text)
        if not _ADDRESS.search(text, max(0, found.start() - _LONGEST_ADDRESS), found.start())
        and not found["name"].isdigit()
    ]
