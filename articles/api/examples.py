"""What answers look like, for people who read the reference before they call."""

from __future__ import annotations

from typing import Any

import orjson

Example = dict[str, Any]

SITE = "https://news.example"
ARTICLE_ID = "0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00"
POST_ID = "0198f6a1-7c3d-7f04-8d21-94c1b7a6e301"
PERSON_ID = "0198f6a1-7c40-7aa2-b1f0-21d4c8e7f902"
ORGANIZATION_ID = "0198f6a1-7c41-7c33-9a55-6be0d1f2a303"
TOPIC_ID = "0198f6a1-7c42-7d18-8e0b-0c9d8b7a6504"
_SUMMARY = "The foundation will hold the trademarks; the steering group stays as it is."
_TEXT = (
    "A foundation for the compiler\n\n"
    f"{_SUMMARY}\n\n"
    "“Nobody should own this alone,” said Ines Marrow on 6 November 2025.\n"
    "The Marrow Foundation has 40 members.\n"
)
_QUOTATION = "“Nobody should own this alone,” said Ines Marrow on 6 November 2025."
_MEMBERS = "The Marrow Foundation has 40 members."


def _span(words: str) -> dict[str, int]:
    start = _TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def _selector(words: str) -> list[Example]:
    span = _span(words)
    return [
        {
            "type": "TextQuoteSelector",
            "exact": words,
            "prefix": _TEXT[max(0, span["start"] - 32) : span["start"]],
            "suffix": _TEXT[span["end"] : span["end"] + 32],
        },
        {"type": "TextPositionSelector", **span},
    ]


def _page(record: Example, path: str) -> Example:
    after = f"{SITE}/api/v1/{path}/?limit=1&cursor=WzAsIjQyIl0"
    return {"results": [record], "next": after, "previous": None}


SECTION: Example = {
    "name": "Technology",
    "slug": "technology",
    "url": f"{SITE}/technology/",
    "description": "Software, hardware, and who decides about them.",
    "articles": f"{SITE}/api/v1/articles/?section=technology",
}
SECTION_PAGE: Example = {"results": [SECTION], "next": None, "previous": None}

_MEDIA = f"{SITE}/media/images/3f9a0c1d2e4b5a69788796a5b4c3d2e1"
_IMAGE: Example = {
    "url": f"{_MEDIA}/full-1280.jpg",
    "width": 1280,
    "height": 853,
    "alt": "A long table in a meeting hall, seen from above.",
    "credit": "Mira Okafor",
    "licence": "https://creativecommons.org/licenses/by/4.0/",
    "renditions": [
        {
            "url": f"{_MEDIA}/full-1280.jpg",
            "shape": "full",
            "media_type": "image/jpeg",
            "width": 1280,
            "height": 853,
        },
        {
            "url": f"{_MEDIA}/16x9.50.40-640.avif",
            "shape": "16x9",
            "media_type": "image/avif",
            "width": 640,
            "height": 360,
        },
    ],
}
_PERSON: Example = {
    "id": PERSON_ID,
    "name": "Ines Marrow",
    "slug": "ines-marrow",
    "url": f"{SITE}/people/ines-marrow/",
    "kind": "person",
    "handles": [{"platform": "github", "handle": "imarrow", "url": "https://github.com/imarrow"}],
    "description": "Compiler engineer.",
    "description_as_of": "2025-11-06",
    "same_as": ["https://www.wikidata.org/wiki/Q1"],
}
_ORGANIZATION: Example = {
    **_PERSON,
    "id": ORGANIZATION_ID,
    "name": "Marrow Foundation",
    "slug": "marrow-foundation",
    "url": f"{SITE}/organizations/marrow-foundation/",
    "kind": "organization",
    "handles": [],
    "description": "Holds the trademarks of the compiler.",
}
_TOPIC: Example = {
    **_ORGANIZATION,
    "id": TOPIC_ID,
    "name": "Marrow",
    "slug": "marrow",
    "url": f"{SITE}/topics/marrow/",
    "kind": "product",
    "description": "A compiler.",
}
_WHOLE: Example = {"aliases": [], "description_source": None, "external_ids": {"wikidata": "Q1"}}
_LINK = ("id", "name", "slug", "url")
_ROLE: Example = {
    "role": "founder",
    "started": "2025-11",
    "ended": None,
    "evidence_url": "https://marrow.example/about",
}

