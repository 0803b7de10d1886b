"""What every form of an article has in common."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.images import ImageRecord
from articles.api.schemas.links import AuthorLink, SectionLink
from articles.models import ArticleKind


class ArticleHead(serializers.Serializer[Any]):
    """An article without its words."""

    id = serializers.UUIDField()
    url = serializers.URLField(help_text="Its page.")
    headline = serializers.CharField()
    summary = serializers.CharField(allow_blank=True)
    section = SectionLink()
    kind = serializers.ChoiceField(ArticleKind.choices)
    language = serializers.CharField()
    published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField(help_text="Moves when the news changes, only then.")
    authors = AuthorLink(many=True)
    image = ImageRecord(allow_null=True, help_text="What it opens with.")
