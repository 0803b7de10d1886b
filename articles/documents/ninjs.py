"""An article as IPTC ninjs 3.1, for the systems of agencies and other newsrooms.

Names are those that the article's words hold; `uri` leads to their pages here. ninjs has no place
for corrections: they stand in `edNote`, newest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from articles.documents.addresses import absolute, section_path, subject_path, web_address
from articles.documents.dates import iso_utc
from articles.documents.lengths import body_words
from articles.documents.sources import source_of
from articles.models import ArticleKind, TopicKind

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import AnySubject, Topic

Node = dict[str, Any]

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
_GENRES = "http://cv.iptc.org/newscodes/genre/"
_GENRE_CODES: dict[str, str] = {
    ArticleKind.NEWS: "Current",
    ArticleKind.ANALYSIS: "Analysis",
    ArticleKind.BACKGROUND: "Background",
    ArticleKind.REPORTAGE: "From_the_Scene",
    ArticleKind.OPINION: "Opinion",
    ArticleKind.REVIEW: "Review",
}
_TOPIC_LISTS: dict[str, str] = {
    TopicKind.PLACE: "places",
    TopicKind.EVENT: "events",
    TopicKind.SUBJECT: "subjects",
}
_OTHER_TOPICS = "objects"


def article_ninjs(material: Material) -> str:
    """Return the article as JSON. What is unknown is left out: ninjs knows no null."""
    article, revision = material.article, material.revision
    address = absolute(material.path)
    node: Node = {
        "uri": f"urn:uuid:{article.public_id}",
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "version": str(article.document_version),
        "firstCreated": material.published.iso,
        "versionCreated": material.updated.iso,
        "expires": iso_utc(article.visible_until) if article.visible_until else "",
        "language": article.language,
        "title": revision.headline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": revision.headline}],
        "descriptions": _descriptions(revision.summary),
        "bodies": _bodies(material),
        "by": ", ".join(one.person.name for one in material.authors),
        "edNote": _note(material),
        "slugline": article.slug,
        "people": [_named(one) for one in material.people],
        "organisations": [_named(one) for one in material.organizations],
        **_topics(material),
        "infoSources": _sources(material),
        "genres": [
            {
                "name": article.get_kind_display(),
                "uri": f"{_GENRES}{_GENRE_CODES[article.kind]}",
            }
        ],
        "altIds": [{"role": "page", "value": address}],
        "renditions": [{"name": "page", "href": iri_to_uri(address), "contentType": "text/html"}],
    }
    return orjson.dumps({key: value for key, value in node.items() if value}).decode()


def _descriptions(summary: str) -> list[Node]:
    return [{"role": "summary", "contentType": "text/plain", "value": summary}] if summary else []


def _bodies(material: Material) -> list[Node]:
    start, end = material.part("body")
    text = material.revision.text[start:end]
    counts = {"charCount": len(text.strip()), "wordCount": body_words(material)}
    return [
        {
            "role": "main",
            "contentType": "text/html",
            **counts,
            "value": material.revision.body,
        },
        {"role": "text", "contentType": "text/plain", **counts, "value": text},
    ]


def _note(material: Material) -> str:
    notes = [
        f"{_('Correction')}, {moment.iso}: {one.note}" for one, moment in material.dated_corrections
    ]
    return "\n".join(notes)


def _named(subject: AnySubject) -> Node:
    return {"name": subject.name, "uri": iri_to_uri(absolute(subject_path(subject)))}


def _topics(material: Material) -> Node:
    section = material.article.section
    found: Node = {
        "subjects": [
            {
                "name": section.name,
                "rel": "section",
                "uri": iri_to_uri(absolute(section_path(section))),
            }
        ]
    }
    for topic in material.topics:
        found.setdefault(_list_of(topic), []).append(_named(topic))
    return found


def _list_of(topic: Topic) -> str:
    return _TOPIC_LISTS.get(topic.kind, _OTHER_TOPICS)


def _sources(material: Material) -> list[Node]:
    """Return where the article comes from, then each named source of its statements, once."""
    article = material.article
    found = [
        {
            "name": article.primary_source_name,
            "role": "origin",
            "uri": iri_to_uri(web_address(article.primary_source_url)),
        }
    ]
    for citation in material.citations:
        source = source_of(citation)
        if source.is_named:
            uri = absolute(subject_path(source.subject)) if source.subject else source.url
            found.append({"name": source.name, "role": "cited", "uri": iri_to_uri(uri)})
    filled = [{key: value for key, value in one.items() if value} for one in found]
    unique = {(one.get("name"), one.get("uri")): one for one in filled if len(one) > 1}
    return list(unique.values())
