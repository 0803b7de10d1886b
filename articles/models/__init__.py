"""The tables. One noun a module; this package is the only import path.

Dependencies point one way: choices and identity below, then subjects and facets, then articles
and revisions, then what points into revisions, then what publishing and jobs write.
"""

from articles.models.alias import Account, Alias
from articles.models.annotation import Annotation, AnnotationQuerySet
from articles.models.api_key import ApiKey
from articles.models.article import LIVE_STATUSES, Article, ArticleQuerySet
from articles.models.audit_entry import AuditEntry
from articles.models.byline import Byline
from articles.models.change import REMOVALS, Change
from articles.models.choices import (
    ArticleKind,
    ChangeKind,
    CitationKind,
    DeliveryState,
    EndpointState,
    FacetKind,
    FindingStatus,
    JobKind,
    JobState,
    Layer,
    LinkState,
    MentionKind,
    PageName,
    PostFormat,
    Role,
    RunState,
    Scope,
    Severity,
    SourceType,
    Status,
    TopicKind,
    Verdict,
    Verification,
)
from articles.models.citation import Citation
from articles.models.correction import Correction
from articles.models.enrichment_run import EnrichmentRun
from articles.models.excluded_name import ExcludedName
from articles.models.facet import Facet, WindowQuerySet
from articles.models.figure import Figure
from articles.models.finding import Finding
from articles.models.image import Image, ImageQuerySet
from articles.models.job import ATTEMPT_LIMIT, INTERRUPTION_LIMIT, Job, JobQuerySet
from articles.models.judgement import Judgement
from articles.models.kept_answer import KeptAnswer
from articles.models.lead import Lead
from articles.models.mention import RECORD_OF_KIND, Mention
from articles.models.organization import Organization
from articles.models.ownership import SUBJECT_FIELDS, SUBJECT_MODELS, AnySubject, subject_of
from articles.models.page import Page
from articles.models.person import Affiliation, Person
from articles.models.post import Post
from articles.models.revision import FaqEntry, Revision
from articles.models.section import Section
from articles.models.share_card import ShareCard
from articles.models.source import Source
from articles.models.stored_citation import StoredCitation
from articles.models.stored_document import (
    Redirect,
    SearchRow,
    StoredDocument,
    SubjectRedirect,
    slug_in,
)
from articles.models.stored_figure import StoredFigure
from articles.models.stored_revision import StoredRevision
from articles.models.subject import Subject, SubjectQuerySet
from articles.models.topic import Topic
from articles.models.user import User
from articles.models.webhook import TEST_EVENT, Delivery, DeliveryQuerySet, WebhookEndpoint

__all__ = [
    "ATTEMPT_LIMIT",
    "INTERRUPTION_LIMIT",
    "LIVE_STATUSES",
    "RECORD_OF_KIND",
    "REMOVALS",
    "SUBJECT_FIELDS",
    "SUBJECT_MODELS",
    "TEST_EVENT",
    "Account",
    "Affiliation",
    "Alias",
    "Annotation",
    "AnnotationQuerySet",
    "AnySubject",
    "ApiKey",
    "Article",
    "ArticleKind",
    "ArticleQuerySet",
    "AuditEntry",
    "Byline",
    "Change",
    "ChangeKind",
    "Citation",
    "CitationKind",
    "Correction",
    "Delivery",
    "DeliveryQuerySet",
    "DeliveryState",
    "EndpointState",
    "EnrichmentRun",
    "ExcludedName",
    "Facet",
    "FacetKind",
    "FaqEntry",
    "Figure",
    "Finding",
    "FindingStatus",
    "Image",
    "ImageQuerySet",
    "Job",
    "JobKind",
    "JobQuerySet",
    "JobState",
    "Judgement",
    "KeptAnswer",
    "Layer",
    "Lead",
    "LinkState",
    "Mention",
    "MentionKind",
    "Organization",
    "Page",
    "PageName",
    "Person",
    "Post",
    "PostFormat",
    "Redirect",
    "Revision",
    "Role",
    "RunState",
    "Scope",
    "SearchRow",
    "Section",
    "Severity",
    "ShareCard",
    "Source",
    "SourceType",
    "Status",
    "StoredCitation",
    "StoredDocument",
    "StoredFigure",
    "StoredRevision",
    "Subject",
    "SubjectQuerySet",
    "SubjectRedirect",
    "Topic",
    "TopicKind",
    "User",
    "Verdict",
    "Verification",
    "WebhookEndpoint",
    "WindowQuerySet",
    "slug_in",
    "subject_of",
]
