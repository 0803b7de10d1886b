"""Answers to the engine's questions: by button without scripts, by fetch with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from articles.actions.answer_finding import answer_finding
from articles.actions.exclude_name import NameInUse, exclude_name
from articles.actions.judge_citation import judge_citation
from articles.actions.judge_figure import judge_figure
from articles.actions.judge_mention import judge_mention
from articles.actions.lock_annotation import Replaced
from articles.admin.desk_pages import find_article, page_context, person_of
from articles.admin.review import review_address
from articles.models import (
    Article,
    Finding,
    FindingStatus,
    Layer,
    LinkState,
    Organization,
    Person,
    User,
    Verdict,
)
from articles.policies import NotAllowed, can_judge
from articles.selectors.candidates import find_subjects, subject_by_key
from articles.selectors.proposals import Proposal
from articles.selectors.review import review_sheet

BAD_REQUEST = 400
CONFLICT = 409


def the_one_called(name: str) -> Any:
    """Return the only record with this name. Raises ValidationError for none and for several."""
    same = [one.subject for one in find_subjects(name) if one.name.casefold() == name.casefold()]
    if len(same) != 1:
        message = f"{len(same) or 'No'} records are called “{name}”. Choose one, or create it."
        raise ValidationError(message)
    return same[0]


class AnswerForm(forms.Form):
    """One answer to one question. What a layer does not know is ignored for it."""

    question = forms.RegexField(r"\A(mention|citation|figure)-\d{1,18}\Z")
    answer = forms.ChoiceField(choices=Verdict.choices)
    target = forms.CharField(required=False, max_length=40)
    name = forms.CharField(required=False, max_length=200)
    create = forms.BooleanField(required=False)
    url = forms.CharField(required=False, max_length=2000)
    no_link = forms.BooleanField(required=False)
    never = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Find who is meant: by key, or by a name that only one subject has."""
        cleaned = super().clean() or {}
        name, key = cleaned.get("name", "").strip(), cleaned.get("target", "")
        cleaned["subject"] = subject_by_key(key) if key else None
        if key and cleaned["subject"] is None:
            self.add_error("target", "There is no such record.")
        if name and not key and not cleaned.get("create"):
            cleaned["subject"] = self._named(name)
        if not self.errors and self._names_nobody(cleaned):
            self.add_error("name", "Say who or what is meant.")
        return cleaned

    @staticmethod
    def _names_nobody(cleaned: dict[str, Any]) -> bool:
        """Return whether a name is to be changed to nothing; a source may change its link alone."""
        return (
            cleaned["answer"] == Verdict.CHANGED
            and cleaned["question"].startswith(Layer.MENTION)
            and cleaned["subject"] is None
            and not (cleaned["create"] and cleaned["name"].strip())
        )

    def _named(self, name: str) -> Any:
        try:
            return the_one_called(name)
        except ValidationError as refusal:
            self.add_error("name", refusal)
            return None


