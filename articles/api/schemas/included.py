"""What `include` adds."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.heads import ArticleHead
from articles.api.schemas.subjects import (
    OrganizationDetail,
    PersonDetail,
    SectionRecord,
    TopicDetail,
)


class IncludedInArticle(serializers.Serializer[Any]):
    """The records that an article names, whole, as they are now."""

    people = PersonDetail(many=True, required=False)
    organizations = OrganizationDetail(many=True, required=False)
    topics = TopicDetail(many=True, required=False)
    section = SectionRecord(required=False)


class IncludedInCitation(serializers.Serializer[Any]):
    """The article in which a citation stands."""

    article = ArticleHead(required=False)
