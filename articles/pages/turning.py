"""Pages of lists: which one is asked for, and where the ones beside it are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseRedirect

from articles.selectors.site import MAX_AGE, BadCursor, Cursor, Turn

if TYPE_CHECKING:
    from articles.selectors.site import Turns


def turn_of(request: HttpRequest) -> Turn | None:
    """Return the page that is asked for, None for the first. Raises Http404 for a cursor of no list."""
    try:
        older = Cursor.read(request.GET.get("after", ""))
        newer = Cursor.read(request.GET.get("before", ""))
    except BadCursor as error:
        raise Http404 from error
    if older is not None:
        return Turn(older)
    return Turn(newer, is_back=True) if newer is not None else None


def is_past_the_first(turn: Turn | None, turns: Turns) -> bool:
    """Say whether turning back came to the beginning, where the first page says it better."""
    return turn is not None and turn.is_back and turns.newer is None


def to_the_first(request: HttpRequest) -> HttpResponseRedirect:
    """Return the way to the first page of the list."""
    response = HttpResponseRedirect(request.path)
    response["Cache-Control"] = f"public, max-age=0, s-maxage={MAX_AGE}"
    return response
