"""Accepted annotations drawn into a body: links on names, numbered notes after statements.

    1. the body is flattened, so that each text node knows its place in the text (`plaintext`);
    2. links that may be drawn are chosen: none inside a link, none over another, one for each
       address, at its first mention;
    3. every text node that something touches is cut and put together again with the new elements.

The words stay as they are: without the notes, the result has the plain text of the body.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from articles.engine.plaintext import PlainBody, Run, flatten, inner_html
from articles.engine.spans import enclosing, longest, overlaps
from articles.engine.types import BodyAnnotation

_SAFE_URL = re.compile(r"https?://|/(?!/)|#")

Place = tuple[HtmlElement, bool]
"""A slot for words: an element's text, or its tail."""


@dataclass(frozen=True, slots=True)
class _Insert:
    """An element to put over the words from `start` to `end` of a slot; a note covers none."""

    start: int
    end: int
    element: HtmlElement


def render(body_html: str, *, text_start: int, annotations: Sequence[BodyAnnotation]) -> str:
    """Return the body with the annotations drawn in.

    `body_html` is clean; the annotations point into the document's text, in which the body starts
    at `text_start`; what lies outside the body is left out. Raises ValueError for an address that
    is neither of the house nor of the web.
    """
    body = flatten(body_html)
    inserts: defaultdict[Place, list[_Insert]] = defaultdict(list)
    for place, insert in (
        *_links(body, annotations, text_start),
        *_notes(body, annotations, text_start),
    ):
        inserts[place].append(insert)
    for (element, is_tail), found in inserts.items():
        _fill(element, found, is_tail=is_tail)
    return inner_html(body.root)


def _links(
    body: PlainBody, annotations: Iterable[BodyAnnotation], text_start: int
) -> Iterator[tuple[Place, _Insert]]:
    """Yield a link for each text node that a linked name runs through."""
    for link in _first_of_each(body, annotations, text_start):
        first = bisect_right(body.runs, link.start, key=lambda run: run.end)
        last = bisect_left(body.runs, link.end, key=lambda run: run.start)
        for run in body.runs[first:last]:
            start, end = max(link.start, run.start), min(link.end, run.end)
            element = html.Element("a", {"href": link.url})
            if link.css_class:
                element.set("class", link.css_class)
            yield (run.element, run.is_tail), _Insert(start - run.start, end - run.start, element)


def _first_of_each(
    body: PlainBody, annotations: Iterable[BodyAnnotation], text_start: int
) -> list[BodyAnnotation]:
    """Return the links to draw, moved into the body's own offsets."""
    moved = [_moved(one, text_start) for one in annotations if one.url]
    drawable = [one for one in moved if _may_link(body, one)]
    chosen: dict[str, BodyAnnotation] = {}
    for one in longest(drawable):
        chosen.setdefault(one.url, one)
    return list(chosen.values())


def _moved(annotation: BodyAnnotation, text_start: int) -> BodyAnnotation:
    if not _SAFE_URL.match(annotation.url):
        message = f"not an address to link to: {annotation.url!r}"
        raise ValueError(message)
    return BodyAnnotation(
        annotation.start - text_start,
        annotation.end - text_start,
        annotation.url,
        annotation.css_class,
    )


def _may_link(body: PlainBody, span: BodyAnnotation) -> bool:
    inside = 0 <= span.start < span.end <= len(body.text)
    if not inside or "\n" in body.text[span.start : span.end]:
        return False
    return not any(overlaps(span, link) for link in body.links)


def _notes(
    body: PlainBody, annotations: Iterable[BodyAnnotation], text_start: int
) -> Iterator[tuple[Place, _Insert]]:
    """Yield the note numbers, in the order of their places and then of their numbers."""
    wanted = {(one.end - text_start, one.note) for one in annotations if one.note is not None}
    used: Counter[int] = Counter()
    for end, number in sorted(wanted):
        run = _run_before(body.runs, end)
        if run is None:
            continue
        used[number] += 1
        place, at = _outside_links(run, end - run.start)
        yield place, _Insert(at, at, _note(number, used[number]))


def _run_before(runs: Sequence[Run], offset: int) -> Run | None:
    at = bisect_left(runs, offset, key=lambda run: run.start) - 1
    return runs[at] if at >= 0 and offset <= runs[at].end else None


def _outside_links(run: Run, at: int) -> tuple[Place, int]:
    """Return the place after the link that a text node belongs to, if it does: links do not nest."""
    parent = run.element.getparent() if run.is_tail else run.element
    for element in (parent, *parent.iterancestors()):
        if element.tag == "a":
            return (element, True), 0
    return (run.element, run.is_tail), at


def _note(number: int, use: int) -> HtmlElement:
    """Return a note; a source that is noted again gets another id, so that both can be linked to."""
    identifier = f"note-{number}" if use == 1 else f"note-{number}-{use}"
    mark = html.Element("sup", {"class": "note"})
    anchor = html.Element("a", {"href": f"#source-{number}", "id": identifier})
    anchor.text = str(number)
    mark.append(anchor)
    return mark


def _fill(element: HtmlElement, inserts: list[_Insert], *, is_tail: bool) -> None:
    """Cut the words of a slot at the inserts and put all in its place."""
    words = (element.tail if is_tail else element.text) or ""
    parent = element.getparent() if is_tail else element
    index = parent.index(element) + 1 if is_tail else 0
    ordered = _in_order(inserts)
    ends = [*(insert.start for insert in ordered[1:]), len(words)]
    opening = words[: ordered[0].start]
    if is_tail:
        element.tail = opening
    else:
        element.text = opening
    for number, (insert, end) in enumerate(zip(ordered, ends, strict=True)):
        if insert.start < insert.end:
            insert.element.text = words[insert.start : insert.end]
        insert.element.tail = words[insert.end : end]
        parent.insert(index + number, insert.element)


def _in_order(inserts: list[_Insert]) -> list[_Insert]:
    """Sort the inserts of a slot; a note that falls within a link goes after it."""
    links = sorted((one for one in inserts if one.start < one.end), key=lambda one: one.start)
    notes = [one for one in inserts if one.start == one.end]
    for number, note in enumerate(notes):
        link = enclosing(links, note.start)
        if link and link.start < note.start:
            notes[number] = _Insert(link.end, link.end, note.element)
    return sorted((*links, *notes), key=lambda one: (one.end, one.start == one.end))
