"""Pictures."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.pictures.sizes import MEDIA_TYPES, SHAPES


class RenditionRecord(serializers.Serializer[Any]):
    """One file of a picture. Its address never means other bytes."""

    url = serializers.URLField()
    shape = serializers.ChoiceField(
        SHAPES, help_text="The whole picture, or a crop around its focal point."
    )
    media_type = serializers.ChoiceField(tuple(MEDIA_TYPES.values()))
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class ImageRecord(serializers.Serializer[Any]):
    """A picture: a JPEG of the whole of it, what it shows, who made it, and its other files."""

    url = serializers.URLField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    alt = serializers.CharField(help_text="What it shows.")
    credit = serializers.CharField(allow_null=True)
    licence = serializers.CharField(allow_null=True)
    renditions = RenditionRecord(many=True)
