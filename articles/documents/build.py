"""All forms of a live article, from one revision and one set of dates."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from django.conf import settings
from django.utils.translation import override

from articles.documents.article_graph import article_graph
from articles.documents.contract import card_json, citation_record, detail_json
from articles.documents.edition import Edition
from articles.documents.facts import FigureForm, figure_forms
from articles.documents.feed_forms import feed_forms
from articles.documents.fragments import render_head, render_teaser, share_card_words
from articles.documents.linked_data import script_safe
from articles.documents.markdown import article_markdown
from articles.documents.material import Material, gather_all
from articles.documents.news_entry import render_news_entry
from articles.documents.ninjs import article_ninjs
from articles.documents.page import render_page
from articles.documents.version import RENDERER_VERSION
from articles.models import FacetKind
from articles.pictures.share_card import ShareCardWords

if TYPE_CHECKING:
    from articles.models import Article, Citation, Mention

Facets = tuple[tuple[FacetKind, int, bool], ...]
"""Under what lists show an article; the last says whether it is about that above all."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """What a search looks at, by weight."""

    headline: str
    names: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class CitationForm:
    """One citation as lists of citations show it, with what they narrow by."""

    id: int
    number: int
    person_id: int | None
    organization_id: int | None
    kind: str
    medium: str
    link: str
    record: str


@dataclass(frozen=True, slots=True)
class Documents:
    """Everything that publishing stores of an article. `etag` is the SHA-256 of all forms."""

    edition: Edition
    path: str
    headline: str
    page: str
    head: str
    teaser: str
    card: str
    detail: str
    json_ld: str
    ninjs: str
    markdown: str
    feed_entry: str
    rss_item: str
    json_feed_item: str
    news_entry: str
    etag: str
    renderer_version: str
    depends_on: tuple[str, ...]
    facets: Facets
    citations: tuple[CitationForm, ...]
    figures: tuple[FigureForm, ...]
    search: SearchText
    share_card: ShareCardWords | None


FORMS = (
    "page",
    "head",
    "teaser",
    "card",
    "detail",
    "json_ld",
    "ninjs",
    "markdown",
    "feed_entry",
    "rss_item",
    "json_feed_item",
    "news_entry",
)
"""The forms, in the order in which the ETag is made of them."""


def build_documents(article: Article, edition: Edition | None = None) -> Documents:
    """Write out `article`'s live revision. Reads, and stores nothing.

    The caller has set live revision, dates, window and document version. Only annotations that a
    person accepted or changed are public. With an `edition` nothing shows that was described or
    judged since. Raises ValueError without a live revision or its dates.
    """
    [documents] = build_all([article], {article.pk: edition} if edition else {})
    return documents


def build_all(articles: Sequence[Article], editions: Mapping[int, Edition]) -> list[Documents]:
    """Write out the live revision of each article, as `build_documents` does; `editions` by article."""
    with override(settings.LANGUAGE_CODE):  # whatever language the editor's desk speaks
        return [_written(material) for material in gather_all(articles, editions)]


def etag_of(path: str, forms: Mapping[str, str]) -> str:
    """Return the hash of all forms."""
    return _digest([RENDERER_VERSION, path, *(forms[name] for name in FORMS)])


def _written(material: Material) -> Documents:
    graph = article_graph(material)
    forms = {
        "page": render_page(material),
        "head": render_head(material, script_safe(graph)),
        "teaser": render_teaser(material),
        "card": card_json(material),
        "detail": detail_json(material),
        "json_ld": orjson.dumps(graph).decode(),
        "ninjs": article_ninjs(material),
        "markdown": article_markdown(material),
        **feed_forms(material),
        "news_entry": render_news_entry(material),
    }
    return Documents(
        edition=material.edition,
        path=material.path,
        headline=material.revision.headline,
        etag=etag_of(material.path, forms),
        renderer_version=RENDERER_VERSION,
        depends_on=_dependencies(material),
        facets=_facets(material),
        citations=tuple(
            _citation_form(material, number, one)
            for number, one in enumerate(material.citations, 1)
        ),
        figures=figure_forms(material),
        search=_search_text(material),
        share_card=share_card_words(material),
        **forms,
    )


def _digest(parts: list[str]) -> str:
    """Hash the parts so that no text can move from one into the next unseen."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _facets(material: Material) -> Facets:
    central = _central(material)
    found = [(FacetKind.SECTION, material.article.section_id, False)]
    found += [(FacetKind.AUTHOR, one.person_id, False) for one in material.authors]
    found += [(one.facet_kind, one.pk, one.facet_key in central) for one in material.subjects]
    return tuple(found)


def _central(material: Material) -> set[str]:
    """Return what headline or summary name, and the topics that an editor gave."""
    heads = [material.part("headline"), material.part("summary")]
    rows: tuple[Mention | Citation, ...] = (*material.mentions, *material.citations)
    named = {
        subject.facet_key
        for one in rows
        if any(start <= one.start < end for start, end in heads)
        and (subject := material.subject_of(one)) is not None
    }
    return named | {topic.facet_key for topic in material.given}


def _citation_form(material: Material, number: int, citation: Citation) -> CitationForm:
    record = citation_record(material, citation)
    return CitationForm(
        id=citation.pk,
        number=number,
        person_id=citation.person_id,
        organization_id=citation.organization_id,
        kind=citation.kind,
        medium=citation.medium,
        link=record["link"],
        record=orjson.dumps(record).decode(),
    )


def _dependencies(material: Material) -> tuple[str, ...]:
    """Return the records whose names the forms print: a rename makes these forms stale."""
    keys = [f"section:{material.article.section_id}"]
    keys += [one.person.facet_key for one in material.authors]
    keys += [one.facet_key for one in material.subjects]
    keys += [material.image.key] if material.image else []
    return tuple(dict.fromkeys(keys))


def _search_text(material: Material) -> SearchText:
    start, end = material.part("body")
    names = [one.name for one in material.subjects] + [one.person.name for one in material.authors]
    answers = [f"{one.question}\n{one.answer}" for one in material.faq]
    return SearchText(
        headline=material.revision.headline,
        names="\n".join(dict.fromkeys(names)),
        summary=material.revision.summary,
        body="\n".join([material.revision.text[start:end].strip(), *answers]),
    )
