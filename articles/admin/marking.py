"""Names that the engine missed, marked by hand on the review page."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from django.views.decorators.http import require_POST

from articles.actions.mark_name import CannotMark, mark_name
from articles.admin.desk_pages import person_of
from articles.admin.judging import judged_article, the_one_called
from articles.admin.review import review_address
from articles.models import Article, Layer, MentionKind
from articles.selectors.candidates import subject_by_key


class NameForm(forms.Form):
    """The words of the text, what kind of name they are, and whom they mean if that is known."""

    words = forms.CharField(max_length=200)
    kind = forms.TypedChoiceField(choices=MentionKind.choices, coerce=MentionKind)
    target = forms.CharField(required=False, max_length=40)
    name = forms.CharField(required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """Find who is meant: the record that was chosen, or the one of that name."""
        cleaned = super().clean() or {}
        key, name = cleaned.pop("target", ""), cleaned.pop("name", "")
        cleaned["target"] = subject_by_key(key) if key else None
        if key and cleaned["target"] is None:
            self.add_error("target", "There is no such record.")
        elif name and not key:
            cleaned["target"] = the_one_called(name)
        return cleaned


@require_POST
def mark(request: HttpRequest, article_id: int) -> HttpResponse:
    """Mark a name wherever it stands, and go to its question."""
    article = judged_article(request, article_id)
    form = NameForm(request.POST)
    if not form.is_valid():
        return _refused(request, article, [*map(str, chain(*form.errors.values()))])
    try:
        marked = mark_name(article_id=article.pk, by=person_of(request), **form.cleaned_data)
    except CannotMark as refusal:
        return _refused(request, article, [str(refusal)])
    places = f"{len(marked)} place{pluralize(len(marked))}"
    messages.success(request, f"“{marked[0].name}” is marked in {places}.")
    return redirect(review_address(article, f"{Layer.MENTION}-{marked[0].pk}"))


def _refused(request: HttpRequest, article: Article, reasons: list[str]) -> HttpResponse:
    messages.error(request, " ".join(reasons))
    return redirect(review_address(article, "mark"))
