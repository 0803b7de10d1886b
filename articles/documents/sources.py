"""What a citation rests on, in the words that readers see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from articles.documents.addresses import web_address
from articles.documents.dates import partial_date_words
from articles.models import CitationKind, LinkState, SourceType

if TYPE_CHECKING:
    from articles.models import Citation, Organization, Person

_MEDIA: dict[str, str | Promise] = {
    "post": gettext_lazy("Post"),
    "report": gettext_lazy("Report"),
    "survey": gettext_lazy("Survey"),
    "data": gettext_lazy("Data"),
    "forecast": gettext_lazy("Forecast"),
    "documentation": gettext_lazy("Documentation"),
    "interview": gettext_lazy("Interview"),
    "statement": gettext_lazy("Statement"),
    "filing": gettext_lazy("Filing"),
    "study": gettext_lazy("Study"),
    "speech": gettext_lazy("Speech"),
    "letter": gettext_lazy("Letter"),
    "article": gettext_lazy("Article"),
}


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The source of one citation. `title` names the cited work as well as the article allows."""

    name: str
    subject: Person | Organization | None
    is_named: bool
    is_vague: bool
    medium: str
    date: str
    url: str
    title: str


def source_of(citation: Citation) -> CitedSource:
    """Return the source of a citation: the record it was matched with, else the article's words."""
    subject = citation.person or citation.organization
    words = subject.name if subject else citation.source_words
    name = words or _("Source not named")
    date = partial_date_words(citation.cited_date)
    return CitedSource(
        name=name,
        subject=subject,
        is_named=bool(words),
        is_vague=citation.source_type == SourceType.VAGUE,
        medium=citation.medium,
        date=date,
        url=web_address(citation.url) if citation.link_state == LinkState.LINKED else "",
        title=", ".join(word for word in (name, citation.medium, date) if word),
    )


def kind_words(kind: str) -> str:
    """Return how a statement rests on its source, in a word for readers."""
    return str(CitationKind(kind).label)


def medium_words(medium: str) -> str:
    """Return what is cited, in a word for readers; media that nobody listed stay as they are."""
    return str(_MEDIA.get(medium, medium.capitalize()))
