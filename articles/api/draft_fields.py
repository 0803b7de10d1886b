"""From what a program sends of a draft to what the actions take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.actions.edit_article import Card, Question
from articles.api.problems import invalid
from articles.models import Article, Image, Section, Topic
from articles.selectors import catalogue
from articles.selectors.desk import possible_authors

WORDS = {"headline": "headline", "summary": "summary", "body_html": "body", "note": "note"}
COLUMNS = (
    "kind",
    "language",
    "slug",
    "primary_source_name",
    "primary_source_url",
    "source_stamp",
    "source_stamped_at",
)


@dataclass(frozen=True, slots=True)
class Changes:
    """The words, and what is said beside them; `described` are arguments of describe_article."""

    words: dict[str, Any]
    described: dict[str, Any] = field(default_factory=dict)


def changes_of(values: Mapping[str, Any], *, article: Article | None) -> Changes:
    """Return what checked values ask for. Raises Problem naming what is unknown here.

    `article` is the one that is changed, whose authors may stay in its byline.
    """
    words = {WORDS[name]: value for name, value in values.items() if name in WORDS}
    if "faq" in values:
        words["faq"] = [Question(one["question"], one["answer"]) for one in values["faq"]]
    if "cards" in values:
        words["cards"] = [
            Card(one["name"], one["handle"].removeprefix("@"), one["bio"])
            for one in values["cards"]
        ]
    described = {name: values[name] for name in COLUMNS if name in values}
    if "section" in values:
        described["section"] = _section(values["section"])
    if "lead_image" in values:
        described["lead_image"] = _image(values["lead_image"])
    if "topics" in values:
        described["topics"] = _named("topics", values["topics"], Topic.objects.all())
    if "byline" in values:
        described["bylines"] = _byline(values["byline"], article)
    return Changes(words, described)


def _section(slug: str) -> Section:
    section = catalogue.section(slug)
    if section is None:
        raise invalid({"section": "There is no such section."})
    return section


def _image(public_id: Any) -> Image | None:
    if public_id is None:
        return None
    image = Image.objects.filter(public_id=public_id).first()
    if image is None:
        raise invalid({"lead_image": "There is no such picture."})
    return image


def _byline(authors: Iterable[Mapping[str, str]], article: Article | None) -> list[Any]:
    listed = list(authors)
    people = _named(
        "byline", [one["person"] for one in listed], possible_authors(article), inner=".person"
    )
    roles = {
        person: one["role"] for person, one in zip(people, listed, strict=True)
    }  # nobody stands there twice
    return list(roles.items())


def _named(field: str, keys: list[str], among: Any, inner: str = "") -> list[Any]:
    """Return the record that each key names, by slug or id. Raises Problem for one that is none."""
    found = _finder(among, keys)
    for number, key in enumerate(keys):
        if found(key) is None:
            raise invalid({f"{field}[{number}]{inner}": f"There is none called {key[:100]!r}."})
    return [found(key) for key in keys]


def _finder(among: Any, keys: list[str]) -> Callable[[str], Any]:
    """Return a function from a key to its record. Costs one query."""
    ids = [one for key in keys if (one := catalogue.id_in(key))]
    slugs = [key for key in keys if not catalogue.id_in(key)]
    rows = list(among.filter(slug__in=slugs)) + (
        list(among.filter(public_id__in=ids)) if ids else []
    )
    by_key = {row.slug: row for row in rows} | {str(row.public_id): row for row in rows}
    return lambda key: by_key.get(key.lower() if catalogue.id_in(key) else key)
