"""What programs of the desk send."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from rest_framework import serializers

from articles.api.schemas.desk import DraftAuthor, DraftQuestion
from articles.api.schemas.images import ImageRecord
from articles.api.schemas.links import SUBJECT_TYPES
from articles.models import ArticleKind, FindingStatus, PostFormat, Verdict


class CardInput(serializers.Serializer[Any]):
    """A person card, as the post printed it."""

    name = serializers.CharField(max_length=200)
    handle = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    bio = serializers.CharField(required=False, allow_blank=True, default="")


class DraftChanges(serializers.Serializer[Any]):
    """What is to be changed of a draft. What is left out stays as it is."""

    headline = serializers.CharField(max_length=300, required=False)
    summary = serializers.CharField(required=False, allow_blank=True)
    body_html = serializers.CharField(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        help_text="HTML. What a body is not made of is taken out, as at the desk.",
    )
    faq: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=DraftQuestion(), required=False, max_length=50
    )
    cards: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=CardInput(), required=False, max_length=50
    )
    byline: serializers.ListSerializer[Any] = serializers.ListSerializer(
        child=DraftAuthor(),
        required=False,
        max_length=20,
        help_text="Those who write for the house.",
    )
    topics = serializers.ListField(
        child=serializers.CharField(max_length=200),
        required=False,
        max_length=100,
        help_text="By slug or id: what it is about, whether or not its words name it.",
    )
    section = serializers.CharField(max_length=80, required=False, help_text="By slug.")
    kind = serializers.ChoiceField(ArticleKind.choices, required=False)
    language = serializers.CharField(max_length=16, required=False)
    slug = serializers.SlugField(max_length=120, required=False)
    lead_image = serializers.UUIDField(
        required=False, allow_null=True, help_text="The id of a picture; null: none."
    )
    primary_source_name = serializers.CharField(max_length=200, required=False, allow_blank=True)
    primary_source_url = serializers.URLField(max_length=1000, required=False, allow_blank=True)
    source_stamp = serializers.CharField(max_length=100, required=False, allow_blank=True)
    source_stamped_at = serializers.DateTimeField(required=False, allow_null=True)
    note = serializers.CharField(
        max_length=300,
        required=False,
        allow_blank=True,
        help_text="Why the words change: for the history, readers do not see it.",
    )


class DraftInput(DraftChanges):
    """A new article. It needs a headline."""

    headline = serializers.CharField(max_length=300)


class TargetInput(serializers.Serializer[Any]):
    """Whom or what is meant."""

    type = serializers.ChoiceField(SUBJECT_TYPES)
    id = serializers.CharField(max_length=200, help_text="Its id or its slug.")


class JudgementInput(serializers.Serializer[Any]):
    """What is said of a proposal; `none` takes an answer back."""

    answer = serializers.ChoiceField(Verdict.choices)


class MentionJudgementInput(JudgementInput):
    """What is said of a name. `changed` says who is meant: a `target`, or a `new_name` to add."""

    target = TargetInput(required=False)
    new_name = serializers.CharField(max_length=200, required=False)
    everywhere = serializers.BooleanField(
        required=False, default=True, help_text="Of all mentions with the same `key`."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values, of which exactly one says who is meant where another is."""
        named = [name for name in ("target", "new_name") if name in attrs]
        if attrs["answer"] == Verdict.CHANGED and len(named) != 1:
            raise serializers.ValidationError({"target": "Give a target, or else a new_name."})
        if attrs["answer"] != Verdict.CHANGED and named:
            raise serializers.ValidationError({named[0]: "It goes with the answer changed."})
        return attrs


class CitationJudgementInput(JudgementInput):
    """What is said of a source. What is left out stays."""

    target = TargetInput(required=False, help_text="A person or an organization.")
    url = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    no_link = serializers.BooleanField(
        required=False, default=False, help_text="The text gives no link, on purpose."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values, which do not contradict each other."""
        if attrs["no_link"] and attrs.get("url"):
            raise serializers.ValidationError({"no_link": "There is a url."})
        if attrs.get("target", {}).get("type") == "topic":
            raise serializers.ValidationError({"target": "A topic says nothing."})
        return attrs


class FindingAnswerInput(serializers.Serializer[Any]):
    """What became of a finding."""

    status = serializers.ChoiceField(FindingStatus.choices)
    note = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class NoteInput(serializers.Serializer[Any]):
    """A comment for the history."""

    note = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class PublishInput(serializers.Serializer[Any]):
    """Until when it is public."""

    visible_until = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="Left out: for good."
    )


class ScheduleInput(PublishInput):
    """From when on it is public."""

    visible_from = serializers.DateTimeField(help_text="An hour that lies ahead.")

    def validate_visible_from(self, moment: dt.datetime) -> dt.datetime:
        """Return an hour that lies ahead."""
        if moment <= timezone.now():
            raise serializers.ValidationError("It has passed. To publish at once, use publish.")
        return moment


class CorrectionInput(serializers.Serializer[Any]):
    """What was wrong, and what is right."""

    note = serializers.CharField(help_text="What readers read.")
    was = serializers.CharField(required=False, allow_blank=True, default="")
    now = serializers.CharField(required=False, allow_blank=True, default="")


class WithdrawalInput(serializers.Serializer[Any]):
    """Whether readers find a note in the article's place."""

    note = serializers.CharField(
        required=False, allow_blank=True, default="", help_text="Empty: as if it never was."
    )


class ExtractInput(serializers.Serializer[Any]):
    """A text to read."""

    content = serializers.CharField(trim_whitespace=False, help_text="The words, as they are.")
    format = serializers.ChoiceField(
        PostFormat.choices, required=False, allow_null=True, default=None
    )
    published = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="What relative dates count from."
    )
    id = serializers.CharField(
        max_length=200, required=False, allow_blank=True, default="", help_text="Comes back."
    )


class ExtractRecord(serializers.Serializer[Any]):
    """What was found. Every offset is a code point of `text`."""

    id = serializers.CharField(allow_blank=True)
    text = serializers.CharField()
    engine = serializers.DictField(child=serializers.CharField(), help_text="What read it.")
    language = serializers.CharField(allow_null=True)
    mentions = serializers.ListField(child=serializers.DictField())
    citations = serializers.ListField(child=serializers.DictField())
    figures = serializers.ListField(child=serializers.DictField())
    dates = serializers.ListField(child=serializers.DictField())
    faq = serializers.ListField(child=serializers.DictField())
    findings = serializers.ListField(child=serializers.DictField())


class MediaInput(serializers.Serializer[Any]):
    """A picture with what a publication owes it."""

    file = serializers.FileField()
    alt = serializers.CharField(max_length=300, help_text="What it shows.")
    credit = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    licence = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    focal_x = serializers.FloatField(
        min_value=0, max_value=1, required=False, default=0.5, help_text="0 is the left edge."
    )
    focal_y = serializers.FloatField(
        min_value=0, max_value=1, required=False, default=0.5, help_text="0 is the top edge."
    )


class MediaRecord(serializers.Serializer[Any]):
    """A picture as the desk knows it."""

    id = serializers.UUIDField()
    address = serializers.URLField(help_text="Of this record, in this API.")
    alt = serializers.CharField()
    credit = serializers.CharField(allow_blank=True)
    licence = serializers.CharField(allow_blank=True)
    focal_x = serializers.FloatField()
    focal_y = serializers.FloatField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    image = ImageRecord(allow_null=True, help_text="Null until its files are written.")
