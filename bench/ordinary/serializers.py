"""The API's JSON, by serializers of Django REST framework over rows."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.documents.addresses import absolute, section_path, subject_path, web_address
from articles.documents.cards import handles_of
from articles.documents.dates import iso_utc
from articles.documents.images import image_json
from articles.documents.material import AnySubject, Material
from articles.documents.sources import source_of
from articles.models import Byline, Citation, FaqEntry, Figure, LinkState, Mention, Section, Topic

Json = dict[str, Any]


class NullableText(serializers.CharField):
    """Words, or null where the column is empty."""

    def to_representation(self, value: str) -> str | None:
        return value or None


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


class MentionSerializer(serializers.ModelSerializer):
    target = serializers.SerializerMethodField()

    class Meta:
        model = Mention
        fields = ["start", "end", "quote", "prefix", "suffix", "kind", "target"]

    def get_target(self, mention: Mention) -> Json | None:
        subject = self.context["material"].subject_of(mention)
        return {"type": subject.facet_kind, "id": str(subject.public_id)} if subject else None


class CitationSerializer(serializers.ModelSerializer):
    id = serializers.SerializerMethodField()
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
            *("id", "start", "end", "quote", "kind", "cue", "source"),
            *("medium", "date", "url", "link", "content", "verification"),
        ]

    def get_id(self, citation: Citation) -> int:
        return self.context["material"].citations.index(citation) + 1

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


class FigureSerializer(serializers.ModelSerializer):
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
            *("start", "end", "quote", "value", "unit", "qualifier"),
            *("measures", "as_of", "horizon", "citation"),
        ]

    def get_citation(self, figure: Figure) -> int | None:
        return self.context["material"].note_of(figure)


class FaqSerializer(serializers.ModelSerializer):
    ground = serializers.SerializerMethodField()

    class Meta:
        model = FaqEntry
        fields = ["question", "answer", "ground"]

    def get_ground(self, entry: FaqEntry) -> Json | None:
        if entry.ground_start is None:
            return None
        return {"start": entry.ground_start, "end": entry.ground_end}


class CardSerializer(serializers.Serializer):
    """An article in a list. Takes Material."""

    id = serializers.UUIDField(source="article.public_id")
    url = serializers.SerializerMethodField()
    headline = serializers.CharField(source="revision.headline")
    summary = serializers.CharField(source="revision.summary")
    section = SectionSerializer(source="article.section")
    kind = serializers.CharField(source="article.kind")
    language = serializers.CharField(source="article.language")
    published_at = serializers.CharField(source="published.iso")
    updated_at = serializers.CharField(source="updated.iso")
    authors = AuthorSerializer(many=True)
    image = serializers.SerializerMethodField()

    def get_image(self, material: Material) -> Json | None:
        return image_json(material.image)

    def get_url(self, material: Material) -> str:
        return absolute(material.path)


class DetailSerializer(CardSerializer):
    """An article, whole. Takes Material, also in its context."""

    authors = FullAuthorSerializer(many=True)
    body_html = serializers.CharField(source="revision.body")
    text = serializers.CharField(source="revision.text")
    parts = serializers.SerializerMethodField()
    source = serializers.SerializerMethodField()
    people = SubjectSerializer(many=True)
    organizations = SubjectSerializer(many=True)
    topics = SubjectSerializer(many=True)
    mentions = MentionSerializer(many=True)
    citations = CitationSerializer(many=True)
    figures = FigureSerializer(many=True)
    faq = FaqSerializer(many=True)
    cards = serializers.JSONField(source="revision.cards")
    corrections = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="article.document_version")

    def get_parts(self, material: Material) -> list[Json]:
        return [{"name": name, "start": s, "end": e} for name, s, e in material.revision.parts]

    def get_source(self, material: Material) -> Json:
        article = material.article
        stamped_at = article.source_stamped_at
        return {
            "name": article.primary_source_name or None,
            "url": web_address(article.primary_source_url) or None,
            "stamp": article.source_stamp or None,
            "stamped_at": iso_utc(stamped_at) if stamped_at else None,
        }

    def get_corrections(self, material: Material) -> list[Json]:
        return [
            {"published_at": moment.iso, "note": one.note, "was": one.was, "now": one.now}
            for one, moment in material.dated_corrections
        ]
