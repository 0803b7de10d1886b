"""Everything public at once, a line an article."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import ClassVar

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from rest_framework.request import Request

from articles.api import examples
from articles.api.description import describe
from articles.api.parameters import read_uuid
from articles.api.problems import Problem
from articles.api.queries import Parameter, Query
from articles.api.views import PublicView
from articles.selectors.changes import last_sequence
from articles.selectors.export import details

AT_A_TIME = 4
"""In each web process: an export holds one of its threads for as long as somebody reads it."""

CONTENT_TYPE = "application/x-ndjson"
SEQUENCE_HEADER = "Change-Sequence"
_slots = threading.BoundedSemaphore(AT_A_TIME)

AFTER = Parameter(
    "after",
    "Where to go on: the id in the last line that you have whole.",
    read_uuid,
    {"type": "string", "format": "uuid"},
    example=examples.ARTICLE_ID,
)


class Export(PublicView):
    """The whole of every live article, in the order of ids."""

    query: ClassVar[Query] = Query(AFTER)

    @describe(
        "Export articles",
        "Every live article as newline-delimited JSON, in the order of ids. A line is exactly what"
        " the article's own address answers. `Change-Sequence` is the newest change at the start:"
        " follow the changes from there, and your copy is complete. An export that broke off goes"
        " on with `after`, and keeps the `Change-Sequence` of its first answer. It is whole when"
        " asking after the last id answers nothing.",
        query=query,
        media_type=CONTENT_TYPE,
        example=examples.EXPORT,
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the lines as they are read; at most a batch of them is held."""
        headers = {
            # Read first: whatever is committed from here on has a larger one.
            SEQUENCE_HEADER: str(last_sequence()),
            "Cache-Control": "no-store",
        }
        if request.method == "HEAD":
            return HttpResponse(content_type=CONTENT_TYPE, headers=headers)
        lines = _Lines(details(after=self.values.get("after")))
        return StreamingHttpResponse(lines, content_type=CONTENT_TYPE, headers=headers)


class _Lines:
    """The lines of one export, and the slot that it holds until the server closes it."""

    def __init__(self, texts: Iterator[str]) -> None:
        """Take a slot. Raises Problem where all are taken."""
        if not _slots.acquire(blocking=False):
            message = "Other exports are under way."
            raise Problem("unavailable", message).with_headers(retry_after="30")
        self._texts = texts
        self._is_open = True

    def __iter__(self) -> Iterator[bytes]:
        """Return itself: it is read once."""
        return self

    def __next__(self) -> bytes:
        """Return the next line with its end."""
        return next(self._texts).encode() + b"\n"

    def close(self) -> None:
        """Give the slot back, once."""
        if self._is_open:
            self._is_open = False
            _slots.release()
