"""The article page and the front page, written out at each request."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles.documents.article_graph import article_graph
from articles.documents.fragments import render_head, render_teaser
from articles.documents.images import hurried
from articles.documents.linked_data import publisher, script_safe, website
from articles.documents.material import gather
from articles.documents.page import render_page
from articles.models import Article, Lead, Section
from articles.pages.articles import related_fragment
from articles.pages.responses import Head, render_main
from articles.selectors.site import related_to
from articles.selectors.site.lists import LATEST_ON_FRONT, PER_SECTION, FrontPage, SectionBlock
from bench.ordinary import rows
from bench.ordinary.frame import page


def article(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Read an article with its annotations and draw them into its words; what is related as ours does."""
    del request
    material = gather(get_object_or_404(rows.live(), public_id=public_id))
    return page(
        head=render_head(material, script_safe(article_graph(material))),
        main=render_page(material) + related_fragment(related_to(material.article.pk).articles),
        current=material.article.section.slug,
    )


def front(request: HttpRequest) -> HttpResponse:
    """Read what leads, the newest articles, then those of each section, and render every teaser."""
    del request
    leads = _leads()
    newest = _led_by(leads.get(None), rows.live(), LATEST_ON_FRONT + 1)
    lead, *latest = [teaser(one) for one in newest]
    shown = FrontPage(lead, tuple(latest), _blocks([one.pk for one in newest], leads))
    fragments = {
        f"section-{number}": "".join(block.teasers) for number, block in enumerate(shown.sections)
    }
    head = Head(
        title=settings.PUBLICATION_NAME,
        path="/",
        description=f"{settings.PUBLICATION_NAME}: news that shows what it rests on.",
        graph={"@context": "https://schema.org", "@graph": [website(), publisher()]},
    )
    main = render_main(
        "articles/front.html",
        {"page": shown, "publication": settings.PUBLICATION_NAME},
        lead=hurried(lead),
        latest="".join(latest),
        **fragments,
    )
    return page(head=head.render(), main=main)


def teaser(article: Article) -> str:
    """Return an article, fetched with its rows, as it stands in a list."""
    return render_teaser(rows.teaser_material(article))


def _leads() -> dict[int | None, int]:
    """Return what an editor put first, by section; at None, on the front page."""
    leads = Lead.objects.filter(
        Q(until=None) | Q(until__gt=Now()),
        Q(section=None) | Q(section=F("article__section")),
        article__in=rows.live(),
    )
    return dict(leads.values_list("section_id", "article_id"))


def _led_by(lead: int | None, articles: QuerySet[Article], most: int) -> list[Article]:
    """Return so many of the articles behind the lead, if there is one."""
    newest = list(rows.with_teaser_rows(articles[:most]))
    if lead is None:
        return newest
    first = rows.with_teaser_rows(rows.live().filter(pk=lead))
    return [*first, *(one for one in newest if one.pk != lead)][:most]


def _blocks(shown: list[int], leads: dict[int | None, int]) -> tuple[SectionBlock, ...]:
    blocks = []
    for section in Section.objects.all():
        lead = leads.get(section.pk)
        newest = rows.live().filter(section=section).exclude(pk__in=shown)
        found = _led_by(None if lead in shown else lead, newest, PER_SECTION)
        teasers = tuple(teaser(one) for one in found)
        if teasers:
            blocks.append(SectionBlock(section.name, section.slug, teasers))
    return tuple(blocks)
