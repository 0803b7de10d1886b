"""What was corrected, and what stood there before."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.articles import CorrectionRecord, Part
from articles.api.schemas.links import ArticleLink


class RevisionLink(serializers.Serializer[Any]):
    """An earlier state of an article's words."""

    number = serializers.IntegerField(help_text="Within its article.")
    url = serializers.URLField(help_text="Its page.")


class CorrectionListed(CorrectionRecord):
    """A correction with its article, and with the words that it superseded, if those can be read."""

    id = serializers.UUIDField()
    article = ArticleLink()
    superseded = RevisionLink(allow_null=True)


class RevisionCard(RevisionLink):
    """One state of an article's words that readers could read, or can."""

    headline = serializers.CharField()
    is_live = serializers.BooleanField(help_text="Whether readers read it now.")
    published_at = serializers.DateTimeField(help_text="From when on it could be read.")
    superseded_at = serializers.DateTimeField(allow_null=True, help_text="Null: not yet.")


class RevisionDetail(RevisionCard):
    """One state of an article's words, with them."""

    summary = serializers.CharField(allow_blank=True)
    body_html = serializers.CharField(help_text="Sanitized.")
    text = serializers.CharField(help_text="What the offsets of `parts` point into.")
    parts = Part(many=True)
    corrections = CorrectionRecord(many=True, help_text="Those that superseded it.")
