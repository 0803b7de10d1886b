"""The words of an article, drawn as readers see them: names linked, sources numbered.

The stored body holds no marks. Offsets are code points into the revision's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils.html import escape
from lxml import html

from articles.documents.addresses import subject_path
from articles.documents.outline import HEADINGS, Heading, name_headings
from articles.engine.plaintext import BLOCKS, PlainBody, flatten, inner_html
from articles.engine.rendering import render
from articles.engine.spans import overlaps
from articles.engine.types import BodyAnnotation, Span

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import FaqEntry


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
    """Return the summary as paragraphs, with its names linked and its sources numbered."""
    lines = material.revision.summary.splitlines()
    markup = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    start, _end = material.part("summary")
    return _annotated(material, markup, start)


def annotated_body(material: Material, passages: Passages) -> tuple[str, tuple[Heading, ...]]:
    """Return the body with names linked, sources numbered, headings and passages with ids.

    With it come the headings, in their order.
    """
    plain = flatten(material.revision.body)
    start, _end = material.part("body")
    headings = name_headings(plain.root)
    for place, name in passages.ids.items():
        _name_place(plain, place - start, name)
    return _annotated(material, inner_html(plain.root), start), headings


def _annotated(material: Material, markup: str, start: int) -> str:
    """Draw into one part what stands there. Headings keep their words bare."""
    plain = flatten(markup)
    words = material.revision.text[start : start + len(plain.text)]
    if plain.text != words:  # words and offsets of a damaged part: never draw in the wrong place
        return markup
    end = start + len(plain.text)
    bare = _heading_spans(plain, start)
    names = [
        BodyAnnotation(one.start, one.end, subject_path(subject), "name")
        for one in material.mentions
        if start <= one.start < one.end <= end
        and (subject := material.subject_of(one)) is not None
        and not any(overlaps(one, heading) for heading in bare)
    ]
    notes = [
        BodyAnnotation(one.start, one.end, note=number)
        for number, one in enumerate(material.citations, 1)
        if start <= one.start < one.end <= end
    ]
    return render(markup, text_start=start, annotations=[*names, *notes])


def _heading_spans(plain: PlainBody, start: int) -> list[Span]:
    return [
        Span(start + run.start, start + run.end)
        for run in plain.runs
        if any(one.tag in HEADINGS for one in (run.element, *run.element.iterancestors()))
    ]


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
