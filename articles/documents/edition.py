"""What an article was published with beside its words: what it says of itself, and what was accepted.

Editors describe and judge a live article at any time, and readers learn of it with the next
publication. Until then whatever writes the documents again (a rename, another renderer) reads here.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from articles.models import Article, Byline, Revision, Topic

Edition = dict[str, Any]
"""JSON: `article` (columns), `bylines`, `topics`, and for each layer the rows by key."""

_COLUMNS = (
    "section_id",
    "kind",
    "slug",
    "language",
    "lead_image_id",
    "primary_source_name",
    "primary_source_url",
    "source_stamp",
)
JUDGED = {
    "mentions": ("kind", "person_id", "organization_id", "topic_id"),
    "citations": ("person_id", "organization_id", "url", "link_state", "verification"),
    "figures": (),
}
"""By layer, the columns that an answer may change."""


def edition_of(
    article: Article,
    *,
    bylines: Iterable[Byline],
    topics: Iterable[Topic],
    annotations: Mapping[str, Iterable[Any]],
) -> Edition:
    """Return what `article` would be published with now: of what hangs on it, what is accepted."""
    return {
        "article": {
            **{name: getattr(article, name) for name in _COLUMNS},
            "source_stamped_at": _written(article.source_stamped_at),
        },
        "bylines": [[one.person_id, one.role] for one in bylines],
        "topics": [topic.pk for topic in topics],
        **{
            layer: {
                str(row.pk): [getattr(row, column) for column in columns]
                for row in annotations[layer]
            }
            for layer, columns in JUDGED.items()
        },
    }


def revision_of(article: Article) -> Revision:
    """Return the live revision. Raises ValueError without one."""
    if article.live_revision is None:
        message = "Only an article with a live revision can be written out."
        raise ValueError(message)
    return article.live_revision


def as_told(article: Article, edition: Edition) -> Article:
    """Return a copy of `article` that says of itself what `edition` says. Never save it."""
    told = copy(article)
    for name, value in edition["article"].items():
        setattr(told, name, value)
    told.source_stamped_at = _read(edition["article"]["source_stamped_at"])
    return told


def with_merged(edition: Edition, field: str, gone: int, into: int) -> Edition:
    """Return an edition that means `into` wherever it meant `gone`; `field` is one of SUBJECT_FIELDS.

    Whoever stands twice in a byline, or twice among the topics, then stands there once.
    """
    merged = dict(edition)
    if field == "person":
        roles: dict[int, str] = {}
        for person, role in edition["bylines"]:
            roles.setdefault(into if person == gone else person, role)
        merged["bylines"] = [[person, role] for person, role in roles.items()]
    if field == "topic":
        topics = (into if topic == gone else topic for topic in edition["topics"])
        merged["topics"] = list(dict.fromkeys(topics))
    for layer, columns in JUDGED.items():
        if f"{field}_id" in columns:
            place = columns.index(f"{field}_id")
            merged[layer] = {
                key: [
                    into if number == place and value == gone else value
                    for number, value in enumerate(values)
                ]
                for key, values in edition[layer].items()
            }
    return merged


def _written(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _read(moment: str | None) -> dt.datetime | None:
    return parse_datetime(moment) if moment else None
