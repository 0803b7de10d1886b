"""A saved page: the article without the page around it, and what the page says of it."""

from __future__ import annotations

import re
from copy import deepcopy

import trafilatura
from lxml import html
from lxml.html import HtmlElement

from articles.engine.errors import UnreadablePost
from articles.engine.limits import check_markup
from articles.engine.parsing.draft import Draft
from articles.engine.parsing.linked_data import Node, article_node, faq_node, linked_data, text
from articles.engine.parsing.page_head import PageHead, read_head
from articles.engine.parsing.sections import joined_faq, split_faq, split_headline
from articles.engine.parsing.stamps import StampRules, read_stamp
from articles.engine.plaintext import drop_unseen, flatten, one_line
from articles.engine.sanitizing import clean
from articles.engine.types import Metadata, Question, Stamp

_BREAKS = re.compile(r"\s*\n\s*")


def read_page(markup: str, rules: StampRules) -> Draft:
    """Return the draft of a saved page. Raises UnreadablePost if no article is found in it."""
    check_markup(markup)
    tree = _parse(markup)
    nodes = linked_data(tree)
    article = article_node(nodes)
    head = read_head(tree, article)
    story = _story(tree, head.url) or _from_linked_data(article)
    if not story:
        raise UnreadablePost("body", "the page holds no article that could be told from the rest")
    heading, rest = split_headline(story)
    faq, body_html = split_faq(rest)
    headline = head.headline or heading
    return Draft(
        headline=headline,
        summary=_summary(head.summary, body_html),
        body_html=_without_headline(body_html, headline),
        faq=joined_faq(_questions(faq_node(nodes)), faq),
        metadata=_metadata(head, headline, rules),
    )


def _parse(markup: str) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(drop_unseen(markup).encode(), parser=parser)
    if tree is None:
        raise UnreadablePost("body", "the page is empty")
    return tree


def _story(tree: HtmlElement, url: str) -> str:
    """Return the HTML of the article's words, links absolute, or an empty string."""
    page = deepcopy(tree)
    if url:
        page.make_links_absolute(url, resolve_base_href=False, handle_failures="ignore")
    found = trafilatura.extract(
        page,
        output_format="html",
        include_links=True,
        include_formatting=True,
        include_comments=False,
    )
    return found or ""


def _from_linked_data(article: Node) -> str:
    words = text(article.get("articleBody"))
    return "".join(f"<p>{line}</p>" for line in _BREAKS.split(words) if line)


def _without_headline(body_html: str, headline: str) -> str:
    """Return the body without a first heading that repeats the headline."""
    plain = flatten(body_html)
    first = plain.root[0] if len(plain.root) else None
    if (
        first is not None
        and first.tag.startswith("h")
        and one_line(first.text_content()) == one_line(headline)
    ):
        first.drop_tree()
        return clean(html.tostring(plain.root, encoding="unicode"))
    return body_html


def _summary(summary: str, body_html: str) -> str:
    """Return the page's summary, unless it only repeats the first words of the story."""
    opening = summary.rstrip(" .…[]")
    return "" if opening and flatten(body_html).text.startswith(opening) else summary


def _questions(node: Node) -> tuple[Question, ...]:
    entries = node.get("mainEntity")
    found = []
    for entry in entries if isinstance(entries, list) else [entries]:
        answer = entry.get("acceptedAnswer") if isinstance(entry, dict) else None
        answer = answer[0] if isinstance(answer, list) and answer else answer
        if isinstance(answer, dict) and isinstance(answer.get("text"), str):
            found.append(Question(text(entry), flatten(clean(answer["text"], field="faq")).text))
    return tuple(pair for pair in found if pair.question and pair.answer)


def _metadata(head: PageHead, headline: str, rules: StampRules) -> Metadata:
    return Metadata(
        title=headline,
        authors=head.authors,
        published=_stamp(head.published, rules),
        updated=_stamp(head.updated, rules),
        source_name=head.site,
        source_url=head.url,
        language=head.language or "en",
        section=head.section,
        topics=head.topics,
    )


def _stamp(words: str, rules: StampRules) -> Stamp | None:
    return (read_stamp(words, rules) or Stamp(words)) if words else None
