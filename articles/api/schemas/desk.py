"""Articles as those who work on them get and send them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.schemas.anchors import PARTIAL_DATE, Anchor, Quantity, Span
from articles.api.schemas.articles import Part, PrintedCard
from articles.api.schemas.citations import CitedSource, Cue
from articles.api.schemas.links import SUBJECT_TYPES, SubjectLink
from articles.models import (
    ArticleKind,
    CitationKind,
    FindingStatus,
    LinkState,
    MentionKind,
    Severity,
    Status,
    Verdict,
    Verification,
)

INSTANT = "Null: not yet, or not any more."


class Standing(serializers.Serializer[Any]):
    """Where an article stands."""

    id = serializers.UUIDField()
    address = serializers.URLField(help_text="Of this draft, in this API.")
    version = serializers.IntegerField(help_text="Moves with every save.")
    status = serializers.ChoiceField(Status.choices)
    section = serializers.SlugField()
    kind = serializers.ChoiceField(ArticleKind.choices)
    language = serializers.CharField()
    slug = serializers.SlugField()


class DraftCard(Standing):
    """An article with what is open about it."""

    headline = serializers.CharField(allow_null=True)
    edited_at = serializers.DateTimeField(allow_null=True, help_text="The words, last.")
    open_findings = serializers.IntegerField()
    open_proposals = serializers.IntegerField()


class Proposal(Anchor):
    """What the engine found, how sure it is, and what a person said of it."""

    id = serializers.IntegerField(help_text="Of this draft; new words bring new ids.")
    prefix = serializers.CharField(allow_blank=True, trim_whitespace=False)
    suffix = serializers.CharField(allow_blank=True, trim_whitespace=False)
    is_orphan = serializers.BooleanField(help_text="Its words were not found again.")
    score = serializers.FloatField(min_value=0, max_value=1)
    method = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    judgement = serializers.ChoiceField(Verdict.choices)
    judged_by = serializers.CharField(allow_null=True)
    judged_at = serializers.DateTimeField(allow_null=True)


class ProposedTarget(SubjectLink):
    """Whom or what a name means."""

    type = serializers.ChoiceField(SUBJECT_TYPES)


class ProposedMention(Proposal):
    """A name in the draft. Those of one `key` are one entity, and are answered together."""

    kind = serializers.ChoiceField(MentionKind.choices)
    name = serializers.CharField()
    key = serializers.CharField()
    target = ProposedTarget(allow_null=True)


class ProposedCitation(Proposal):
    """A statement of the draft that rests on a source."""

    kind = serializers.ChoiceField(CitationKind.choices)
    cue = Cue(allow_null=True)
    source = CitedSource()  # type: ignore[assignment]  # Field has a member of that name
    medium = serializers.CharField(allow_null=True)
    date = serializers.CharField(allow_null=True, help_text=PARTIAL_DATE)
    url = serializers.URLField(allow_null=True)
    link = serializers.ChoiceField(LinkState.choices)
    content = Span(many=True)
    verification = serializers.ChoiceField(Verification.choices)


class ProposedFigure(Proposal, Quantity):
    """A number in the draft, with what it counts."""


class FindingRecord(serializers.Serializer[Any]):
    """What an editor should look at."""

    id = serializers.IntegerField()
    code = serializers.CharField()
    severity = serializers.ChoiceField(Severity.choices)
    message = serializers.CharField()
    spans = Span(many=True)
    status = serializers.ChoiceField(FindingStatus.choices)
    note = serializers.CharField(allow_blank=True)
    answered_by = serializers.CharField(allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)


class DraftQuestion(serializers.Serializer[Any]):
    """A question and its answer."""

    question = serializers.CharField(max_length=500)
    answer = serializers.CharField()


class DraftAuthor(serializers.Serializer[Any]):
    """Somebody in the byline."""

    person = serializers.CharField(max_length=200, help_text="By slug or id.")
    role = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")


class DraftCorrection(serializers.Serializer[Any]):
    """A correction; one without a date goes out with the next publication."""

    note = serializers.CharField()
    was = serializers.CharField(allow_blank=True)
    now = serializers.CharField(allow_blank=True)
    published_at = serializers.DateTimeField(allow_null=True)


class DraftRecord(Standing):
    """A draft, whole: its words, where it stands, and what is proposed of it."""

    headline = serializers.CharField()
    summary = serializers.CharField(allow_blank=True)
    body_html = serializers.CharField(allow_blank=True, help_text="Sanitized.")
    faq = DraftQuestion(many=True)
    cards = PrintedCard(many=True)
    byline = DraftAuthor(many=True)
    topics = serializers.ListField(child=serializers.SlugField())
    lead_image = serializers.UUIDField(allow_null=True)
    primary_source_name = serializers.CharField(allow_blank=True)
    primary_source_url = serializers.CharField(allow_blank=True)
    source_stamp = serializers.CharField(allow_blank=True, help_text="The date line, as printed.")
    source_stamped_at = serializers.DateTimeField(allow_null=True)
    first_published_at = serializers.DateTimeField(allow_null=True, help_text=INSTANT)
    updated_at = serializers.DateTimeField(allow_null=True, help_text=INSTANT)
    visible_from = serializers.DateTimeField(allow_null=True, help_text=INSTANT)
    visible_until = serializers.DateTimeField(allow_null=True, help_text="Null: for good.")
    withdrawn_at = serializers.DateTimeField(allow_null=True, help_text=INSTANT)
    withdrawal_note = serializers.CharField(allow_blank=True)
    live_revision = serializers.IntegerField(allow_null=True, help_text="What readers read.")
    revision = serializers.IntegerField(help_text="The number of these words.")
    revised_at = serializers.DateTimeField()
    note = serializers.CharField(allow_blank=True, help_text="Why the words changed.")
    text = serializers.CharField(help_text="What all offsets point into.")
    parts = Part(many=True)
    mentions = ProposedMention(many=True)
    citations = ProposedCitation(many=True)
    figures = ProposedFigure(many=True)
    findings = FindingRecord(many=True)
    corrections = DraftCorrection(many=True)
