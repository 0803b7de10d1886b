"""The forms of an article: its words, its description, its questions, cards and authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Q
from django.forms import formset_factory
from django_prose_editor.fields import ProseEditorFormField
from unfold.widgets import (
    UnfoldAdminExpandableTextareaWidget,
    UnfoldAdminSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldAdminURLInputWidget,
)

from articles.actions.revise_article import Card, Question
from articles.models import Article, Image, Person
from articles.selectors.desk import possible_authors

if TYPE_CHECKING:
    from articles.actions.describe_article import Author

# What a body is made of; the engine's sanitizer, which has the last word, keeps the same.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Code": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "CodeBlock": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "History": True,
}

PICTURES_OFFERED = 200


class MomentInput(forms.DateTimeInput):
    """A date and a time in the zone that is active, entered in one field."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        """Take the theme's look."""
        classes = " ".join(UnfoldAdminTextInputWidget().attrs["class"].split())
        super().__init__(attrs={"class": classes}, format="%Y-%m-%dT%H:%M")


class ArticleForm(forms.ModelForm[Article]):
    """An article's words and description. `version` is the state that the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    headline = forms.CharField(max_length=300, widget=UnfoldAdminTextInputWidget())
    summary = forms.CharField(
        required=False, widget=UnfoldAdminExpandableTextareaWidget(attrs={"rows": 2})
    )
    body = ProseEditorFormField(
        required=False, config={"extensions": EXTENSIONS}, widget=AdminTextareaWidget
    )
    note = forms.CharField(
        required=False,
        max_length=300,
        label="Why",
        widget=UnfoldAdminTextInputWidget(
            attrs={"placeholder": "For the history; readers do not see it"}
        ),
    )

    class Meta:
        model = Article
        fields = [
            "section",
            "kind",
            "slug",
            "language",
            "topics",
            "lead_image",
            "primary_source_name",
            "primary_source_url",
            "source_stamp",
            "source_stamped_at",
        ]
        widgets = {
            "section": UnfoldAdminSelectWidget(),
            "kind": UnfoldAdminSelectWidget(),
            "slug": UnfoldAdminTextInputWidget(),
            "language": UnfoldAdminTextInputWidget(),
            "topics": UnfoldAdminSelectMultipleWidget(attrs={"size": 6}),
            "lead_image": UnfoldAdminSelectWidget(),
            "primary_source_name": UnfoldAdminTextInputWidget(),
            "primary_source_url": UnfoldAdminURLInputWidget(),
            "source_stamp": UnfoldAdminTextInputWidget(),
            "source_stamped_at": MomentInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the newest pictures, and the one that is chosen."""
        super().__init__(*args, **kwargs)
        newest = Image.objects.order_by("-pk").values("pk")[:PICTURES_OFFERED]
        chosen = Q(pk=self.instance.lead_image_id)
        offered = Image.objects.filter(Q(pk__in=newest) | chosen).order_by("-pk")
        self.fields["lead_image"].queryset = offered  # type: ignore[attr-defined]

    WORDS = ("headline", "summary", "body", "note")

    @property
    def words(self) -> dict[str, str]:
        """Return the cleaned words, as `revise_article` takes them."""
        return {name: self.cleaned_data[name] for name in self.WORDS}

    @property
    def description(self) -> dict[str, Any]:
        """Return the cleaned columns and topics, as `describe_article` takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class QuestionForm(forms.Form):
    """One question with its answer."""

    question = forms.CharField(max_length=500, widget=UnfoldAdminTextInputWidget())
    answer = forms.CharField(widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}))


class CardForm(forms.Form):
    """One person card, as the post printed it."""

    name = forms.CharField(max_length=200, widget=UnfoldAdminTextInputWidget())
    handle = forms.CharField(max_length=100, required=False, widget=UnfoldAdminTextInputWidget())
    bio = forms.CharField(required=False, widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}))

    def clean_handle(self) -> str:
        """Return the handle without its at sign."""
        handle: str = self.cleaned_data["handle"]
        return handle.removeprefix("@")


class AuthorForm(forms.Form):
    """One author in the byline."""

    person = forms.ModelChoiceField(
        queryset=Person.objects.none(), label="Author", widget=UnfoldAdminSelectWidget()
    )
    role = forms.CharField(max_length=60, required=False, widget=UnfoldAdminTextInputWidget())

    def __init__(self, *args: Any, authors: Any, **kwargs: Any) -> None:
        """Offer `authors`, a queryset of people."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = authors  # type: ignore[attr-defined]


QuestionFormSet = formset_factory(QuestionForm, extra=1, can_delete=True, max_num=50)
CardFormSet = formset_factory(CardForm, extra=1, can_delete=True, max_num=50)
AuthorFormSet = formset_factory(AuthorForm, extra=1, can_delete=True, max_num=20)


class ArticleForms:
    """All forms of the edit page together, bound to one request or to what is stored."""

    def __init__(self, article: Article, data: Any = None) -> None:
        """Fill the forms from the draft, or from `data` where somebody sent it."""
        revision = article.draft_revision
        words = {"headline": "", "summary": "", "body": ""}
        if revision is not None:
            words = {name: getattr(revision, name) for name in words}
        faq = revision.faq.all() if revision is not None else []
        self.form = ArticleForm(
            data, instance=article, initial={**words, "version": article.version}
        )
        self.faq = QuestionFormSet(
            data,
            prefix="faq",
            initial=[{"question": row.question, "answer": row.answer} for row in faq],
        )
        self.cards = CardFormSet(
            data, prefix="cards", initial=revision.cards if revision is not None else []
        )
        self.authors = AuthorFormSet(
            data,
            prefix="authors",
            initial=[
                {"person": row.person_id, "role": row.role}
                for row in article.bylines.order_by("position")
            ],
            form_kwargs={"authors": possible_authors(article)},
        )

    def is_valid(self) -> bool:
        """Return whether every form is, having looked at all of them."""
        forms_of_page = (self.form, self.faq, self.cards, self.authors)
        return all([one.is_valid() for one in forms_of_page])  # noqa: C419  # each shows its errors

    @property
    def media(self) -> forms.Media:
        """Return what the page must load."""
        return self.form.media

    def questions(self) -> list[Question]:
        """Return the questions that stay, in order."""
        return [Question(row["question"], row["answer"]) for row in _kept(self.faq)]

    def people(self) -> list[Card]:
        """Return the cards that stay, in order."""
        return [Card(row["name"], row["handle"], row["bio"]) for row in _kept(self.cards)]

    def byline(self) -> list[Author]:
        """Return the authors that stay, in order, nobody twice."""
        rows = {row["person"]: row["role"] for row in _kept(self.authors)}
        return list(rows.items())


def _kept(formset: Any) -> list[dict[str, Any]]:
    return [
        form.cleaned_data
        for form in formset.forms
        if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]
