"""One article as its reviewer sees it: the text with its marks, and every question about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import (
    Annotation,
    Article,
    Citation,
    Finding,
    FindingStatus,
    Mention,
    Revision,
    Severity,
)
from articles.selectors.passages import Block, Mark, cut
from articles.selectors.proposals import Proposal, proposals_of

FLAG = "⚑"
"""What is printed behind a passage of a finding; a source has its number there."""

HEADINGS = ["People", "Organizations", "Topics", "Groups", "Sources", "Figures"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One of the passages that a finding compares."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with its passages."""

    finding: Finding
    passages: tuple[Passage, ...]

    @property
    def anchor(self) -> str:
        """Return the finding's id on the page."""
        return f"finding-{self.finding.pk}"

    @property
    def is_open(self) -> bool:
        """Return whether nobody has answered it."""
        return self.finding.status == FindingStatus.OPEN


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """Everything on the review page."""

    revision: Revision
    blocks: list[Block]
    proposals: list[Proposal]
    remarks: list[Remark]

    @property
    def groups(self) -> dict[str, list[Proposal]]:
        """Return the likely proposals by heading, headings in the order of the page."""
        likely = [one for one in self.proposals if one.is_likely]
        grouped = {name: [one for one in likely if one.group == name] for name in HEADINGS}
        return {name: proposals for name, proposals in grouped.items() if proposals}

    @property
    def unlikely(self) -> list[Proposal]:
        """Return the names and figures that are not likely enough to ask about, most likely first."""
        found = [one for one in self.proposals if not one.is_likely]
        return sorted(found, key=lambda one: -one.score)

    @property
    def likely_count(self) -> int:
        """Return how many proposals are shown without being asked for."""
        return sum(one.is_likely for one in self.proposals)

    @property
    def open_count(self) -> int:
        """Return how many of these wait."""
        return sum(one.is_open and one.is_likely for one in self.proposals)

    @property
    def open_remarks(self) -> int:
        """Return how many findings wait."""
        return sum(one.is_open for one in self.remarks)

    @property
    def sure(self) -> list[Proposal]:
        """Return the proposals that may be accepted in one go."""
        return [one for one in self.proposals if one.is_sure]

    def proposal(self, anchor: str) -> Proposal | None:
        """Return the proposal of that id."""
        return next((one for one in self.proposals if one.anchor == anchor), None)


def review_sheet(article: Article) -> ReviewSheet:
    """Return the review of an article's draft, at a constant number of queries.

    Raises Revision.DoesNotExist for an article that has no words.
    """
    revision = article.draft_revision
    if revision is None:
        raise Revision.DoesNotExist
    proposals = proposals_of(revision)
    findings = sorted(revision.findings.select_related("answered_by"), key=_gravest_first)
    remarks = [_remark(finding, revision.text) for finding in findings]
    marks = [*_marks(proposals), *_finding_marks(findings)]
    return ReviewSheet(
        revision=revision,
        blocks=cut(revision.text, [tuple(part) for part in revision.parts], marks),
        proposals=proposals,
        remarks=remarks,
    )


def _gravest_first(finding: Finding) -> tuple[int, int]:
    return Severity.values.index(finding.severity), finding.pk


def _remark(finding: Finding, text: str) -> Remark:
    passages = tuple(
        Passage(f"finding-{finding.pk}-{number}", text[start:end])
        for number, (start, end) in enumerate(finding.spans)
    )
    return Remark(finding, passages)


def _marks(proposals: Iterable[Proposal]) -> Iterable[Mark]:
    for proposal in proposals:
        for row in proposal.rows:
            if row.is_orphan:
                continue
            style = f"{proposal.layer} {_style(row)} {proposal.layer}-is-{proposal.verdict}"
            style += "" if proposal.is_likely else " is-unlikely"
            yield Mark(row.start, row.end, proposal.anchor, style)
            if isinstance(row, Citation):
                start, end = row.cue_start or row.start, row.cue_end or row.end
                yield Mark(start, end, proposal.anchor, "cue", note=str(proposal.number))


def _style(row: Annotation) -> str:
    return f"kind-{row.kind.lower()}" if isinstance(row, Mention) else "kind-none"


def _finding_marks(findings: Iterable[Finding]) -> Iterable[Mark]:
    for finding in findings:
        if finding.status != FindingStatus.OPEN:
            continue
        for number, (start, end) in enumerate(finding.spans):
            yield Mark(
                start,
                end,
                f"finding-{finding.pk}-{number}",
                f"finding {finding.severity}",
                note=FLAG,
            )
