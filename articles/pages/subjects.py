"""The pages of people, organizations and topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.documents.addresses import subject_path, web_address
from articles.documents.cards import subject_card
from articles.documents.images import PORTRAIT_SHAPE, PREVIEW_SHAPE, picture_of
from articles.documents.linked_data import subject_page_graph
from articles.pages.responses import Head, framed, moved, render_main
from articles.pages.subject_lines import Context, facts_in, statements_in, tie_line
from articles.pages.turning import is_past_the_first, to_the_first, turn_of
from articles.selectors import site
from articles.selectors.site import AnySubject, Turn, Turns

if TYPE_CHECKING:
    from articles.selectors.site import SubjectPage


@require_safe
def subject(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Return what public articles say of somebody or something; an old slug leads to the new."""
    turn = turn_of(request)
    page = site.subject_page(kind, slug, turn=turn)
    if page is None:
        return _moved(kind, slug)
    if is_past_the_first(turn, page.timeline.turns):
        return to_the_first(request)
    head = Head(
        title=page.subject.name,
        path=subject_path(page.subject),
        description=page.subject.description,
        picture=picture_of(page.subject.image, PREVIEW_SHAPE),
        has_feeds=True,
        graph=subject_page_graph(page.subject),
        is_indexed=turn is None,
    )
    return framed(request, head=head, main=_main(page, is_first=turn is None))


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list about a subject: lines for its template, or finished teasers."""

    turns: Turns
    lines: Sequence[Context] = ()
    teasers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SubjectList:
    """A list about a subject, all of it, page by page. `part` is the template of its lines."""

    title: str | Promise
    read: Callable[[AnySubject, Turn | None], Listed]
    part: str = ""


@require_safe
def subject_list(request: HttpRequest, kind: str, slug: str, name: str) -> HttpResponseBase:
    """Return a page of one of LISTS; an old slug leads to the new. Raises Http404 for an empty list."""
    found = site.public_subject(kind, slug)
    if found is None:
        return _moved(kind, slug, f"{name}/")
    about = LISTS[name]
    turn = turn_of(request)
    page = about.read(found, turn)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    if not (page.lines or page.teasers):
        raise Http404
    path = subject_path(found)
    title = str(about.title) % {"name": found.name}
    context = {"page": page, "part": about.part, "title": title, "name": found.name, "path": path}
    fragments = {} if about.part else {"teasers": "".join(page.teasers)}
    main = render_main("articles/subject_list.html", context, **fragments)
    head = Head(title=title, path=f"{path}{name}/", is_indexed=not request.GET)
    return framed(request, head=head, main=main)


def _statements(found: AnySubject, turn: Turn | None) -> Listed:
    page = site.statements_of(found.facet_kind, found.pk, turn=turn, size=site.ARTICLES_A_PAGE)
    return Listed(page.turns, lines=statements_in(page))


def _figures(found: AnySubject, turn: Turn | None) -> Listed:
    page = site.figures_of(found.facet_kind, found.pk, turn=turn, size=site.ARTICLES_A_PAGE)
    return Listed(page.turns, lines=facts_in(page))


def _written(found: AnySubject, turn: Turn | None) -> Listed:
    page = site.latest("author", found.pk, turn=turn)
    return Listed(page.turns, teasers=page.teasers)


LISTS = {
    "statements": SubjectList(
        gettext_lazy("Statements that rest on %(name)s"), _statements, "articles/statements.html"
    ),
    "figures": SubjectList(
        gettext_lazy("Figures in sentences that name %(name)s"), _figures, "articles/figures.html"
    ),
    "articles": SubjectList(gettext_lazy("Articles by %(name)s"), _written),
}
"""By the last word of their addresses."""


def _moved(kind: str, slug: str, rest: str = "") -> HttpResponseBase:
    """Return the way to who once had this slug, to the same list. Raises Http404."""
    found = site.subject_moved(kind, slug)
    if found is None:
        raise Http404
    return moved(subject_path(found) + rest)


def _main(page: SubjectPage, *, is_first: bool) -> str:
    found = page.subject
    context = {
        "page": page,
        "is_first": is_first,
        "card": subject_card(found),
        "picture": picture_of(found.image, PORTRAIT_SHAPE) if is_first else None,
        "ties": [tie_line(tie) for tie in page.ties],
        "since": [tie_line(tie) for tie in site.ended_since_described(found, page.ties)],
        "statements": statements_in(page.statements),
        "figures": facts_in(page.figures),
        "has_more": {
            "statements": page.statements.turns.older is not None,
            "figures": page.figures.turns.older is not None,
        },
        "same_as": [url for url in map(web_address, found.same_as) if url],
    }
    fragments = {
        f"month-{number}": "".join(month.teasers)
        for number, month in enumerate(page.timeline.months)
    }
    if page.written:
        fragments["written"] = "".join(page.written.teasers)
    return render_main("articles/subject.html", context, **fragments)
