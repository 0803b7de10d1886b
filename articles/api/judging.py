"""Answers to what the engine proposes of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema_view
from rest_framework.request import Request
from rest_framework.serializers import Serializer

from articles.actions.answer_finding import answer_finding
from articles.actions.judge_citation import judge_citation
from articles.actions.judge_figure import judge_figure
from articles.actions.judge_mention import judge_mention
from articles.actions.lock_annotation import Replaced
from articles.api import desk_examples
from articles.api.answers import written
from articles.api.bodies import checked
from articles.api.citations import LARGEST_ID
from articles.api.description import NUMBER, Decorator
from articles.api.draft_records import finding_record, proposal_record
from articles.api.idempotency import once
from articles.api.problems import Problem, invalid
from articles.api.rendering import to_json
from articles.api.schemas import (
    CitationJudgementInput,
    FindingAnswerInput,
    FindingRecord,
    JudgementInput,
    MentionJudgementInput,
    ProposedCitation,
    ProposedFigure,
    ProposedMention,
)
from articles.api.views import DeskView
from articles.api.writing_description import describe_write
from articles.models import (
    SUBJECT_MODELS,
    AnySubject,
    Citation,
    Figure,
    Finding,
    FindingStatus,
    LinkState,
    Mention,
    Organization,
    Person,
    Scope,
    User,
    Verdict,
)
from articles.selectors import catalogue

SCOPES = (Scope.PROPOSALS_JUDGE,)
OF_THE_DRAFT = " Ids are those of the draft as it is: new words bring new ones."


def _described(
    summary: str,
    description: str,
    *,
    body: type[Serializer[Any]],
    example: Mapping[str, Any],
    answer: type[Serializer[Any]],
    answer_example: Mapping[str, Any],
) -> Decorator:
    described: Decorator = extend_schema_view(
        post=describe_write(
            summary,
            description + OF_THE_DRAFT,
            path=NUMBER,
            body=body,
            example=example,
            answer=answer,
            answer_example=answer_example,
            scopes=SCOPES,
            problems=("not-found", "replaced"),
        )
    )
    return described


class _AnswerView(DeskView):
    """One question about a draft that the key's user works on, answered by POST."""

    http_method_names = ["post"]
    scopes: ClassVar = {"POST": SCOPES}
    model: ClassVar[Any]
    form: ClassVar[type[Serializer[Any]]] = JudgementInput

    @once
    @transaction.atomic
    def post(self, request: Request, pk: int) -> HttpResponse:
        """Record the answer and return the question as it stands then."""
        if pk > LARGEST_ID or catalogue.proposed(self.model, pk, user=self.user) is None:
            raise Problem("not-found")
        values = checked(self.form(data=request.data), request.data)
        try:
            self.answer(pk, values)
        except Replaced as error:
            raise Problem("replaced", str(error)) from error
        except ValidationError as error:
            raise invalid({"url": error.messages[0]}) from error
        row: Any = catalogue.proposed(self.model, pk, user=self.user)
        record = finding_record(row) if isinstance(row, Finding) else proposal_record(row)
        return written(to_json(record))

    def answer(self, pk: int, values: Mapping[str, Any]) -> None:
        """Call the action."""
        raise NotImplementedError


@_described(
    "Judge a mention",
    "Says who or what a name means, for all mentions of the same entity in the draft.",
    body=MentionJudgementInput,
    example=desk_examples.MENTION_JUDGEMENT,
    answer=ProposedMention,
    answer_example=desk_examples.MENTION,
)
class MentionJudgement(_AnswerView):
    """A name."""

    model = Mention
    form = MentionJudgementInput

    def answer(self, pk: int, values: Mapping[str, Any]) -> None:
        """Judge the mention."""
        judge_mention(
            mention_id=pk,
            by=self.user,
            answer=Verdict(values["answer"]),
            target=_target(values, self.user),
            new_name=values.get("new_name", ""),
            everywhere=values["everywhere"],
        )


@_described(
    "Judge a citation",
    "Says whether a statement rests on this source, and where it can be read.",
    body=CitationJudgementInput,
    example=desk_examples.CITATION_JUDGEMENT,
    answer=ProposedCitation,
    answer_example=desk_examples.CITATION,
)
class CitationJudgement(_AnswerView):
    """A source."""

    model = Citation
    form = CitationJudgementInput

    def answer(self, pk: int, values: Mapping[str, Any]) -> None:
        """Judge the citation."""
        target = _target(values, self.user)
        judge_citation(
            citation_id=pk,
            by=self.user,
            answer=Verdict(values["answer"]),
            url=values.get("url"),
            link_state=LinkState.NONE if values["no_link"] else None,
            person=target if isinstance(target, Person) else None,
            organization=target if isinstance(target, Organization) else None,
        )


@_described(
    "Judge a figure",
    "Says whether a number was read rightly.",
    body=JudgementInput,
    example={"answer": "accepted"},
    answer=ProposedFigure,
    answer_example=desk_examples.FIGURE,
)
class FigureJudgement(_AnswerView):
    """A number."""

    model = Figure

    def answer(self, pk: int, values: Mapping[str, Any]) -> None:
        """Judge the figure."""
        judge_figure(figure_id=pk, by=self.user, answer=Verdict(values["answer"]))


@_described(
    "Answer a finding",
    "Says what became of a contradiction or a weakness.",
    body=FindingAnswerInput,
    example=desk_examples.FINDING_ANSWER,
    answer=FindingRecord,
    answer_example=desk_examples.FINDING,
)
class FindingAnswer(_AnswerView):
    """A finding."""

    model = Finding
    form = FindingAnswerInput

    def answer(self, pk: int, values: Mapping[str, Any]) -> None:
        """Answer the finding."""
        status = FindingStatus(values["status"])
        answer_finding(finding_id=pk, by=self.user, status=status, note=values["note"])


def _target(values: Mapping[str, Any], user: User) -> AnySubject | None:
    """Return the record that is named, if one is. Raises Problem where there is none."""
    named = values.get("target")
    if named is None:
        return None
    model: Any = SUBJECT_MODELS[named["type"]]
    found = catalogue.subject(model, named["id"], user=user)
    if found is None:
        raise invalid({"target": f"There is no {named['type']} {named['id'][:100]!r}."})
    return cast("AnySubject", found)
