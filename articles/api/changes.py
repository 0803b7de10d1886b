"""What happened to public articles: for those who keep a copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from rest_framework.request import Request

from articles.api import examples
from articles.api.answers import answer
from articles.api.description import describe
from articles.api.problems import Problem
from articles.api.queries import Parameter, Query, whole_number
from articles.api.rendering import to_json
from articles.api.schemas import ChangePage
from articles.api.views import PublicView
from articles.documents.addresses import absolute
from articles.documents.change_record import change_record
from articles.selectors.changes import OutOfStep, changes_after

DEFAULT_LIMIT = 100
LARGEST_LIMIT = 1000
LARGEST_SEQUENCE = 2**63 - 1

SINCE = Parameter(
    "since",
    "The sequence that you know already: what came after it is told. 0, or nothing: from the"
    " beginning.",
    whole_number(low=0, high=LARGEST_SEQUENCE),
    {"type": "integer", "format": "int64", "minimum": 0, "default": 0},
    example=0,
)
LIMIT = Parameter(
    "limit",
    f"How many to look at: 1 to {LARGEST_LIMIT}, {DEFAULT_LIMIT} if not given. Those that may not"
    " be told of make the page shorter.",
    whole_number(low=1, high=LARGEST_LIMIT),
    {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
    example=DEFAULT_LIMIT,
)


class ChangeList(PublicView):
    """Changes in the order in which they were committed."""

    query: ClassVar[Query] = Query(SINCE, LIMIT)

    @describe(
        "List changes",
        "Every publication, update, correction, new form, end and withdrawal, in the order in which"
        " they were committed; none is ever told out of order or left out. Ask again with"
        " `sequence` as `since`; while `next` is not null there is more at once. Begin with the"
        " export and its `Change-Sequence`.",
        query=query,
        answer=ChangePage,
        example=examples.CHANGE_PAGE,
        problems=("out-of-step",),
    )
    def get(self, request: Request) -> HttpResponse:
        """Answer with one page, or with the problem that a copy is out of step."""
        since, limit = self.values.get("since", 0), self.values.get("limit", DEFAULT_LIMIT)
        try:
            page = changes_after(since, limit=limit)
        except OutOfStep as error:
            raise out_of_step(error) from error
        following = f"{absolute(request.path)}?since={page.sequence}&limit={limit}"
        body = {
            "results": [change_record(change) for change in page.changes],
            "next": following if page.is_more else None,
            "previous": None,
            "sequence": page.sequence,
        }
        return answer(request, to_json(body))


STREAM = Query(SINCE)


class ChangeStream(PublicView):
    """The same as they happen. A process of its own streams them; this one says where it is."""

    query: ClassVar[Query] = STREAM

    @describe(
        "Stream changes",
        "The changes as server-sent events: `id` is the sequence, `event` the kind, `data` the change"
        " as the list gives it. `Last-Event-ID`, or `since` at the first time, says from where on;"
        " without either it is now. A comment comes when nothing else does.",
        query=query,
        media_type="text/event-stream",
        example=examples.CHANGE_EVENT,
        problems=("out-of-step", "not-streamed-here"),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Lead to the process that streams, or say that nothing leads there."""
        if not settings.EVENTS_URL:
            message = "The proxy in front of this newsroom does not lead to its events process."
            raise Problem("not-streamed-here", message)
        return HttpResponseRedirect(
            f"{settings.EVENTS_URL}{request.get_full_path()}", preserve_request=True
        )


def out_of_step(error: OutOfStep) -> Problem:
    """Return the problem that says from where to where changes are kept, and where to begin."""
    kept = f"kept from {error.first} to {error.last}" if error.last else "none yet"
    members: Mapping[str, Any] = {
        "first": error.first,
        "last": error.last,
        "export": f"{settings.PUBLIC_URL}{reverse('api:export')}",
    }
    return Problem(
        "out-of-step",
        f"{error.since} cannot be followed: changes are {kept}. Begin again with the export.",
        **members,
    )
