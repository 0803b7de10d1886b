"""People, organizations, topics and sections."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.anchors import PARTIAL_DATE
from articles.api.schemas.images import ImageRecord
from articles.api.schemas.links import SectionLink, SubjectCard, SubjectLink
from articles.models import TopicKind


class SectionRecord(SectionLink):
    """A section."""

    description = serializers.CharField(allow_blank=True)
    articles = serializers.URLField(help_text="Its articles in this API.")


class SubjectListed(SubjectCard):
    """A person, an organization or a topic, with the way to its articles."""

    image = ImageRecord(allow_null=True)
    articles = serializers.URLField(help_text="Articles that name it, in this API.")


class SubjectDetail(SubjectListed):
    """A person, an organization or a topic, whole."""

    aliases = serializers.ListField(child=serializers.CharField())
    description_source = serializers.URLField(allow_null=True)
    external_ids = serializers.DictField(help_text='For example {"wikidata": "Q312"}.')


class PersonCard(SubjectListed):
    """A person."""


class OrganizationCard(SubjectListed):
    """An organization."""


class TopicCard(SubjectListed):
    """A topic."""

    kind = serializers.ChoiceField(TopicKind.choices)  # type: ignore[assignment]  # narrower


class AffiliationRecord(serializers.Serializer[Any]):
    """What a person is or was at an organization."""

    role = serializers.CharField(allow_null=True)
    started = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)
    ended = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)
    evidence_url = serializers.URLField(allow_null=True)


class AffiliationOfPerson(AffiliationRecord):
    """What the person is or was there."""

    organization = SubjectLink()


class AffiliationOfOrganization(AffiliationRecord):
    """Who is or was here."""

    person = SubjectLink()


class PersonDetail(SubjectDetail):
    """A person, whole."""

    affiliations = AffiliationOfPerson(many=True)


class OrganizationDetail(SubjectDetail):
    """An organization, whole."""

    affiliations = AffiliationOfOrganization(many=True)


class TopicDetail(SubjectDetail):
    """A topic, whole."""

    kind = serializers.ChoiceField(TopicKind.choices)  # type: ignore[assignment]  # narrower
