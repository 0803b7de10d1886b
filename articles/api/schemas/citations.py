"""Citations, in their article and in lists."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.anchors import PARTIAL_DATE, Annotated, Span
from articles.api.schemas.included import IncludedInCitation
from articles.api.schemas.links import ArticleLink
from articles.models import CitationKind, LinkState, SourceType, Verification


class Cue(Span):
    """The words that show an attribution."""

    text = serializers.CharField()


class CitedSource(serializers.Serializer[Any]):
    """Whom or what a statement rests on."""

    type = serializers.ChoiceField([value for value in SourceType.values if value], allow_null=True)
    words = serializers.CharField(allow_null=True, help_text="As the text names it.")
    name = serializers.CharField(allow_null=True)
    id = serializers.UUIDField(allow_null=True)
    url = serializers.URLField(allow_null=True, help_text="Its page here.")


class CitationOfArticle(Annotated):
    """A statement of the article that rests on a source: its sentence, source and link."""

    id = serializers.IntegerField(help_text="Its number among the sources of the article.")
    kind = serializers.ChoiceField(CitationKind.choices)
    cue = Cue(allow_null=True)
    source = CitedSource()  # type: ignore[assignment]  # Field has a member of that name
    medium = serializers.CharField(allow_null=True, help_text="What is cited: post, report…")
    date = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)
    url = serializers.URLField(allow_null=True)
    link = serializers.ChoiceField(
        LinkState.choices, help_text="none: the article says that no link is given."
    )
    content = Span(many=True)
    verification = serializers.ChoiceField(Verification.choices)


class CitationRecord(CitationOfArticle):
    """A citation with the article in which it stands."""

    id = serializers.IntegerField(help_text="Of the citation, across all articles.")
    article = ArticleLink()
    included = IncludedInCitation(required=False, help_text="Where `include` asks for it.")
