"""The words of an article, drawn as readers see them: headings and passages with addresses.

The stored body holds no marks. Offsets are code points into the revision's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils.html import escape
from lxml import html
from slugify import slugify

from articles.engine.plaintext import BLOCKS, PlainBody, flatten

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from articles.documents.material import Material
    from articles.models import FaqEntry

_HEADINGS = frozenset(("h2", "h3", "h4"))


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that answers rest on: an id for each place where one begins."""

    ids: dict[int, str]
    summary: tuple[int, int]
    body: tuple[int, int]

    @classmethod
    def of(cls, material: Material) -> Self:
        """Give each passage of the body an id, in text order."""
        body = material.part("body")
        grounds = {entry.ground_start for entry in material.faq if entry.ground_start is not None}
        within = sorted(start for start in grounds if body[0] <= start < body[1])
        ids = {start: f"passage-{number}" for number, start in enumerate(within, 1)}
        return cls(ids, material.part("summary"), body)

    def of_answer(self, entry: FaqEntry) -> str:
        """Return the id of the passage that an answer rests on, or nothing."""
        start = entry.ground_start
        if start is None:
            return ""
        if self.summary[0] <= start < self.summary[1]:
            return "summary"
        return self.ids.get(start, "")


def annotated_summary(material: Material) -> str:
    """Return the summary as paragraphs."""
    return "".join(f"<p>{escape(line)}</p>" for line in material.revision.summary.splitlines())


def annotated_body(material: Material, passages: Passages) -> str:
    """Return the body with an id on every heading and before every passage."""
    plain = flatten(material.revision.body)
    _name_headings(plain.root)
    start, _end = material.part("body")
    for place, name in passages.ids.items():
        _name_place(plain, place - start, name)
    return _inner_html(plain.root)


def _name_headings(root: HtmlElement) -> None:
    taken: set[str] = set()
    for heading in root.iter(*_HEADINGS):
        base = f"s-{slugify(heading.text_content(), max_length=60) or 'section'}"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        heading.set("id", name)


def _name_place(plain: PlainBody, offset: int, name: str) -> None:
    """Put an id on the block that holds the offset, or an empty anchor where it has one already."""
    run = next((one for one in plain.runs if one.start <= offset < one.end), None)
    if run is None:
        return
    holder = run.element.getparent() if run.is_tail else run.element
    block = next((one for one in (holder, *holder.iterancestors()) if one.tag in BLOCKS), None)
    if block is None:
        return
    if block.get("id") is None:
        block.set("id", name)
        return
    anchor = html.Element("span", id=name)
    anchor.tail, block.text = block.text, None
    block.insert(0, anchor)


def _inner_html(root: HtmlElement) -> str:
    outer: str = html.tostring(root, encoding="unicode", with_tail=False)
    return outer.removeprefix("<div>").removesuffix("</div>")
