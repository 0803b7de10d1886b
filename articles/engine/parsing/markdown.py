"""Markdown with front matter: what the file says of itself, and its words."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from articles.engine.parsing.draft import Draft
from articles.engine.parsing.fragment import read_fragment
from articles.engine.parsing.front_matter import FrontMatter, split_front_matter
from articles.engine.parsing.masthead import read_names
from articles.engine.parsing.sections import joined_faq
from articles.engine.parsing.stamps import StampRules, read_stamp
from articles.engine.types import Card, Metadata, Question, Stamp

# HTML in Markdown is allowed, as in CommonMark: what comes out is sanitized like any HTML.
_markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read_markdown(text: str, rules: StampRules) -> Draft:
    """Return the draft of a Markdown post. Raises UnreadablePost for front matter that is not YAML."""
    front, body = split_front_matter(text)
    fragment = read_fragment(_markdown.render(body))
    headline = front.line("headline", "title") or fragment.headline
    return Draft(
        headline=headline,
        summary=front.line("summary", "description", "dek", "subtitle"),
        body_html=fragment.body_html,
        faq=joined_faq(_questions(front), fragment.faq),
        cards=_cards(front),
        metadata=_metadata(front, replace(fragment.metadata, title=headline), rules),
    )


def _metadata(front: FrontMatter, metadata: Metadata, rules: StampRules) -> Metadata:
    name, url = _source(front)
    return replace(
        metadata,
        authors=_authors(front),
        published=_stamp(front.line("published", "date", "pubdate"), rules),
        updated=_stamp(front.line("updated", "modified", "lastmod"), rules),
        source_name=name,
        source_url=url,
        language=front.line("language", "lang") or metadata.language,
        section=front.line("section", "category"),
        topics=front.lines("topics", "tags", "keywords"),
        kind=front.line("kind", "type"),
        external_id=front.line("external_id", "id", "guid"),
    )


def _stamp(words: str, rules: StampRules) -> Stamp | None:
    """Return the stamp; one that cannot be read is kept as it is, for an editor to settle."""
    return (read_stamp(words, rules) or Stamp(words)) if words else None


def _authors(front: FrontMatter) -> tuple[str, ...]:
    names = front.lines("authors", "author", "byline")
    if len(names) == 1:
        return read_names(names[0].removeprefix("By ")) or names
    return names


def _source(front: FrontMatter) -> tuple[str, str]:
    table = front.table("source")
    if table:
        return table.line("name"), table.line("url")
    words = front.line("source", "source_url", "canonical_url")
    return ("", words) if words.startswith(("http://", "https://")) else (words, "")


def _questions(front: FrontMatter) -> tuple[Question, ...]:
    return tuple(
        Question(entry.required("question"), entry.required("answer"))
        for entry in front.tables("faq")
    )


def _cards(front: FrontMatter) -> tuple[Card, ...]:
    return tuple(
        Card(entry.required("name"), entry.line("handle"), entry.line("bio", "description"))
        for entry in front.tables("cards", "people")
    )