@require_POST
def judge(request: HttpRequest, article_id: int) -> HttpResponse:
    """Record one answer. Returns the question as it stands then, or goes back to the page."""
    article = judged_article(request, article_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _refused(request, article, form)
    proposal = review_sheet(article).proposal(form.cleaned_data["question"])
    if proposal is None:
        message = "No such question."
        raise Http404(message)
    try:
        with transaction.atomic():
            _answer(proposal, form.cleaned_data, by=person_of(request))
    except ValidationError as refusal:
        form.add_error("url", refusal)
        return _refused(request, article, form)
    except NameInUse as refusal:
        form.add_error("never", str(refusal))
        return _refused(request, article, form)
    except Replaced as refusal:
        return _too_late(request, article, refusal)
    return _answered(request, article, proposal)


@require_POST
def accept_sure(request: HttpRequest, article_id: int) -> HttpResponse:
    """Accept every open proposal of which the engine is sure, in one transaction."""
    article = judged_article(request, article_id)
    return _answer_all(request, article, review_sheet(article).sure, Verdict.ACCEPTED)


@require_POST
def reject_unlikely(request: HttpRequest, article_id: int) -> HttpResponse:
    """Reject every name and figure that was not likely enough to ask about, in one transaction."""
    article = judged_article(request, article_id)
    return _answer_all(request, article, review_sheet(article).unlikely, Verdict.REJECTED)


def _answer_all(
    request: HttpRequest, article: Article, proposals: Sequence[Proposal], verdict: Verdict
) -> HttpResponse:
    """Give one answer to many questions, and go back to the page."""
    try:
        with transaction.atomic():
            for proposal in proposals:
                _answer(proposal, {"answer": verdict}, by=person_of(request))
    except Replaced as refusal:
        return _too_late(request, article, refusal)
    messages.success(request, f"{len(proposals)} proposals {verdict.value}.")
    return redirect(review_address(article))


@require_POST
def answer_remark(request: HttpRequest, article_id: int, finding_id: int) -> HttpResponse:
    """Resolve, dismiss or reopen a finding, with a note."""
    article = judged_article(request, article_id)
    finding = get_object_or_404(Finding, pk=finding_id, revision=article.draft_revision_id)
    status = request.POST.get("status", "")
    if status not in FindingStatus.values:
        message = "No such answer."
        raise Http404(message)
    note = request.POST.get("note", "").strip()[:300]
    try:
        answer_finding(
            finding_id=finding.pk, by=person_of(request), status=FindingStatus(status), note=note
        )
    except Replaced as refusal:
        return _too_late(request, article, refusal)
    if _wants_json(request):
        return _state(request, article, f"finding-{finding.pk}")
    return redirect(review_address(article, f"finding-{finding.pk}"))


def judged_article(request: HttpRequest, article_id: int) -> Article:
    """Return an article that the person may judge. Raises Http404, or NotAllowed."""
    article = find_article(request, article_id)
    if not can_judge(person_of(request), article):
        verb = "judge"
        raise NotAllowed(verb)
    return article


def _answer(proposal: Proposal, answer: dict[str, Any], *, by: User) -> None:
    verdict = Verdict(answer["answer"])
    if proposal.layer == Layer.FIGURE:
        judge_figure(figure_id=proposal.pk, by=by, answer=verdict)
    elif proposal.layer == Layer.CITATION:
        _answer_citation(proposal, verdict, answer, by=by)
    else:
        judge_mention(
            mention_id=proposal.pk,
            by=by,
            answer=verdict,
            target=answer.get("subject"),
            new_name=answer.get("name", "") if answer.get("create") else "",
        )
        if answer.get("never"):
            for spelling in dict.fromkeys(row.quote for row in proposal.rows):
                exclude_name(text=spelling, by=by)


def _answer_citation(
    proposal: Proposal, verdict: Verdict, answer: dict[str, Any], *, by: User
) -> None:
    subject = answer.get("subject")
    judge_citation(
        citation_id=proposal.pk,
        by=by,
        answer=verdict,
        url=answer.get("url") or None,
        link_state=LinkState.NONE if answer.get("no_link") else None,
        person=subject if isinstance(subject, Person) else None,
        organization=subject if isinstance(subject, Organization) else None,
    )


def _answered(request: HttpRequest, article: Article, proposal: Proposal) -> HttpResponse:
    if _wants_json(request):
        return _state(request, article, proposal.anchor)
    return redirect(review_address(article, proposal.anchor))


def _state(request: HttpRequest, article: Article, anchor: str) -> JsonResponse:
    """Return one question as it stands now, drawn, with the number of those still open."""
    sheet = review_sheet(article)
    context = page_context(request, article, page="review")
    proposal = sheet.proposal(anchor)
    if proposal is not None:
        html = render_to_string("desk/_proposal.html", {**context, "proposal": proposal}, request)
    else:
        remark = next(one for one in sheet.remarks if one.anchor == anchor)
        html = render_to_string("desk/_remark.html", {**context, "remark": remark}, request)
    return JsonResponse(
        {
            "html": html,
            "open": sheet.open_count,
            "open_findings": sheet.open_remarks,
            "sure": len(sheet.sure),
        }
    )


def _refused(request: HttpRequest, article: Article, form: AnswerForm) -> HttpResponse:
    reasons = [str(reason) for errors in form.errors.values() for reason in errors]
    if _wants_json(request):
        return JsonResponse({"errors": reasons}, status=BAD_REQUEST)
    messages.error(request, " ".join(reasons))
    return redirect(review_address(article, request.POST.get("question", "")))


def _too_late(request: HttpRequest, article: Article, refusal: Replaced) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"errors": [str(refusal)]}, status=CONFLICT)
    messages.error(request, str(refusal))
    return redirect(review_address(article))


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
