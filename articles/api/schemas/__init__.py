"""The shapes of what the API answers, for the OpenAPI document.

Articles are written by `articles.documents`, the rest by `articles.api.records`; a test holds
what they write against these shapes.
"""

from articles.api.schemas.anchors import Anchor, Annotated, Selector, Span
from articles.api.schemas.articles import (
    ArticleCard,
    ArticleDetail,
    CorrectionRecord,
    FaqRecord,
    FigureRecord,
    MentionRecord,
    MentionTarget,
    Origin,
    Part,
    PrintedCard,
)
from articles.api.schemas.changes import ChangePage, ChangeRecord
from articles.api.schemas.citations import CitationOfArticle, CitationRecord, CitedSource, Cue
from articles.api.schemas.desk import (
    DraftCard,
    DraftRecord,
    FindingRecord,
    ProposedCitation,
    ProposedFigure,
    ProposedMention,
)
from articles.api.schemas.figures import FigureListed
from articles.api.schemas.heads import ArticleHead
from articles.api.schemas.images import ImageRecord, RenditionRecord
from articles.api.schemas.included import IncludedInArticle, IncludedInCitation
from articles.api.schemas.links import (
    ArticleLink,
    Author,
    AuthorLink,
    Handle,
    SectionLink,
    SubjectCard,
    SubjectLink,
)
from articles.api.schemas.paging import page_schema
from articles.api.schemas.paths import paths_of
from articles.api.schemas.posts import Enrichment, PostInput, PostReceipt, PostStatus
from articles.api.schemas.problems import ProblemDetails
from articles.api.schemas.revisions import CorrectionListed, RevisionCard, RevisionDetail
from articles.api.schemas.subjects import (
    AffiliationOfOrganization,
    AffiliationOfPerson,
    AffiliationRecord,
    OrganizationCard,
    OrganizationDetail,
    PersonCard,
    PersonDetail,
    SectionRecord,
    SubjectDetail,
    SubjectListed,
    TopicCard,
    TopicDetail,
)
from articles.api.schemas.writing import (
    CitationJudgementInput,
    CorrectionInput,
    DraftChanges,
    DraftInput,
    ExtractInput,
    ExtractRecord,
    FindingAnswerInput,
    JudgementInput,
    MediaInput,
    MediaRecord,
    MentionJudgementInput,
    NoteInput,
    PublishInput,
    ScheduleInput,
    WithdrawalInput,
)

__all__ = [
    "AffiliationOfOrganization",
    "AffiliationOfPerson",
    "AffiliationRecord",
    "Anchor",
    "Annotated",
    "ArticleCard",
    "ArticleDetail",
    "ArticleHead",
    "ArticleLink",
    "Author",
    "AuthorLink",
    "ChangePage",
    "ChangeRecord",
    "CitationJudgementInput",
    "CitationOfArticle",
    "CitationRecord",
    "CitedSource",
    "CorrectionInput",
    "CorrectionListed",
    "CorrectionRecord",
    "Cue",
    "DraftCard",
    "DraftChanges",
    "DraftInput",
    "DraftRecord",
    "Enrichment",
    "ExtractInput",
    "ExtractRecord",
    "FaqRecord",
    "FigureListed",
    "FigureRecord",
    "FindingAnswerInput",
    "FindingRecord",
    "Handle",
    "ImageRecord",
    "IncludedInArticle",
    "IncludedInCitation",
    "JudgementInput",
    "MediaInput",
    "MediaRecord",
    "MentionJudgementInput",
    "MentionRecord",
    "MentionTarget",
    "NoteInput",
    "OrganizationCard",
    "OrganizationDetail",
    "Origin",
    "Part",
    "PersonCard",
    "PersonDetail",
    "PostInput",
    "PostReceipt",
    "PostStatus",
    "PrintedCard",
    "ProblemDetails",
    "ProposedCitation",
    "ProposedFigure",
    "ProposedMention",
    "PublishInput",
    "RenditionRecord",
    "RevisionCard",
    "RevisionDetail",
    "ScheduleInput",
    "SectionLink",
    "SectionRecord",
    "Selector",
    "Span",
    "SubjectCard",
    "SubjectDetail",
    "SubjectLink",
    "SubjectListed",
    "TopicCard",
    "TopicDetail",
    "WithdrawalInput",
    "page_schema",
    "paths_of",
]
