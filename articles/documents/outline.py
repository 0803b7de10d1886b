"""The sections of an article: an address for each, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html
from slugify import slugify

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = ("h2", "h3", "h4")
FEWEST = 3
"""From how many headings on an outline helps more than it delays."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its id, its words, and whether it stands below another section."""

    id: str
    words: str
    is_nested: bool


def name_headings(root: HtmlElement) -> tuple[Heading, ...]:
    """Give each heading under `root` an id made of its words and a link to itself; return them."""
    taken: set[str] = set()
    found = []
    for element in root.iter(*HEADINGS):
        words = " ".join(element.text_content().split())
        if not words:
            continue
        name = _unused(f"s-{slugify(words, max_length=60) or 'section'}", taken)
        taken.add(name)
        element.set("id", name)
        _link_to_itself(element, name)
        found.append(Heading(name, words, is_nested=element.tag != HEADINGS[0]))
    return tuple(found)


def outline_of(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return what an outline lists: nothing where the headings are few."""
    return headings if len(headings) >= FEWEST else ()


def _unused(base: str, taken: set[str]) -> str:
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _link_to_itself(heading: HtmlElement, name: str) -> None:
    """Wrap a heading's words in a link to it, unless they hold a link of their own."""
    if next(heading.iter("a"), None) is not None:
        return
    link = html.Element("a", {"class": "anchor", "href": f"#{name}"})
    link.text, heading.text = heading.text, None
    for child in list(heading):
        link.append(child)
    heading.append(link)
