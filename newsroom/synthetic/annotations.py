"""What an editor accepted in the post behind a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, Final

from articles.models import (
    AnySubject,
    Citation,
    CitationKind,
    Figure,
    LinkState,
    Mention,
    MentionKind,
    Organization,
    Person,
    Revision,
    SourceType,
    Topic,
    Verdict,
)
from newsroom.synthetic import slots
from newsroom.synthetic.house import House

METHOD: Final = "synthetic"
_CONTEXT = 32
_KINDS: Final = {
    Person: MentionKind.PERSON,
    Organization: MentionKind.ORG,
    Topic: MentionKind.PRODUCT,
}
_SAID = re.compile(r"(?P<who>Q\w+(?: Q\w+)?) (?P<cue>said) that (?P<content>[^.]+)\.")
_COUNTED = re.compile(r"(?P<number>\d,\d{3}) members in (?P<year>\d{4})")


def annotate(revision: Revision, house: House) -> None:
    """Accept every name, every statement and every figure in the words."""
    subjects = list(chain(house.people, house.organizations, house.topics))
    Mention.objects.bulk_create(_mentions(revision, subjects))
    Citation.objects.bulk_create(_citations(revision, subjects))
    Figure.objects.bulk_create(_figures(revision))


def _mentions(revision: Revision, subjects: Sequence[AnySubject]) -> Iterator[Mention]:
    for one in subjects:
        for found in re.finditer(re.escape(one.name), revision.text):
            yield Mention(
                **_anchor(revision, *found.span()),
                kind=_KINDS[type(one)],
                name=one.name,
                key=one.slug,
                **{str(one.facet_kind): one},
            )


def _citations(revision: Revision, subjects: Sequence[AnySubject]) -> Iterator[Citation]:
    known = {one.name: one for one in subjects}
    for found in _SAID.finditer(revision.text):
        source = known[found["who"]]
        yield Citation(
            **_anchor(revision, *found.span()),
            kind=CitationKind.PARAPHRASE,
            cue_start=found.start("cue"),
            cue_end=found.end("cue"),
            cue=found["cue"],
            content=[list(found.span("content"))],
            source_type=SourceType.PERSON if isinstance(source, Person) else SourceType.ORG,
            source_start=found.start("who"),
            source_end=found.end("who"),
            source_words=found["who"],
            source_key=source.slug,
            medium="statement",
            link_state=LinkState.NONE,
            **{str(source.facet_kind): source},
        )


def _figures(revision: Revision) -> Iterator[Figure]:
    for found in _COUNTED.finditer(revision.text):
        yield Figure(
            **_anchor(revision, *found.span("number")),
            value=Decimal(found["number"].replace(",", "")),
            unit="members",
            measures="members counted",
            as_of=found["year"],
        )


def _anchor(revision: Revision, start: int, end: int) -> dict[str, Any]:
    text = revision.text
    return {
        "revision": revision,
        "start": start,
        "end": end,
        "quote": text[start:end],
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
        "score": 1.0,
        "method": METHOD,
        "judgement": Verdict.ACCEPTED,
        "judged_at": slots.INSTANT,
    }
