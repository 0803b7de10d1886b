"""The publishing page: every move of an article, with what speaks against it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from articles.actions.approve_article import approve_article
from articles.actions.choose_lead import CannotLead, choose_lead
from articles.actions.correct_article import NothingToCorrect, correct_article
from articles.actions.lock_article import StaleVersion
from articles.actions.move_article import WrongState
from articles.actions.publish_article import CannotPublish, publish_article
from articles.actions.release_lead import release_lead
from articles.actions.return_article import return_article
from articles.actions.submit_article import submit_article
from articles.actions.withdraw_article import withdraw_article
from articles.admin.article_forms import MomentInput
from articles.admin.desk_pages import find_article, page_context, person_of
from articles.models import LIVE_STATUSES, Article, Lead, Status, User

CONFLICT = 409


class NoteForm(forms.Form):
    """A comment for the history."""

    note = forms.CharField(required=False, max_length=300, widget=UnfoldAdminTextInputWidget())


class VersionForm(forms.Form):
    """The state that the person looked at: what changed since is not published unseen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ScheduleForm(VersionForm):
    """The hour from which the public may read, and perhaps until when."""

    visible_from = forms.DateTimeField(label="Public from", widget=MomentInput())
    visible_until = forms.DateTimeField(
        required=False, label="Public until", widget=MomentInput(), help_text="Empty: for good."
    )

    def clean_visible_from(self) -> dt.datetime:
        """Return an hour that lies ahead."""
        moment: dt.datetime = self.cleaned_data["visible_from"]
        if moment <= timezone.now():
            message = "This hour has passed. To publish at once, use “Publish now”."
            raise forms.ValidationError(message)
        return moment


class LeadForm(forms.Form):
    """Where it leads, and perhaps until when."""

    place = forms.ChoiceField(
        choices=[("section", "Its section"), ("front", "The front page")],
        widget=UnfoldAdminSelectWidget(),
    )
    until = forms.DateTimeField(
        required=False,
        label="Until",
        widget=MomentInput(),
        help_text="Empty: until another is chosen. What is not public leads nothing.",
    )


class WithdrawForm(forms.Form):
    """Whether readers find a note in the article's place."""

    note = forms.CharField(
        required=False,
        label="Public note",
        help_text="Readers find it in the article's place. Empty: as if it never was.",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )


class CorrectionForm(forms.Form):
    """What was wrong, and what is right."""

    note = forms.CharField(
        label="Note to readers", widget=UnfoldAdminTextareaWidget(attrs={"rows": 2})
    )
    was = forms.CharField(
        required=False, label="What was wrong", widget=UnfoldAdminTextInputWidget()
    )
    now = forms.CharField(
        required=False, label="What is right", widget=UnfoldAdminTextInputWidget()
    )


@dataclass(frozen=True, slots=True)
class Move:
    """One button: from which states, by whom, with which form, and what it does."""

    name: str
    label: str
    done: str
    states: tuple[Status, ...]
    needs: str
    form: type[forms.Form]
    act: Callable[..., Any]
    help: str = ""


def _publish(*, article_id: int, by: User, version: int, **window: Any) -> Article:
    return publish_article(article_id=article_id, by=by, expected_version=version, **window)


def _lead(*, article_id: int, by: User, place: str, until: dt.datetime | None) -> Lead:
    return choose_lead(article_id=article_id, by=by, on_front=place == "front", until=until)


MOVES = (
    Move(
        "submit", "Submit for review", "Handed over for review.",
        (Status.DRAFT,), "may_edit", NoteForm, submit_article,
    ),
    Move(
        "approve", "Approve", "Approved.",
        (Status.DRAFT, Status.IN_REVIEW), "may_publish", NoteForm, approve_article,
    ),
    Move(
        "return", "Give back", "Given back to its writer.",
        (Status.IN_REVIEW, Status.APPROVED), "may_publish", NoteForm, return_article,
    ),
    Move(
        "publish", "Publish now", "Published.",
        tuple(Status), "may_publish", VersionForm, _publish,
        help="The draft becomes what readers see, at once.",
    ),
    Move(
        "schedule", "Schedule", "Scheduled.",
        tuple(status for status in Status if status != Status.PUBLISHED),
        "may_publish", ScheduleForm, _publish,
    ),
    Move(
        "correct", "Add a correction", "The note goes out with the next publication.",
        LIVE_STATUSES, "may_publish", CorrectionForm, correct_article,
    ),
    Move(
        "lead", "Let it lead", "It leads from now on.",
        LIVE_STATUSES, "may_publish", LeadForm, _lead,
        help="It opens its section or the front page, in place of whichever did.",
    ),
    Move(
        "release", "Let the newest lead again", "The newest leads where this article did.",
        LIVE_STATUSES, "may_publish", forms.Form, release_lead,
    ),
    Move(
        "withdraw", "Withdraw", "Withdrawn.",
        LIVE_STATUSES, "may_publish", WithdrawForm, withdraw_article,
    ),
)  # fmt: skip


def publishing(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the moves that are open, or make the one that was chosen."""
    article = find_article(request, article_id)
    if request.method != "POST":
        return _page(request, article)
    move = next((one for one in MOVES if one.name == request.POST.get("move")), None)
    if move is None:
        message = "No such move."
        raise Http404(message)
    form = move.form(request.POST, prefix=move.name)
    if not form.is_valid():
        return _page(request, article, tried={move.name: form})
    try:
        move.act(article_id=article.pk, by=person_of(request), **form.cleaned_data)
    except (WrongState, CannotPublish, CannotLead, NothingToCorrect) as refusal:
        messages.error(request, str(refusal) or "Only what is public can be corrected.")
        return _page(request, article, tried={move.name: form}, status=CONFLICT)
    except StaleVersion as refusal:
        messages.error(request, f"{refusal} Look at it once more, then publish.")
        return _page(request, find_article(request, article_id), status=CONFLICT)
    messages.success(request, move.done)
    return redirect("admin:articles_article_publishing", article.pk)


def _page(
    request: HttpRequest,
    article: Article,
    *,
    tried: dict[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = page_context(request, article, page="publishing")
    moves = [
        {"move": move, "form": (tried or {}).get(move.name) or _form(move, article)}
        for move in MOVES
        if article.status in move.states and context[move.needs]
    ]
    context |= {
        "moves": moves,
        "corrections": article.corrections.select_related("created_by"),
        "zone": timezone.get_current_timezone_name(),
        "draft_is_live": article.draft_revision_id == article.live_revision_id,
    }
    return TemplateResponse(request, "desk/publishing.html", context, status=status)


def _form(move: Move, article: Article) -> forms.Form:
    return move.form(initial={"version": article.version}, prefix=move.name)
