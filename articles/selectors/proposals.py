"""The questions that the engine asks a reviewer: names, sources and figures of one revision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from articles.models import (
    Annotation,
    AnySubject,
    Figure,
    Layer,
    Mention,
    MentionKind,
    Revision,
    User,
    Verdict,
    subject_of,
)

SURE = 0.9
"""From this score on a proposal may be accepted together with others."""

NAME_GROUPS = {
    MentionKind.PERSON: "People",
    MentionKind.HANDLE: "People",
    MentionKind.ORG: "Organizations",
    MentionKind.NORP: "Groups",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question to the reviewer. Names ask once for all mentions of one entity."""

    layer: Layer
    pk: int
    group: str
    title: str
    kind: str
    rows: tuple[Annotation, ...]
    candidate: AnySubject | None = None
    number: int | None = None
    details: tuple[tuple[str, str], ...] = ()

    @property
    def anchor(self) -> str:
        """Return the proposal's id on the page."""
        return f"{self.layer}-{self.pk}"

    @property
    def verdict(self) -> Verdict:
        """Return the answer, which is none while one of the rows has none."""
        answers = {Verdict(row.judgement) for row in self.rows}
        return answers.pop() if len(answers) == 1 else Verdict.NONE

    @property
    def is_open(self) -> bool:
        """Return whether it still waits for an answer."""
        return self.verdict == Verdict.NONE

    @property
    def score(self) -> float:
        """Return how sure the engine is of the least sure row."""
        return min(row.score for row in self.rows)

    @property
    def is_sure(self) -> bool:
        """Return whether it may be accepted together with others."""
        return self.is_open and self.score >= SURE and not self.is_orphan

    @property
    def is_likely(self) -> bool:
        """Return whether it is shown without being asked for: answered, a source, or likely enough."""
        if self.layer == Layer.CITATION or not self.is_open:
            return True
        return max(row.score for row in self.rows) >= settings.PROPOSALS_SHOWN_FROM

    @property
    def methods(self) -> str:
        """Return how the rows were found, each method once."""
        return ", ".join(dict.fromkeys(row.method for row in self.rows))

    @property
    def reason(self) -> str:
        """Return why the engine thinks so."""
        return next((row.reason for row in self.rows if row.reason), "")

    @property
    def is_orphan(self) -> bool:
        """Return whether its words were not found again after an edit."""
        return all(row.is_orphan for row in self.rows)

    @property
    def judged_by(self) -> User | None:
        """Return who answered."""
        return self.rows[0].judged_by

    @property
    def judged_at(self) -> dt.datetime | None:
        """Return when it was answered."""
        return self.rows[0].judged_at


def proposals_of(revision: Revision) -> list[Proposal]:
    """Return every proposal of a revision, in the order of the text. Costs three queries."""
    return [*_names(revision), *_citations(revision), *_figures(revision)]


def _names(revision: Revision) -> list[Proposal]:
    rows = revision.mentions.select_related("person", "organization", "topic", "judged_by")
    grouped: dict[tuple[str, bool], list[Mention]] = {}
    for row in rows:
        grouped.setdefault((row.key, row.is_orphan), []).append(row)
    return [_name(same) for same in grouped.values()]


def _name(rows: Sequence[Mention]) -> Proposal:
    first = rows[0]
    spellings = dict.fromkeys(row.quote for row in rows)
    return Proposal(
        layer=Layer.MENTION,
        pk=first.pk,
        group=NAME_GROUPS.get(MentionKind(first.kind), "Topics"),
        title=first.name,
        kind=MentionKind(first.kind).label,
        rows=tuple(rows),
        candidate=next((subject for row in rows if (subject := subject_of(row))), None),
        details=(("Written as", ", ".join(spellings)),) if len(spellings) > 1 else (),
    )


def _citations(revision: Revision) -> list[Proposal]:
    rows = revision.citations.select_related("person", "organization", "judged_by").order_by(
        "start", "cue_start", "pk"
    )
    return [
        Proposal(
            layer=Layer.CITATION,
            pk=row.pk,
            group="Sources",
            title=row.quote,
            kind=row.get_kind_display(),
            rows=(row,),
            candidate=row.person or row.organization,
            number=number,
            details=_filled(
                ("Source", row.source_words or row.get_source_type_display()),
                ("Cue", row.cue),
                ("Cited", " ".join(filter(None, [row.medium, row.cited_date]))),
                ("Link", row.url or row.get_link_state_display()),
            ),
        )
        for number, row in enumerate(rows, 1)
    ]


def _figures(revision: Revision) -> list[Proposal]:
    rows = revision.figures.select_related("judged_by")
    return [_figure(row) for row in rows]


def _figure(row: Figure) -> Proposal:
    return Proposal(
        layer=Layer.FIGURE,
        pk=row.pk,
        group="Figures",
        title=row.quote,
        kind="Figure",
        rows=(row,),
        details=_filled(
            ("Value", f"{row.qualifier} {row.value.normalize():,f} {row.unit}".strip()),
            ("Measures", row.measures),
            ("As of", row.as_of),
            ("Until", row.horizon),
        ),
    )


def _filled(*details: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(detail for detail in details if detail[1])
