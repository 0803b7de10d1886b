"""The pages of people, organizations and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.documents.addresses import subject_path, web_address
from articles.documents.cards import subject_card
from articles.documents.images import PORTRAIT_SHAPE, picture_of
from articles.documents.linked_data import subject_page_graph
from articles.pages.responses import Head, framed, moved, render_main
from articles.pages.subject_lines import facts_in, statements_in, tie_line
from articles.pages.turning import is_past_the_first, to_the_first, turn_of
from articles.selectors import site

if TYPE_CHECKING:
    from articles.selectors.site import AnySubject, SubjectPage


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
        has_feeds=True,
        graph=subject_page_graph(page.subject),
        is_indexed=turn is None,
    )
    return framed(request, head=head, main=_main(page, is_first=turn is None))


@require_safe
def statements(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Return every statement that rests on somebody, page by page."""
    found = _public(kind, slug)
    turn = turn_of(request)
    page = site.statements_of(kind, found.pk, turn=turn, size=site.ARTICLES_A_PAGE)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    context = {
        "lines": statements_in(page),
        "turns": page.turns,
        "title": _("Statements that rest on %(name)s") % {"name": found.name},
    }
    return _list(request, found, "articles/subject_statements.html", "statements/", context)


@require_safe
def figures(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Return every figure about somebody or something, page by page."""
    found = _public(kind, slug)
    turn = turn_of(request)
    page = site.figures_of(kind, found.pk, turn=turn, size=site.ARTICLES_A_PAGE)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    context = {
        "lines": facts_in(page),
        "turns": page.turns,
        "title": _("Figures in sentences that name %(name)s") % {"name": found.name},
    }
    return _list(request, found, "articles/subject_figures.html", "figures/", context)


@require_safe
def written(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Return every article that somebody wrote, page by page."""
    found = _public(kind, slug)
    turn = turn_of(request)
    page = site.latest("author", found.pk, turn=turn)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    context = {
        "lines": page.teasers,
        "turns": page.turns,
        "title": _("Articles by %(name)s") % {"name": found.name},
    }
    return _list(
        request,
        found,
        "articles/subject_written.html",
        "articles/",
        context,
        teasers="".join(page.teasers),
    )


def _public(kind: str, slug: str) -> AnySubject:
    """Return who has a page under this slug. Raises Http404."""
    found = site.public_subject(kind, slug)
    if found is None:
        raise Http404
    return found


def _list(
    request: HttpRequest,
    found: AnySubject,
    template: str,
    folder: str,
    context: dict[str, object],
    **fragments: str,
) -> HttpResponseBase:
    """Return a page of one list about a subject. Raises Http404 for a list that is empty."""
    if not context["lines"]:
        raise Http404
    path = subject_path(found)
    own = {**context, "name": found.name, "path": path}
    head = Head(
        title=str(context["title"]),
        path=f"{path}{folder}",
        is_indexed=not request.GET,
    )
    return framed(request, head=head, main=render_main(template, own, **fragments))


def _moved(kind: str, slug: str) -> HttpResponseBase:
    found = site.subject_moved(kind, slug)
    if found is None:
        raise Http404
    return moved(subject_path(found))


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
