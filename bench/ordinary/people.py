"""The page of a person, put together at each request."""

from __future__ import annotations

from itertools import groupby

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles.documents.addresses import article_path, subject_path, web_address
from articles.documents.cards import subject_card
from articles.documents.dates import Moment, partial_date_words
from articles.documents.linked_data import subject_page_graph
from articles.documents.sources import source_of
from articles.models import Article, Citation, Person
from articles.pages.responses import Head, render_main
from articles.selectors.site.cursor import Cursor, Turns
from articles.selectors.site.lists import PAGE_SIZE, TeaserPage
from articles.selectors.site.subjects import FIRST_ARTICLES
from articles.selectors.site.timeline import Month, Timeline
from bench.ordinary import rows
from bench.ordinary.figures import figures_about
from bench.ordinary.frame import page
from bench.ordinary.pages import teaser

Json = dict[str, object]


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Read what live articles say of a person, who they are, and what they wrote."""
    del request
    found = get_object_or_404(Person.objects.prefetch_related("accounts"), slug=slug)
    named = _newest(rows.naming(found))
    wrote = _newest(rows.live().filter(bylines__person=found))
    written = _teasers(wrote)
    months = _months(named)
    said = _statements(found, named[:PAGE_SIZE])
    figures = figures_about(found, named[:PAGE_SIZE])
    following = _turns(named)
    context = {
        "page": {"timeline": Timeline(months, following), "written": written if wrote else None},
        "is_first": True,
        "card": subject_card(found),
        "ties": _ties(found),
        "statements": said[:FIRST_ARTICLES],
        "figures": figures[:FIRST_ARTICLES],
        "has_more": {
            "statements": len(said) > FIRST_ARTICLES,
            "figures": len(figures) > FIRST_ARTICLES,
        },
        "same_as": [url for url in map(web_address, found.same_as) if url],
    }
    fragments = {f"month-{number}": "".join(month.teasers) for number, month in enumerate(months)}
    if wrote:
        fragments["written"] = "".join(written.teasers)
    head = Head(
        title=found.name,
        path=subject_path(found),
        description=found.description,
        has_feeds=True,
        graph=subject_page_graph(found),
    )
    main = render_main("articles/subject.html", context, **fragments)
    return page(head=head.render(), main=main)


def _newest(articles: QuerySet[Article]) -> list[Article]:
    """Return a page of articles, and one more where there is one."""
    return list(rows.with_teaser_rows(articles)[: PAGE_SIZE + 1])


def _teasers(articles: list[Article]) -> TeaserPage:
    return TeaserPage(tuple(map(teaser, articles[:PAGE_SIZE])), _turns(articles))


def _months(articles: list[Article]) -> tuple[Month, ...]:
    groups = groupby(articles[:PAGE_SIZE], lambda one: one.first_published_at.date().replace(day=1))
    return tuple(Month(day, tuple(map(teaser, group))) for day, group in groups)


def _turns(articles: list[Article]) -> Turns:
    if len(articles) <= PAGE_SIZE:
        return Turns()
    last = articles[PAGE_SIZE - 1]
    return Turns(older=Cursor(last.visible_from, last.pk))


def _ties(found: Person) -> list[Json]:
    evident = Q(evidence=None) | Q(evidence__in=Article.objects.live_at(Now()))
    affiliations = found.affiliations.filter(evident).select_related("organization")
    ties = list(affiliations.order_by("-started", "pk"))
    public = rows.named_in_public([one.organization_id for one in ties])
    return [
        {
            "name": one.organization.name,
            "path": subject_path(one.organization) if one.organization_id in public else "",
            "role": one.role,
            "started": partial_date_words(one.started),
            "ended": partial_date_words(one.ended),
            "evidence_url": web_address(one.evidence_url),
        }
        for one in ties
    ]


def _statements(found: Person, articles: list[Article]) -> list[Json]:
    """Return what these articles rest on the person, each statement of an article once."""
    said = []
    for article in articles:
        statements: dict[str, Json] = {}
        for number, citation in enumerate(article.live_revision.citations.all(), 1):
            if citation.person_id == found.pk:
                statements.setdefault(citation.quote, _statement(article, number, citation))
        if statements:
            said.append({"article": _line(article), "statements": list(statements.values())})
    return said


def _line(article: Article) -> Json:
    return {
        "headline": article.live_revision.headline,
        "path": article_path(article),
        "published": Moment.of(article.first_published_at),
    }


def _statement(article: Article, number: int, citation: Citation) -> Json:
    source = source_of(citation)
    return {
        "quote": citation.quote,
        "kind": citation.kind.capitalize(),
        "medium": source.medium,
        "date": source.date,
        "url": source.url,
        "path": f"{article_path(article)}#source-{number}",
    }
