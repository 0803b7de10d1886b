"""Posts on their way in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.models import JobState, PostFormat, RunState, Status


class PostInput(serializers.Serializer[Any]):
    """A post to bring in."""

    source = serializers.CharField(  # type: ignore[assignment]  # Field has a member of that name
        max_length=120, help_text="Who sends it."
    )
    external_id = serializers.CharField(
        max_length=200,
        required=False,
        allow_blank=True,
        default="",
        help_text="The sender's own id. The same post twice is one article.",
    )
    format = serializers.ChoiceField(
        PostFormat.choices, required=False, allow_null=True, default=None
    )
    content = serializers.CharField(trim_whitespace=False, help_text="The words, as they are.")
    file_name = serializers.CharField(max_length=255, required=False, allow_blank=True, default="")


class PostReceipt(serializers.Serializer[Any]):
    """What became of a post."""

    id = serializers.UUIDField(help_text="Of the post.")
    article = serializers.UUIDField(help_text="Of its article.")
    created = serializers.BooleanField(help_text="False: it was here already.")
    status = serializers.URLField(help_text="Where to watch it.")


class Enrichment(serializers.Serializer[Any]):
    """How far the reading of a post is."""

    job = serializers.ChoiceField(JobState.choices, allow_null=True)
    step = serializers.ChoiceField(RunState.choices, allow_null=True)
    counts = serializers.DictField(child=serializers.IntegerField())
    reason = serializers.CharField(allow_null=True, help_text="Why it failed, if it did.")
    started_at = serializers.DateTimeField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)


class PostStatus(serializers.Serializer[Any]):
    """A post and how far it is on its way."""

    id = serializers.UUIDField()
    source = serializers.CharField()  # type: ignore[assignment]
    external_id = serializers.CharField(allow_null=True)
    format = serializers.ChoiceField(PostFormat.choices)
    received_at = serializers.DateTimeField()
    article = serializers.UUIDField()
    article_status = serializers.ChoiceField(Status.choices)
    enrichment = Enrichment()
