"""An article as Markdown: front matter, its words, its corrections, questions and sources.

The front matter has the names that the newsroom reads from posts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.utils.translation import gettext as _

from articles.documents.addresses import absolute, web_address
from articles.documents.body_markdown import body_markdown, link_markdown, words_markdown
from articles.documents.notes import SourceNote, source_groups

if TYPE_CHECKING:
    from articles.documents.material import Material


def article_markdown(material: Material) -> str:
    """Return the whole article, ending in a line feed."""
    revision = material.revision
    blocks = [
        _front_matter(material),
        f"# {_line(revision.headline)}",
        *(_line(line) for line in revision.summary.splitlines()),
        *_corrections(material),
        body_markdown(revision.body),
        *_questions(material),
        *_sources(material),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _front_matter(material: Material) -> str:
    article = material.article
    fields = {
        "title": material.revision.headline,
        "id": f"urn:uuid:{article.public_id}",
        "canonical_url": absolute(material.path),
        "authors": [one.person.name for one in material.authors],
        "section": article.section.name,
        "kind": article.kind,
        "language": article.language,
        "published": material.published.iso,
        "updated": material.updated.iso,
        "topics": [topic.name for topic in material.topics],
        "source": web_address(article.primary_source_url),
    }
    # JSON on one line is YAML, whatever the words hold.
    lines = [f"{name}: {orjson.dumps(value).decode()}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---"])


def _corrections(material: Material) -> list[str]:
    return [
        f"> **{_('Correction')}** ({moment.words}): {_line(correction.note)}"
        for correction, moment in material.dated_corrections
    ]


def _questions(material: Material) -> list[str]:
    entries = [
        block
        for entry in material.faq
        for block in (f"### {_line(entry.question)}", words_markdown(entry.answer))
    ]
    return [f"## {_('Questions and answers')}", *entries] if entries else []


def _sources(material: Material) -> list[str]:
    notes = sorted(
        ((note, group.name) for group in source_groups(material) for note in group.notes),
        key=lambda pair: pair[0].number,
    )
    lines = [_source(note, name) for note, name in notes]
    return [f"## {_('Sources')}", "\n".join(lines)] if lines else []


def _source(note: SourceNote, name: str) -> str:
    told = ", ".join(word for word in (name, note.medium, note.date) if word)
    words = _line(told)
    named = link_markdown(words, note.url) if note.url else words
    return f"{note.number}. {named}: {_line(note.quote)}"


def _line(words: str) -> str:
    return words_markdown(" ".join(words.split()))
