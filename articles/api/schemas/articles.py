"""Articles: `articles.documents` writes them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.anchors import Annotated, Quantity, Span
from articles.api.schemas.citations import CitationOfArticle
from articles.api.schemas.heads import ArticleHead
from articles.api.schemas.included import IncludedInArticle
from articles.api.schemas.links import SUBJECT_TYPES, Author, SubjectCard
from articles.models import MentionKind


class ArticleCard(ArticleHead):
    """An article as lists show it."""

    included = IncludedInArticle(required=False, help_text="Where `include` asks for it.")


class Part(Span):
    """A named stretch of the text."""

    name = serializers.CharField(help_text="headline, summary, body, faq[0].question, card[0]…")


class Origin(serializers.Serializer[Any]):
    """Where the article comes from, as far as it says."""

    name = serializers.CharField(allow_null=True)
    url = serializers.URLField(allow_null=True)
    stamp = serializers.CharField(allow_null=True, help_text="Its date line, as printed.")
    stamped_at = serializers.DateTimeField(allow_null=True, help_text="Null until it is certain.")


class MentionTarget(serializers.Serializer[Any]):
    """Whom or what a mention names."""

    type = serializers.ChoiceField(SUBJECT_TYPES)
    id = serializers.UUIDField()


class MentionRecord(Annotated):
    """A name in the text."""

    prefix = serializers.CharField(allow_blank=True, trim_whitespace=False)
    suffix = serializers.CharField(allow_blank=True, trim_whitespace=False)
    kind = serializers.ChoiceField(MentionKind.choices)
    target = MentionTarget(allow_null=True)


class FigureRecord(Annotated, Quantity):
    """A number with what it counts."""

    citation = serializers.IntegerField(allow_null=True, help_text="`id` in `citations`.")


class FaqRecord(serializers.Serializer[Any]):
    """A question and its answer."""

    question = serializers.CharField()
    answer = serializers.CharField()
    ground = Span(allow_null=True, help_text="The passage on which the answer rests.")


class PrintedCard(serializers.Serializer[Any]):
    """A card as the post printed it."""

    name = serializers.CharField()
    handle = serializers.CharField(allow_blank=True)
    bio = serializers.CharField(allow_blank=True)


class CorrectionRecord(serializers.Serializer[Any]):
    """What was wrong, and what is right."""

    published_at = serializers.DateTimeField()
    note = serializers.CharField()
    was = serializers.CharField(allow_blank=True)
    now = serializers.CharField(allow_blank=True)


class ArticleDetail(ArticleCard):
    """An article, whole."""

    authors = Author(many=True)
    body_html = serializers.CharField(help_text="Sanitized. Holds no marks of names or sources.")
    text = serializers.CharField(help_text="What all offsets point into.")
    parts = Part(many=True)
    source = Origin()  # type: ignore[assignment]  # Field has a member of that name
    people = SubjectCard(many=True)
    organizations = SubjectCard(many=True)
    topics = SubjectCard(many=True)
    mentions = MentionRecord(many=True)
    citations = CitationOfArticle(many=True)
    figures = FigureRecord(many=True)
    faq = FaqRecord(many=True)
    cards = PrintedCard(many=True)
    corrections = CorrectionRecord(many=True)
    version = serializers.IntegerField(help_text="Moves whenever these bytes change.")
