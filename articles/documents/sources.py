"""What a citation rests on, in the words that readers see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.documents.addresses import web_address
from articles.documents.dates import partial_date_words
from articles.models import LinkState, SourceType

if TYPE_CHECKING:
    from articles.models import Citation, Organization, Person

NO_SOURCE = "Source not named"


@dataclass(frozen=True, slots=True)
class CitedSource:
    """The source of one citation. `title` names the cited work as well as the article allows."""

    name: str
    subject: Person | Organization | None
    is_vague: bool
    medium: str
    date: str
    url: str
    title: str


def source_of(citation: Citation) -> CitedSource:
    """Return the source of a citation: the record it was matched with, else the article's words."""
    subject = citation.person or citation.organization
    name = subject.name if subject else citation.source_words or NO_SOURCE
    date = partial_date_words(citation.cited_date)
    return CitedSource(
        name=name,
        subject=subject,
        is_vague=citation.source_type == SourceType.VAGUE,
        medium=citation.medium,
        date=date,
        url=web_address(citation.url) if citation.link_state == LinkState.LINKED else "",
        title=", ".join(word for word in (name, citation.medium, date) if word),
    )
