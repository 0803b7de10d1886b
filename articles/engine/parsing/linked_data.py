"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

Node = dict[str, Any]

_MOST_NODES = 2_000


def linked_data(tree: HtmlElement) -> list[Node]:
    """Return the JSON-LD objects of a page, in order; scripts that are not JSON are passed over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(node for node in _objects(value) if len(nodes) < _MOST_NODES)
    return nodes


def article_node(nodes: list[Node]) -> Node:
    """Return the object that describes the article, or an empty one."""
    articles = [
        node for node in nodes if any("Article" in name or name in _ALIKE for name in types(node))
    ]
    return max(articles, key=_fullness, default={})


def faq_node(nodes: list[Node]) -> Node:
    """Return the object that holds questions and answers, or an empty one."""
    return next((node for node in nodes if "FAQPage" in types(node)), {})


def types(node: Node) -> list[str]:
    """Return the schema.org types of an object, without addresses."""
    return [name.rsplit("/", 1)[-1] for name in texts(node.get("@type"))]


def texts(value: Any) -> list[str]:
    """Return the strings of a value that may be one, a list, or objects with a name."""
    values = value if isinstance(value, list) else [value]
    found = []
    for one in values:
        words = one.get("name") if isinstance(one, dict) else one
        if isinstance(words, list):
            words = next(iter(words), None)
        if isinstance(words, str) and words.strip():
            found.append(words.strip())
    return found


def text(value: Any) -> str:
    """Return the first string of a value, or an empty one."""
    return next(iter(texts(value)), "")


_ALIKE = frozenset(("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"))
_TOLD = ("headline", "datePublished", "author", "description", "articleBody", "dateModified")


def _fullness(node: Node) -> int:
    return sum(1 for key in _TOLD if node.get(key))


def _objects(value: Any) -> Iterator[Node]:
    """Yield the objects of a document: itself, its list, its graph."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            members = graph if isinstance(graph, list) else [graph]
            yield from (member for member in members if isinstance(member, dict))
            if isinstance(one.get("mainEntity"), dict):
                yield one["mainEntity"]
