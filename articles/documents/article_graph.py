"""schema.org markup of an article: the same facts as the page, for machines.

Nothing here is invisible there. Types: schema.org/NewsArticle and its subtypes, /BreadcrumbList,
/CorrectionComment, /FAQPage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from articles.documents.addresses import absolute, section_path, subject_path, web_address
from articles.documents.dates import is_partial_date
from articles.documents.images import image_nodes
from articles.documents.lengths import body_words
from articles.documents.linked_data import Node, publisher, subject_node, type_of, website_reference
from articles.documents.sources import source_of
from articles.documents.superseded import correction_id
from articles.models import ArticleKind, LinkState

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import Byline, Citation

_ARTICLE_TYPES: dict[str, str] = {
    ArticleKind.NEWS: "NewsArticle",
    ArticleKind.ANALYSIS: "AnalysisNewsArticle",
    ArticleKind.BACKGROUND: "BackgroundNewsArticle",
    ArticleKind.REPORTAGE: "ReportageNewsArticle",
    ArticleKind.OPINION: "OpinionNewsArticle",
    ArticleKind.REVIEW: "ReviewNewsArticle",
}
_WORK_TYPES = {
    "post": "SocialMediaPosting",
    "report": "Report",
    "data": "Dataset",
    "article": "Article",
    "study": "ScholarlyArticle",
    "documentation": "TechArticle",
}


def article_graph(material: Material) -> Node:
    """Return the article, its publisher, its breadcrumbs, and its FAQ where it shows one."""
    nodes = [_article(material), publisher(), _breadcrumbs(material)]
    if material.faq:
        nodes.append(_faq_page(material))
    return {"@context": "https://schema.org", "@graph": nodes}


def _article(material: Material) -> Node:
    article, revision = material.article, material.revision
    address = absolute(material.path)
    node: Node = {
        "@type": _ARTICLE_TYPES[article.kind],
        "@id": f"{address}#article",
        "url": address,
        "mainEntityOfPage": address,
        "identifier": f"urn:uuid:{article.public_id}",
        "headline": revision.headline,
        "description": revision.summary,
        "articleSection": article.section.name,
        "image": image_nodes(material.image),
        "inLanguage": article.language,
        "wordCount": body_words(material),
        "isAccessibleForFree": True,
        "datePublished": material.published.iso,
        "dateModified": material.updated.iso,
        "isPartOf": website_reference(),
        "publisher": {"@id": absolute("/#publisher")},
        "author": [_author(byline) for byline in material.authors],
        "isBasedOn": _origin(material),
        "citation": [_citation(one) for one in material.citations],
        "correction": _corrections(material),
        **_subjects(material),
    }
    return {key: value for key, value in node.items() if value not in ("", [], None)}


def _author(byline: Byline) -> Node:
    address = absolute(subject_path(byline.person))
    return {"@type": "Person", "@id": address, "name": byline.person.name, "url": address}


def _origin(material: Material) -> Node | None:
    article = material.article
    url = web_address(article.primary_source_url)
    node = {"@type": "CreativeWork", "name": article.primary_source_name, "url": url}
    return {key: value for key, value in node.items() if value} if url or node["name"] else None


def _citation(citation: Citation) -> Node:
    source = source_of(citation)
    node: Node = {
        "@type": _WORK_TYPES.get(citation.medium, "CreativeWork"),
        "name": source.title,
        "datePublished": citation.cited_date if is_partial_date(citation.cited_date) else "",
    }
    if citation.link_state == LinkState.LINKED:
        node["url"] = web_address(citation.url)
    if source.subject is not None:
        node["author"] = {
            "@type": type_of(source.subject),
            "@id": absolute(subject_path(source.subject)),
            "name": source.subject.name,
        }
    return {key: value for key, value in node.items() if value}


def _corrections(material: Material) -> list[Node]:
    dated = material.dated_corrections
    return [
        {
            "@type": "CorrectionComment",
            "text": correction.note,
            "datePublished": moment.iso,
            "url": absolute(f"{material.path}#{correction_id(number)}"),
        }
        for number, (correction, moment) in zip(range(len(dated), 0, -1), dated, strict=True)
    ]


def _subjects(material: Material) -> Node:
    """Return what the headline names as `about`, and the rest as `mentions`."""
    _start, end = material.part("headline")
    named = {
        subject.facet_key
        for mention in material.mentions
        if mention.end <= end and (subject := material.subject_of(mention)) is not None
    }
    return {
        "about": [subject_node(one) for one in material.subjects if one.facet_key in named],
        "mentions": [subject_node(one) for one in material.subjects if one.facet_key not in named],
    }


def _breadcrumbs(material: Material) -> Node:
    section = material.article.section
    steps = (
        (settings.PUBLICATION_NAME, "/"),
        (section.name, section_path(section)),
        (material.revision.headline, material.path),
    )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def _faq_page(material: Material) -> Node:
    return {
        "@type": "FAQPage",
        "@id": absolute(f"{material.path}#faq"),
        "mainEntity": [
            {
                "@type": "Question",
                "name": entry.question,
                "acceptedAnswer": {"@type": "Answer", "text": entry.answer},
            }
            for entry in material.faq
        ],
    }
