"""What answers at the desk look like."""

from __future__ import annotations

from articles.api.examples import ARTICLE_ID, PERSON_ID, SITE, Example

_TEXT = "A foundation for the compiler\n\nInes Marrow has founded it.\n"
_STANDING: Example = {
    "id": ARTICLE_ID,
    "address": f"{SITE}/api/v1/desk/articles/{ARTICLE_ID}/",
    "version": 7,
    "status": "draft",
    "section": "technology",
    "kind": "news",
    "language": "en",
    "slug": "a-foundation-for-the-compiler",
}
DRAFT_CARD: Example = {
    **_STANDING,
    "headline": "A foundation for the compiler",
    "edited_at": "2025-11-06T18:36:00Z",
    "open_findings": 0,
    "open_proposals": 1,
}
DRAFT_PAGE: Example = {"results": [DRAFT_CARD], "next": None, "previous": None}
MENTION: Example = {
    "id": 4711,
    "start": 31,
    "end": 42,
    "quote": "Ines Marrow",
    "prefix": "A foundation for the compiler\n\n",
    "suffix": " has founded it.\n",
    "is_orphan": False,
    "score": 0.97,
    "method": "model",
    "reason": "the one person of that name",
    "judgement": "none",
    "judged_by": None,
    "judged_at": None,
    "kind": "PERSON",
    "name": "Ines Marrow",
    "key": "PERSON:ines marrow",
    "target": {
        "type": "person",
        "id": PERSON_ID,
        "name": "Ines Marrow",
        "slug": "ines-marrow",
        "url": f"{SITE}/people/ines-marrow/",
    },
}
DRAFT: Example = {
    **_STANDING,
    "headline": "A foundation for the compiler",
    "summary": "",
    "body_html": "<p>Ines Marrow has founded it.</p>",
    "faq": [],
    "cards": [],
    "byline": [{"person": "mira-okafor", "role": ""}],
    "topics": ["marrow"],
    "lead_image": None,
    "primary_source_name": "Marrow Foundation",
    "primary_source_url": "https://marrow.example/news/1",
    "source_stamp": "",
    "source_stamped_at": None,
    "first_published_at": None,
    "updated_at": None,
    "visible_from": None,
    "visible_until": None,
    "withdrawn_at": None,
    "withdrawal_note": "",
    "live_revision": None,
    "revision": 3,
    "revised_at": "2025-11-06T18:36:00Z",
    "note": "",
    "text": _TEXT,
    "parts": [
        {"name": "headline", "start": 0, "end": 29},
        {"name": "body", "start": 31, "end": len(_TEXT)},
    ],
    "mentions": [MENTION],
    "citations": [],
    "figures": [],
    "findings": [],
    "corrections": [],
}
DRAFT_INPUT: Example = {
    "headline": "A foundation for the compiler",
    "body_html": "<p>Ines Marrow has founded it.</p>",
    "section": "technology",
    "byline": [{"person": "mira-okafor"}],
}
DRAFT_CHANGES: Example = {
    "summary": "It will hold the trademarks.",
    "faq": [{"question": "Who has founded it?", "answer": "Ines Marrow."}],
    "note": "The answer that readers asked for",
}
_PROPOSAL: Example = {
    name: MENTION[name]
    for name in (
        "id",
        "start",
        "end",
        "quote",
        "prefix",
        "suffix",
        "is_orphan",
        "score",
        "method",
        "reason",
        "judgement",
        "judged_by",
        "judged_at",
    )
}
CITATION: Example = {
    **_PROPOSAL,
    "kind": "paraphrase",
    "cue": {"start": 43, "end": 46, "text": "has"},
    "source": {
        "type": "PERSON",
        "words": "Ines Marrow",
        "name": "Ines Marrow",
        "id": PERSON_ID,
        "url": f"{SITE}/people/ines-marrow/",
    },
    "medium": "statement",
    "date": None,
    "url": None,
    "link": "none",
    "content": [{"start": 31, "end": 58}],
    "verification": "unverified",
}
FIGURE: Example = {
    **_PROPOSAL,
    "value": 40.0,
    "unit": "members",
    "qualifier": None,
    "measures": None,
    "as_of": None,
    "horizon": None,
}
FINDING: Example = {
    "id": 12,
    "code": "figures-differ",
    "severity": "warning",
    "message": "40 members here, 14 there.",
    "spans": [{"start": 0, "end": 12}],
    "status": "dismissed",
    "note": "The second is of 2019.",
    "answered_by": "edda",
    "answered_at": "2025-11-06T18:36:00Z",
}
MENTION_JUDGEMENT: Example = {
    "answer": "changed",
    "target": {"type": "person", "id": "ines-marrow"},
}
CITATION_JUDGEMENT: Example = {"answer": "accepted", "url": "https://marrow.example/news/1"}
FINDING_ANSWER: Example = {"status": "dismissed", "note": "The second is of 2019."}
EXTRACT_INPUT: Example = {"content": "Ines Marrow has founded it.", "format": "text", "id": "1"}
EXTRACTION: Example = {
    "id": "1",
    "text": "Ines Marrow has founded it.",
    "engine": {"version": "1", "model": "newsroom-1"},
    "language": "en",
    "mentions": [
        {
            "start": 0,
            "end": 11,
            "text": "Ines Marrow",
            "type": "PERSON",
            "name": "Ines Marrow",
            "key": "PERSON:ines marrow",
            "score": 0.97,
            "method": "model",
        }
    ],
    "citations": [],
    "figures": [],
    "dates": [],
    "faq": [],
    "findings": [],
}
MEDIA_INPUT: Example = {
    "file": "(the bytes of the file)",
    "alt": "A long table in a meeting hall, seen from above.",
    "credit": "Mira Okafor",
    "focal_x": 0.5,
    "focal_y": 0.4,
}
MEDIA: Example = {
    "id": "0198f6a1-7c43-7e29-9d1f-3a4b5c6d7e05",
    "address": f"{SITE}/api/v1/desk/media/0198f6a1-7c43-7e29-9d1f-3a4b5c6d7e05/",
    "alt": "A long table in a meeting hall, seen from above.",
    "credit": "Mira Okafor",
    "licence": "",
    "focal_x": 0.5,
    "focal_y": 0.4,
    "width": 1280,
    "height": 853,
    "image": None,
}
