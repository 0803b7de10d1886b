"""Stretches of text and of time, and what is counted there."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

PARTIAL_DATE = "Partial ISO 8601: 2024, 2024-11, 2024-11-06, or an interval."
CODE_POINTS = "In code points of the article's `text`."


class Span(serializers.Serializer[Any]):
    """A stretch of the article's text, half open."""

    start = serializers.IntegerField(min_value=0, help_text=CODE_POINTS)
    end = serializers.IntegerField(min_value=0, help_text=CODE_POINTS)


class Anchor(Span):
    """A stretch of the text with its words."""

    quote = serializers.CharField(trim_whitespace=False)


class Selector(serializers.Serializer[Any]):
    """A selector of the W3C Web Annotation Data Model, into the article's `text`."""

    type = serializers.ChoiceField(["TextQuoteSelector", "TextPositionSelector"])
    exact = serializers.CharField(required=False, trim_whitespace=False)
    prefix = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    suffix = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    start = serializers.IntegerField(required=False, min_value=0, help_text=CODE_POINTS)
    end = serializers.IntegerField(required=False, min_value=0, help_text=CODE_POINTS)


class Quantity(serializers.Serializer[Any]):
    """A number with what it counts, and its time."""

    value = serializers.FloatField()
    unit = serializers.CharField(allow_null=True)
    qualifier = serializers.CharField(allow_null=True)
    measures = serializers.CharField(allow_null=True)
    as_of = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)
    horizon = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)


class Annotated(Anchor):
    """A stretch of a published text: any one of its selectors finds it."""

    selector = Selector(many=True)
