"""What programs of the desk send."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.desk import DraftAuthor, DraftQuestion
from articles.models import ArticleKind

AS_THEY_ARE = "Left out: as they are."


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