PERSON: Example = {
    **_PERSON,
    "image": None,
    "articles": f"{SITE}/api/v1/articles/?person=ines-marrow",
}
PERSON_PAGE = _page(PERSON, "people")
PERSON_DETAIL: Example = {
    **PERSON,
    **_WHOLE,
    "affiliations": [{**_ROLE, "organization": {name: _ORGANIZATION[name] for name in _LINK}}],
}
ORGANIZATION: Example = {
    **_ORGANIZATION,
    "image": None,
    "articles": f"{SITE}/api/v1/articles/?organization=marrow-foundation",
}
ORGANIZATION_PAGE = _page(ORGANIZATION, "organizations")
ORGANIZATION_DETAIL: Example = {
    **ORGANIZATION,
    **_WHOLE,
    "affiliations": [{**_ROLE, "person": {name: _PERSON[name] for name in _LINK}}],
}
TOPIC: Example = {**_TOPIC, "image": None, "articles": f"{SITE}/api/v1/articles/?topic=marrow"}
TOPIC_PAGE = _page(TOPIC, "topics")
TOPIC_DETAIL: Example = {**TOPIC, **_WHOLE}

_CITATION: Example = {
    **_span(_QUOTATION),
    "quote": _QUOTATION,
    "selector": _selector(_QUOTATION),
    "kind": "quotation",
    "cue": {**_span("said"), "text": "said"},
    "source": {
        "type": "PERSON",
        "words": "Ines Marrow",
        "name": "Ines Marrow",
        "id": PERSON_ID,
        "url": f"{SITE}/people/ines-marrow/",
    },
    "medium": "statement",
    "date": "2025-11-06",
    "url": None,
    "link": "none",
    "content": [_span("Nobody should own this alone")],
    "verification": "unverified",
}
ARTICLE_CARD: Example = {
    "id": ARTICLE_ID,
    "url": f"{SITE}/technology/2025/11/a-foundation-for-the-compiler-3c2b1a00/",
    "headline": "A foundation for the compiler",
    "summary": _SUMMARY,
    "section": {name: SECTION[name] for name in ("name", "slug", "url")},
    "kind": "news",
    "language": "en",
    "published_at": "2025-11-06T18:36:00Z",
    "updated_at": "2025-11-07T09:00:00Z",
    "authors": [{"name": "Mira Okafor", "slug": "mira-okafor"}],
    "image": _IMAGE,
}
CITATION: Example = {
    "id": 42,
    **_CITATION,
    "article": {name: ARTICLE_CARD[name] for name in ("id", "url", "headline")},
}
CITATION_PAGE = _page(CITATION, "citations")
ARTICLE_PAGE = _page(ARTICLE_CARD, "articles")
_FIGURE: Example = {
    **_span("40 members"),
    "quote": "40 members",
    "selector": _selector("40 members"),
    "value": 40,
    "unit": "members",
    "qualifier": None,
    "measures": "members of the Marrow Foundation",
    "as_of": "2025-11-06",
    "horizon": None,
    "citation": None,
}
_CORRECTION: Example = {
    "published_at": "2025-11-07T09:00:00Z",
    "note": "The foundation has 40 members, not 14.",
    "was": "14 members",
    "now": "40 members",
}
_ARTICLE_LINK = {name: ARTICLE_CARD[name] for name in ("id", "url", "headline")}
FIGURE: Example = {
    "id": 7,
    **_FIGURE,
    "sentence": _MEMBERS,
    "about": [{"type": "organization", **{name: _ORGANIZATION[name] for name in _LINK}}],
    "article": _ARTICLE_LINK,
}
FIGURE_PAGE = _page(FIGURE, "figures")
_SUPERSEDED: Example = {"number": 1, "url": f"{ARTICLE_CARD['url']}revisions/1/"}
CORRECTION: Example = {
    "id": "0198f6a1-7c44-7a10-8c22-4b3c2d1e0f06",
    **_CORRECTION,
    "article": _ARTICLE_LINK,
    "superseded": _SUPERSEDED,
}
CORRECTION_PAGE = _page(CORRECTION, "corrections")
REVISION: Example = {
    **_SUPERSEDED,
    "headline": ARTICLE_CARD["headline"],
    "is_live": False,
    "published_at": ARTICLE_CARD["published_at"],
    "superseded_at": _CORRECTION["published_at"],
}
REVISION_PAGE = _page(REVISION, f"articles/{ARTICLE_ID}/revisions")
ARTICLE_DETAIL: Example = {
    **ARTICLE_CARD,
    "authors": [
        {
            "id": "0198f6a1-7c43-7e90-9b11-3a2b1c0d9e05",
            "name": "Mira Okafor",
            "slug": "mira-okafor",
            "url": f"{SITE}/people/mira-okafor/",
            "role": None,
        }
    ],
    "body_html": f"<p>{_QUOTATION}</p><p>{_MEMBERS}</p>",
    "text": _TEXT,
    "parts": [
        {"name": "headline", **_span("A foundation for the compiler")},
        {"name": "summary", **_span(_SUMMARY)},
        {"name": "body", **_span(f"{_QUOTATION}\n{_MEMBERS}\n")},
    ],
    "source": {
        "name": "Marrow blog",
        "url": "https://marrow.example/foundation",
        "stamp": "Latest update: 6 November 2025, 18:36",
        "stamped_at": None,
    },
    "people": [_PERSON],
    "organizations": [_ORGANIZATION],
    "topics": [_TOPIC],
    "mentions": [
        {
            **_span("Ines Marrow"),
            "quote": "Ines Marrow",
            "prefix": "own this alone,” said ",
            "suffix": " on 6 November 2025.",
            "selector": _selector("Ines Marrow"),
            "kind": "PERSON",
            "target": {"type": "person", "id": PERSON_ID},
        }
    ],
    "citations": [{"id": 1, **_CITATION}],
    "figures": [_FIGURE],
    "faq": [],
    "cards": [{"name": "Ines Marrow", "handle": "imarrow", "bio": "Compiler engineer."}],
    "corrections": [_CORRECTION],
    "version": 2,
}
REVISION_DETAIL: Example = {
    **REVISION,
    "summary": _SUMMARY,
    **{name: ARTICLE_DETAIL[name] for name in ("body_html", "text", "parts")},
    "corrections": [_CORRECTION],
}
_ARTICLE_URI = f"urn:uuid:{ARTICLE_ID}"
ARTICLE_LINKED_DATA: Example = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "@id": f"{ARTICLE_CARD['url']}#article",
            "identifier": _ARTICLE_URI,
            "headline": ARTICLE_CARD["headline"],
            "datePublished": ARTICLE_CARD["published_at"],
            "dateModified": ARTICLE_CARD["updated_at"],
        }
    ],
}
ARTICLE_NINJS: Example = {
    "uri": _ARTICLE_URI,
    "standard": {
        "name": "ninjs",
        "version": "3.1",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
    },
    "type": "text",
    "pubStatus": "usable",
    "version": "2",
    "firstCreated": ARTICLE_CARD["published_at"],
    "versionCreated": ARTICLE_CARD["updated_at"],
    "language": "en",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": ARTICLE_CARD["headline"]}],
    "people": [{"name": _PERSON["name"], "uri": _PERSON["url"]}],
}
ARTICLE_MARKDOWN = f"""---
title: "{ARTICLE_CARD["headline"]}"
id: "{_ARTICLE_URI}"
language: "en"
---

# {ARTICLE_CARD["headline"]}

{_SUMMARY}

{_QUOTATION}

{_MEMBERS}
"""
ARTICLE_ENTRY = f"""<?xml version="1.0" encoding="utf-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>{_ARTICLE_URI}</id>
  <title>{ARTICLE_CARD["headline"]}</title>
  <link rel="alternate" type="text/html" href="{ARTICLE_CARD["url"]}"/>
  <published>{ARTICLE_CARD["published_at"]}</published>
  <updated>{ARTICLE_CARD["updated_at"]}</updated>
</entry>
"""
POST_INPUT: Example = {
    "source": "Wire",
    "external_id": "wire-2025-11-06-17",
    "format": "markdown",
    "content": "# A foundation for the compiler\n\nThe Marrow Foundation has 40 members.\n",
}
POST_RECEIPT: Example = {
    "id": POST_ID,
    "article": ARTICLE_ID,
    "created": True,
    "status": f"{SITE}/api/v1/posts/{POST_ID}/",
}
POST_STATUS: Example = {
    "id": POST_ID,
    "source": "Wire",
    "external_id": "wire-2025-11-06-17",
    "format": "markdown",
    "received_at": "2025-11-06T18:30:00Z",
    "article": ARTICLE_ID,
    "article_status": "draft",
    "enrichment": {
        "job": "running",
        "step": "reconciling",
        "counts": {"mentions": 1, "citations": 1, "figures": 1},
        "reason": None,
        "started_at": "2025-11-06T18:30:01Z",
        "finished_at": None,
    },
}
CHANGE: Example = {
    "sequence": 17,
    "kind": "corrected",
    "at": "2025-11-07T09:00:01Z",
    "id": ARTICLE_ID,
    "version": 2,
    "url": ARTICLE_CARD["url"],
    "api_url": f"{SITE}/api/v1/articles/{ARTICLE_ID}/",
    "etag": '"9f0c1d2e4b5a69788796a5b4c3d2e1f0-json"',
    "note": None,
}
CHANGE_PAGE: Example = {
    "results": [
        CHANGE,
        {
            **dict.fromkeys(CHANGE),
            "sequence": 18,
            "kind": "withdrawn",
            "at": "2025-11-07T10:30:00Z",
            "id": "0198f6a1-6b2d-7a00-b1d5-4e9c2b1a0f11",
            "note": "The quotation was invented.",
        },
    ],
    "next": None,
    "previous": None,
    "sequence": 18,
}
CHANGE_EVENT = (
    "retry: 3000\n\nid: 17\nevent: corrected\ndata: " + orjson.dumps(CHANGE).decode() + "\n\n"
)
EXPORT = orjson.dumps(ARTICLE_DETAIL).decode() + "\n"
