"""The article's JSON, by serializers of Django REST framework over rows."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter
from typing import Any

from rest_framework import serializers

from articles.documents.addresses import (
    absolute,
    article_path,
    section_path,
    subject_path,
    web_address,
)
from articles.documents.cards import handles_of
from articles.documents.dates import iso_utc
from articles.documents.images import image_json
from articles.documents.material import AnySubject
from articles.documents.sources import source_of
from articles.models import (
    Annotation,
    Article,
    Byline,
    Citation,
    Correction,
    FaqEntry,
    Figure,
    LinkState,
    Mention,
    Organization,
    Person,
    Section,
    Topic,
)

Json = dict[str, Any]


class NullableText(serializers.CharField):
    """Words, or null where the column is empty."""

    def to_representation(self, value: str) -> str | None:
        return value or None


class Instant(serializers.Field):
    """A time in UTC, in whole seconds."""

    def to_representation(self, value: dt.datetime) -> str:
        return iso_utc(value)


class SectionSerializer(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()

    class Meta:
        model = Section
        fields = ["name", "slug", "url"]

    def get_url(self, section: Section) -> str:
        return absolute(section_path(section))


class AuthorSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source="person.name")
    slug = serializers.CharField(source="person.slug")

    class Meta:
        model = Byline
        fields = ["name", "slug"]


class FullAuthorSerializer(AuthorSerializer):
    id = serializers.UUIDField(source="person.public_id")
    url = serializers.SerializerMethodField()
    role = NullableText()

    class Meta(AuthorSerializer.Meta):
        fields = ["id", "name", "slug", "url", "role"]

    def get_url(self, byline: Byline) -> str:
        return absolute(subject_path(byline.person))


class SubjectSerializer(serializers.Serializer):
    id = serializers.UUIDField(source="public_id")
    name = serializers.CharField()
    slug = serializers.CharField()
    url = serializers.SerializerMethodField()
    kind = serializers.SerializerMethodField()
    handles = serializers.SerializerMethodField()
    description = NullableText()
    description_as_of = serializers.DateField()
    same_as = serializers.SerializerMethodField()

    def get_url(self, subject: AnySubject) -> str:
        return absolute(subject_path(subject))

    def get_kind(self, subject: AnySubject) -> str:
        return subject.kind if isinstance(subject, Topic) else subject.facet_kind.value

    def get_handles(self, subject: AnySubject) -> list[Json]:
        return [
            {"platform": one.platform, "handle": one.handle, "url": one.url or None}
            for one in handles_of(subject.accounts.all())
        ]

    def get_same_as(self, subject: AnySubject) -> list[str]:
        return [url for url in map(web_address, subject.same_as) if url]


class AnnotationSerializer(serializers.ModelSerializer):
    selector = serializers.SerializerMethodField()

    def get_selector(self, row: Annotation) -> list[Json]:
        quote = {"exact": row.quote, "prefix": row.prefix, "suffix": row.suffix}
        return [
            {"type": "TextQuoteSelector", **quote},
            {"type": "TextPositionSelector", "start": row.start, "end": row.end},
        ]


class MentionSerializer(AnnotationSerializer):
    target = serializers.SerializerMethodField()

    class Meta:
        model = Mention
        fields = ["start", "end", "quote", "prefix", "suffix", "selector", "kind", "target"]

    def get_target(self, mention: Mention) -> Json | None:
        subject = _subject(mention)
        return {"type": subject.facet_kind, "id": str(subject.public_id)} if subject else None


class CitationSerializer(AnnotationSerializer):
    cue = serializers.SerializerMethodField()
    source = serializers.SerializerMethodField()
    medium = NullableText()
    date = NullableText(source="cited_date")
    url = NullableText()
    link = serializers.SerializerMethodField()
    content = serializers.SerializerMethodField()

    class Meta:
        model = Citation
        fields = [
            *("start", "end", "quote", "selector", "kind", "cue", "source"),
            *("medium", "date", "url", "link", "content", "verification"),
        ]

    def get_cue(self, citation: Citation) -> Json | None:
        if citation.cue_start is None:
            return None
        return {"start": citation.cue_start, "end": citation.cue_end, "text": citation.cue}

    def get_source(self, citation: Citation) -> Json:
        source = source_of(citation)
        subject = source.subject
        return {
            "type": citation.source_type or None,
            "words": citation.source_words or None,
            "name": source.name if subject or citation.source_words else None,
            "id": str(subject.public_id) if subject else None,
            "url": absolute(subject_path(subject)) if subject else None,
        }

    def get_link(self, citation: Citation) -> str:
        known = (LinkState.LINKED, LinkState.NONE)
        return citation.link_state if citation.link_state in known else LinkState.UNKNOWN

    def get_content(self, citation: Citation) -> list[Json]:
        return [{"start": start, "end": end} for start, end in citation.content]


class FigureSerializer(AnnotationSerializer):
    value = serializers.FloatField()
    unit = NullableText()
    qualifier = NullableText()
    measures = NullableText()
    as_of = NullableText()
    horizon = NullableText()
    citation = serializers.SerializerMethodField()

    class Meta:
        model = Figure
        fields = [
            *("start", "end", "quote", "selector", "value", "unit", "qualifier"),
            *("measures", "as_of", "horizon", "citation"),
        ]

    def get_citation(self, figure: Figure) -> int | None:
        """Return the number of the citation that a figure rests on or stands in."""
        for bears in (
            lambda one: one.pk == figure.citation_id,
            lambda one: any(
                begin <= figure.start and figure.end <= end for begin, end in one.content
            ),
            lambda one: one.start <= figure.start and figure.end <= one.end,
        ):
            for number, citation in enumerate(self.context["citations"], 1):
                if bears(citation):
                    return number
        return None


class FaqSerializer(serializers.ModelSerializer):
    ground = serializers.SerializerMethodField()

    class Meta:
        model = FaqEntry
        fields = ["question", "answer", "ground"]

    def get_ground(self, entry: FaqEntry) -> Json | None:
        if entry.ground_start is None:
            return None
        return {"start": entry.ground_start, "end": entry.ground_end}


class CorrectionSerializer(serializers.ModelSerializer):
    published_at = Instant()

    class Meta:
        model = Correction
        fields = ["published_at", "note", "was", "now"]


class CardSerializer(serializers.ModelSerializer):
    """An article in a list."""

    id = serializers.UUIDField(source="public_id")
    url = serializers.SerializerMethodField()
    headline = serializers.CharField(source="live_revision.headline")
    summary = serializers.CharField(source="live_revision.summary")
    section = SectionSerializer()
    published_at = Instant(source="first_published_at")
    updated_at = Instant()
    authors = AuthorSerializer(source="bylines", many=True)
    image = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = [
            *("id", "url", "headline", "summary", "section", "kind", "language"),
            *("published_at", "updated_at", "authors", "image"),
        ]

    def get_url(self, article: Article) -> str:
        return absolute(article_path(article))

    def get_image(self, article: Article) -> Json | None:
        return image_json(article.lead_image)


class DetailSerializer(CardSerializer):
    """An article, whole, fetched with all that belongs to it."""

    authors = FullAuthorSerializer(source="bylines", many=True)
    body_html = serializers.CharField(source="live_revision.body")
    text = serializers.CharField(source="live_revision.text")
    parts = serializers.SerializerMethodField()
    source = serializers.SerializerMethodField()
    people = serializers.SerializerMethodField()
    organizations = serializers.SerializerMethodField()
    topics = serializers.SerializerMethodField()
    mentions = MentionSerializer(source="live_revision.mentions", many=True)
    citations = serializers.SerializerMethodField()
    figures = serializers.SerializerMethodField()
    faq = FaqSerializer(source="live_revision.faq", many=True)
    cards = serializers.JSONField(source="live_revision.cards")
    corrections = CorrectionSerializer(many=True)
    version = serializers.IntegerField(source="document_version")

    class Meta(CardSerializer.Meta):
        fields = [
            *CardSerializer.Meta.fields,
            *("body_html", "text", "parts", "source", "people", "organizations", "topics"),
            *("mentions", "citations", "figures", "faq", "cards", "corrections", "version"),
        ]

    def get_parts(self, article: Article) -> list[Json]:
        parts = article.live_revision.parts
        return [{"name": name, "start": start, "end": end} for name, start, end in parts]

    def get_source(self, article: Article) -> Json:
        stamped_at = article.source_stamped_at
        return {
            "name": article.primary_source_name or None,
            "url": web_address(article.primary_source_url) or None,
            "stamp": article.source_stamp or None,
            "stamped_at": iso_utc(stamped_at) if stamped_at else None,
        }

    def get_people(self, article: Article) -> list[Json]:
        return self._subjects(article, Person)

    def get_organizations(self, article: Article) -> list[Json]:
        return self._subjects(article, Organization)

    def get_topics(self, article: Article) -> list[Json]:
        return self._subjects(article, Topic)

    def get_citations(self, article: Article) -> list[Json]:
        rows = CitationSerializer(article.live_revision.citations, many=True).data
        return [{"id": number, **row} for number, row in enumerate(rows, 1)]

    def get_figures(self, article: Article) -> list[Json]:
        citations = list(article.live_revision.citations.all())
        context = {"citations": citations}
        return FigureSerializer(article.live_revision.figures, many=True, context=context).data

    def _subjects(self, article: Article, model: type[AnySubject]) -> list[Json]:
        """Return those whom the words name or cite, in order, then the topics it was given."""
        revision = article.live_revision
        rows = [*revision.mentions.all(), *revision.citations.all()]
        named = [_subject(row) for row in sorted(rows, key=attrgetter("start"))]
        found = {one.pk: one for one in [*named, *article.topics.all()] if isinstance(one, model)}
        return SubjectSerializer(found.values(), many=True).data


def _subject(row: Mention | Citation) -> AnySubject | None:
    return row.person or row.organization or getattr(row, "topic", None)
