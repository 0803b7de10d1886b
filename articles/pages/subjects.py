"""The pages of people, organizations and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.documents.addresses import subject_path, web_address
from articles.documents.cards import subject_card
from articles.documents.dates import partial_date_words
from articles.documents.linked_data import subject_page_graph
from articles.pages.lists import cursor_of
from articles.pages.responses import Head, framed, moved, render_main
from articles.selectors import site

if TYPE_CHECKING:
    from articles.selectors.site import Statement, SubjectPage, Tie


@require_safe
def subject(request: HttpRequest, kind: str, slug: str) -> HttpResponseBase:
    """Return what public articles say of somebody or something; an old slug leads to the new."""
    after = cursor_of(request)
    page = site.subject_page(kind, slug, after=after)
    if page is None:
        return _moved(kind, slug)
    path = subject_path(page.subject)
    head = Head(
        title=page.subject.name,
        path=path,
        description=page.subject.description,
        has_feeds=True,
        graph=subject_page_graph(page.subject),
        is_indexed=after is None,
    )
    return framed(request, head=head, main=_main(page))


def _moved(kind: str, slug: str) -> HttpResponseBase:
    found = site.subject_moved(kind, slug)
    if found is None:
        raise Http404
    return moved(subject_path(found))


def _main(page: SubjectPage) -> str:
    context = {
        "page": page,
        "card": subject_card(page.subject),
        "ties": [_tie(tie) for tie in page.ties],
        "statements": [_statement(one) for one in page.statements],
        "same_as": [url for url in map(web_address, page.subject.same_as) if url],
    }
    fragments = {"timeline": "".join(page.timeline.teasers)}
    if page.written:
        fragments["written"] = "".join(page.written.teasers)
    return render_main("articles/subject.html", context, **fragments)


def _tie(tie: Tie) -> dict[str, str]:
    row = tie.affiliation
    return {
        "name": tie.other.name,
        "path": subject_path(tie.other) if tie.other_is_public else "",
        "role": row.role,
        "started": partial_date_words(row.started),
        "ended": partial_date_words(row.ended),
        "evidence": web_address(row.evidence_url),
    }


def _statement(statement: Statement) -> dict[str, object]:
    citation = statement.citation
    return {
        "quote": citation["quote"],
        "kind": citation["kind"].capitalize(),
        "medium": citation["medium"] or "",
        "date": partial_date_words(citation["date"] or ""),
        "url": citation["url"] or "",
        "headline": statement.headline,
        "path": f"{statement.path}#source-{statement.number}",
    }
