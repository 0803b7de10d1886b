"""Answer a proposal of what a statement rests on."""

from __future__ import annotations

from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone

from articles.actions.lock_annotation import lock_annotation
from articles.actions.record_act import record_act
from articles.actions.set_judgement import set_judgement
from articles.models import Citation, LinkState, Organization, Person, User, Verdict


@transaction.atomic
def judge_citation(  # noqa: PLR0913
    *,
    citation_id: int,
    by: User,
    answer: Verdict,
    url: str | None = None,
    person: Person | None = None,
    organization: Organization | None = None,
    link_state: LinkState | None = None,
) -> Citation:
    """Record what `by` says of a citation. Arguments that are None leave their field alone.

    `link_state=NONE` says that the text gives no link, on purpose. Raises NotAllowed, Replaced, and
    ValidationError for an address that is none.
    """
    citation = lock_annotation(model=Citation, pk=citation_id, by=by)
    _set_link(citation, url, link_state)
    if person is not None:
        citation.person, citation.organization = person, None
    elif organization is not None:
        citation.person, citation.organization = None, organization
    set_judgement(annotation=citation, answer=answer, by=by, at=timezone.now())
    record_act(
        by=by,
        verb="judge",
        subject=citation.revision.article,
        layer="citation",
        quote=citation.quote,
        answer=answer,
    )
    return citation


def _set_link(citation: Citation, url: str | None, state: LinkState | None) -> None:
    if url:
        URLValidator(schemes=["http", "https"])(url)
        citation.url, citation.link_state = url, LinkState.LINKED
    elif url == "" or state in (LinkState.NONE, LinkState.UNKNOWN):
        citation.url = ""
        citation.link_state = state or LinkState.UNKNOWN
