"""The lines above a story: page title, headline once or more, stamps, byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.engine.data import vocabulary
from articles.engine.parsing.lines import Line, looks_like_title
from articles.engine.parsing.stamps import StampRules, read_stamp
from articles.engine.types import Span, Stamp

_LABELS = vocabulary("page_labels")
_PUBLISHED = frozenset(_LABELS["published"])
_UPDATED = frozenset(_LABELS["updated"])
_ROLES = frozenset(_LABELS["roles"])
_BYLINE = re.compile(
    r"(?i:"
    + "|".join(sorted(_LABELS["byline"], key=len, reverse=True))
    + r")(?::\s*|\s+)(?P<names>[^\W\d_a-z].+)"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){0,4}")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\|)\s*")
_LONGEST_HEADLINE = 180
_LONGEST_BYLINE = 120
_LONGEST_SITE = 40


@dataclass(slots=True)
class Masthead:
    """What stands above the story. `is_page` where it shows the marks of a saved page."""

    headline: Span | None = None
    words: str = ""
    source_name: str = ""
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    is_page: bool = field(default=False)


def read_masthead(lines: Sequence[Line], rules: StampRules) -> tuple[Masthead, list[Line]]:
    """Return the masthead and the lines after it."""
    head = Masthead()
    at = _take_title(head, lines, rules)
    while at < len(lines):
        taken = _take_line(head, lines, at, rules)
        if not taken:
            break
        at += taken
    return head, list(lines[at:])


def split_title(title: str) -> tuple[str, str]:
    """Return a page title without the site's name, and that name: "Words | Section | Site"."""
    first, *rest = (segment.strip() for segment in title.split(" | "))
    if rest and first and len(rest[-1]) <= _LONGEST_SITE:
        return first, rest[-1]
    return title, ""


def read_names(words: str) -> tuple[str, ...]:
    """Return the people of a byline; empty if it holds anything but names and roles."""
    names = [name.strip() for name in _BETWEEN_NAMES.split(words) if name.strip()]
    names = [name for name in names if name.lower() not in _ROLES]
    return tuple(names) if all(_NAME.fullmatch(name) for name in names) else ()


def _take_title(head: Masthead, lines: Sequence[Line], rules: StampRules) -> int:
    """Take the first line as headline if it looks like one; return how many lines were taken."""
    if len(lines) < 2:  # noqa: PLR2004  a single line is the story
        return 0
    first = lines[0]
    headline, site = split_title(first.words)
    alone = lines[1].after_blank or not any(line.after_blank for line in lines[1:])
    alone = alone or bool(site) or _take_line(Masthead(words=headline), lines, 1, rules) > 0
    if not alone or not looks_like_title(headline, longest=_LONGEST_HEADLINE):
        return 0
    head.words, head.source_name, head.is_page = headline, site, bool(site)
    head.headline = Span(first.start, first.start + len(headline))
    return 1


def _take_line(head: Masthead, lines: Sequence[Line], at: int, rules: StampRules) -> int:
    """Take a stamp, a byline or a repeated headline; return how many lines that took, 0 for none."""
    line = lines[at]
    if head.words and line.words == head.words:
        if head.is_page:  # The page's own headline, rather than the title of its window.
            head.headline = line.span
        head.is_page = True
        return 1
    authors = _byline(line.words) if not head.authors else ()
    if authors:
        head.authors = authors
        return 1
    return _take_stamp(head, lines, at, rules)


def _byline(words: str) -> tuple[str, ...]:
    found = _BYLINE.fullmatch(words) if len(words) <= _LONGEST_BYLINE else None
    return read_names(found["names"]) if found else ()


def _take_stamp(head: Masthead, lines: Sequence[Line], at: int, rules: StampRules) -> int:
    words = lines[at].words
    label = _longest_label(words)
    rest = words[len(label) :].lstrip(" :–—-|")
    taken = 1
    if label and not rest and at + 1 < len(lines):
        rest, taken = lines[at + 1].words, 2
    stamp = read_stamp(rest, rules) if rest else None
    if stamp is None:
        return 0
    if label.lower() in _UPDATED:
        head.updated = head.updated or stamp
    else:
        head.published = head.published or stamp
    return taken


def _longest_label(words: str) -> str:
    """Return the label that opens the line, as it is written, or an empty string."""
    lowered = words.lower()
    fitting = [label for label in _PUBLISHED | _UPDATED if lowered.startswith(label)]
    best = max(fitting, key=len, default="")
    after = words[len(best) : len(best) + 1]
    return words[: len(best)] if not after.isalpha() else ""
