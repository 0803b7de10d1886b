"""Pointers to other records, as other records carry them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.models import SUBJECT_MODELS

SUBJECT_TYPES = [(name, name) for name in SUBJECT_MODELS]
"""What the knowledge base has records of."""


class SectionLink(serializers.Serializer[Any]):
    """A section, by name."""

    name = serializers.CharField()
    slug = serializers.SlugField()
    url = serializers.URLField(help_text="Its page.")


class AuthorLink(serializers.Serializer[Any]):
    """Somebody in a byline."""

    name = serializers.CharField()
    slug = serializers.SlugField()


class Author(AuthorLink):
    """Somebody in a byline."""

    id = serializers.UUIDField()
    url = serializers.URLField(help_text="Their page.")
    role = serializers.CharField(allow_null=True)


class Handle(serializers.Serializer[Any]):
    """An account on a platform."""

    platform = serializers.CharField()
    handle = serializers.CharField(help_text="Without the at sign.")
    url = serializers.URLField(allow_null=True)


class SubjectLink(serializers.Serializer[Any]):
    """A person, an organization or a topic, by name."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    slug = serializers.SlugField()
    url = serializers.URLField(help_text="Its page.")


class SubjectCard(SubjectLink):
    """A person, an organization or a topic."""

    kind = serializers.CharField(help_text="person, organization, or what the topic is.")
    handles = Handle(many=True)
    description = serializers.CharField(allow_null=True)
    description_as_of = serializers.DateField(
        allow_null=True, help_text="The day on which the description was true."
    )
    same_as = serializers.ListField(child=serializers.URLField())


class ArticleLink(serializers.Serializer[Any]):
    """An article, by headline."""

    id = serializers.UUIDField()
    url = serializers.URLField()
    headline = serializers.CharField()
