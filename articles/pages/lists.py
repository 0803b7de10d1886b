"""Front page, sections and corrections."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.documents.addresses import section_path
from articles.documents.dates import Moment
from articles.documents.images import hurried
from articles.documents.linked_data import publisher, website
from articles.pages.responses import Head, framed, moved, render_main
from articles.pages.turning import is_past_the_first, to_the_first, turn_of
from articles.selectors import site


@require_safe
def front(request: HttpRequest) -> HttpResponseBase:
    """Return the lead, the latest and the newest of each section."""
    page = site.front_page()
    context = {"page": page, "publication": settings.PUBLICATION_NAME}
    blocks = {
        f"section-{number}": "".join(block.teasers) for number, block in enumerate(page.sections)
    }
    main = render_main(
        "articles/front.html",
        context,
        lead=hurried(page.lead),
        latest="".join(page.latest),
        **blocks,
    )
    head = Head(
        title=settings.PUBLICATION_NAME,
        path="/",
        description=_("%(publication)s: news that shows what it rests on.")
        % {"publication": settings.PUBLICATION_NAME},
        graph={"@context": "https://schema.org", "@graph": [website(), publisher()]},
    )
    return framed(request, head=head, main=main)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the newest articles of a section; an old slug leads to the new."""
    found = site.section_at(slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return moved(section_path(found))
    turn = turn_of(request)
    page = site.section_page(found.pk, turn=turn)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    main = render_main(
        "articles/section.html",
        {"section": found, "page": page, "is_first": turn is None},
        teasers="".join(page.teasers),
    )
    head = Head(
        title=found.name,
        path=f"/{found.slug}/",
        description=found.description,
        has_feeds=True,
        is_indexed=turn is None,
    )
    return framed(request, head=head, main=main, current=found.slug)


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Return every correction of what is public now, newest first."""
    turn = turn_of(request)
    page = site.corrections(turn=turn)
    if is_past_the_first(turn, page.turns):
        return to_the_first(request)
    context = {
        "lines": [(line, Moment.of(line.published_at)) for line in page.lines],
        "turns": page.turns,
        "is_first": turn is None,
    }
    head = Head(
        title=_("Corrections"),
        path="/corrections/",
        description=_("What we got wrong, and what is right."),
        is_indexed=turn is None,
    )
    return framed(request, head=head, main=render_main("articles/corrections.html", context))
