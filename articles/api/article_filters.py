"""By what a list of articles is narrowed, and in which order it comes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from articles.api.instants import Reader, begin_of, end_of
from articles.api.parameters import SECTION, choice, slug_or_id, words
from articles.api.problems import Problem
from articles.api.queries import Parameter
from articles.models import ArticleKind, CitationKind, FacetKind
from articles.selectors.catalogue import ArticleFilters

NOBODY = "none"
ORDERS = ("newest", "oldest", "updated")
PLACES = ("article", "headline")
_REPEATED = {
    "person": FacetKind.PERSON,
    "organization": FacetKind.ORGANIZATION,
    "topic": FacetKind.TOPIC,
    "author_all": FacetKind.AUTHOR,
}


def instant(name: str, description: str, read: Reader) -> Parameter:
    """Return a parameter that is a day or an instant."""
    return Parameter(
        name,
        f"{description} A day is a day of the publication's zone; an instant names its own.",
        read,
        {"type": "string", "maxLength": 40},
        example="2025-11-06",
    )


_TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}"


def _language(raw: str) -> str:
    if not re.fullmatch(_TAG, raw):
        message = "It is a language tag (BCP 47): en, en-GB."
        raise ValueError(message)
    return raw


FILTERS = (
    slug_or_id(
        "person",
        "A person whom the article names; repeated: all of them",
        "ada-lovelace",
        repeats=True,
    ),
    slug_or_id(
        "organization",
        "An organization that the article names; repeated: all of them",
        "linux-foundation",
        repeats=True,
    ),
    slug_or_id("topic", "A topic of the article; repeated: all of them", "pytorch", repeats=True),
    SECTION,
    slug_or_id(
        "author",
        "A person in the byline; repeated or parted by commas: any of them; `none`: no byline",
        "mira-okafor",
        repeats=True,
    ),
    slug_or_id(
        "author_all", "A person in the byline; repeated: all of them", "mira-okafor", repeats=True
    ),
    slug_or_id("cited_person", "A person on whom a statement rests", "ada-lovelace"),
    slug_or_id(
        "cited_organization", "An organization on which a statement rests", "linux-foundation"
    ),
    choice(
        "citation_kind",
        "How a statement rests on its source; with `cited_person` or `cited_organization`, on that one.",
        CitationKind,
        example="quotation",
    ),
    choice("kind", "What kind of article it is.", ArticleKind, example="analysis"),
    Parameter(
        "language",
        "The language, as a tag (BCP 47): `en` finds `en-GB` as well, `en-GB` only that.",
        _language,
        {"type": "string", "pattern": f"^{_TAG}$"},
        example="en",
    ),
    choice(
        "has_correction",
        "Whether a correction was published.",
        ("true", "false"),
        example="true",
    ),
    instant("published_from", "First published then or later.", begin_of),
    instant("published_to", "First published then or earlier.", end_of),
    instant("updated_from", "Updated then or later.", begin_of),
    instant("updated_to", "Updated then or earlier.", end_of),
    words(
        "q",
        'Words in the article, all of them; `or` between two: one of them; `"open source"`: these words'
        " in this order; `-apache`: not this word. Case does not count, accents do.",
        200,
        example="open source licence",
    ),
    choice(
        "q_in",
        "Where the words of `q` must, or must not, stand: anywhere in the article, or in its headline.",
        PLACES,
        example="headline",
        default="article",
    ),
)
ORDER = choice(
    "order",
    "By when it became public, newest or oldest first, or by its last update.",
    ORDERS,
    example="updated",
    default="newest",
)


def filters_of(values: Mapping[str, Any]) -> ArticleFilters:
    """Return the filters that were given. Raises Problem where they contradict each other."""
    facets = [(kind, key) for name, kind in _REPEATED.items() for key in values.get(name, ())]
    if "section" in values:
        facets.append((FacetKind.SECTION, values["section"]))
    authors = _authors(values.get("author", ()))
    if "author" in values and not authors:
        raise Problem("invalid-parameter", "author: It names nobody.", parameter="author")
    is_unsigned = NOBODY in authors
    if is_unsigned and len(authors) > 1:
        raise Problem("invalid-parameter", "author: `none` stands alone.", parameter="author")
    if len(authors) == 1 and not is_unsigned:  # one author is a facet: its index is walked
        facets.insert(0, (FacetKind.AUTHOR, authors[0]))
        authors = ()
    if "q_in" in values and "q" not in values:
        raise Problem("invalid-parameter", "q_in: It says where, and `q` what.", parameter="q_in")
    return ArticleFilters(
        facets=facets,
        any_author=() if is_unsigned else authors,
        is_unsigned=is_unsigned,
        words=values.get("q", ""),
        in_headline=values.get("q_in") == "headline",
        kind=values.get("kind"),
        language=values.get("language", ""),
        cited_person=values.get("cited_person", ""),
        cited_organization=values.get("cited_organization", ""),
        citation_kind=values.get("citation_kind"),
        has_correction={"true": True, "false": False}.get(values.get("has_correction", "")),
        published=(values.get("published_from"), values.get("published_to")),
        updated=(values.get("updated_from"), values.get("updated_to")),
    )


def _authors(given: tuple[str, ...]) -> tuple[str, ...]:
    keys = (key.strip() for one in given for key in one.split(","))
    return tuple(dict.fromkeys(key for key in keys if key))
