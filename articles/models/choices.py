"""The words that columns may hold, each explained once and used everywhere."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person at the desk may do."""

    NONE = "", "No desk access"
    REPORTER = "reporter", "Reporter"  # writes and edits own drafts
    SECTION_EDITOR = "section_editor", "Section editor"  # an editor in some sections
    EDITOR = "editor", "Editor"  # all articles: judges, publishes, withdraws
    ADMINISTRATOR = "administrator", "Administrator"  # an editor who also manages accounts and keys


class Status(models.TextChoices):
    """Where an article stands. *Corrected* is derived from Correction rows."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    SCHEDULED = "scheduled", "Scheduled"  # public from visible_from on, by the database's clock
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ArticleKind(models.TextChoices):
    """schema.org's subtypes of NewsArticle."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    BACKGROUND = "background", _("Background")
    REPORTAGE = "reportage", _("Reportage")
    OPINION = "opinion", _("Opinion")
    REVIEW = "review", _("Review")


class PostFormat(models.TextChoices):
    """How the words of a post are written down."""

    HTML = "html", "HTML"
    MARKDOWN = "markdown", "Markdown"
    TEXT = "text", "Plain text"


class MentionKind(models.TextChoices):
    """What a mention names. NORP is a nationality, religion or political group: no record."""

    PERSON = "PERSON", "Person"
    ORG = "ORG", "Organization"
    PRODUCT = "PRODUCT", "Product or technology"
    PLACE = "PLACE", "Place"
    EVENT = "EVENT", "Event"
    WORK = "WORK", "Work"
    LAW = "LAW", "Law"
    NORP = "NORP", "Group"
    HANDLE = "HANDLE", "Handle"


class TopicKind(models.TextChoices):
    """What a topic is. Product covers technology and software."""

    PRODUCT = "product", _("Product or technology")
    WORK = "work", _("Work")
    PLACE = "place", _("Place")
    EVENT = "event", _("Event")
    LAW = "law", _("Law")
    SUBJECT = "subject", _("Subject")


class Verdict(models.TextChoices):
    """What a person said of a proposal."""

    NONE = "none", "Not judged"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Rejected"
    CHANGED = "changed", "Changed to another"


class Layer(models.TextChoices):
    """Which kind of annotation a judgement speaks of."""

    MENTION = "mention", "Mention"
    CITATION = "citation", "Citation"
    FIGURE = "figure", "Figure"


class CitationKind(models.TextChoices):
    """How a statement rests on its source."""

    QUOTATION = "quotation", _("Quotation")
    PARAPHRASE = "paraphrase", _("Paraphrase")
    REFERENCE = "reference", _("Reference")


class SourceType(models.TextChoices):
    """What the source of a citation is."""

    PERSON = "PERSON", "Person"
    ORG = "ORG", "Organization"
    HANDLE = "HANDLE", "Account"
    DOCUMENT = "DOCUMENT", "Document"
    VAGUE = "VAGUE", "Vague"
    ABSENT = "", "Not named"


class LinkState(models.TextChoices):
    """Whether a citation says where its source can be read."""

    UNKNOWN = "unknown", "Not looked at"
    LINKED = "linked", "Linked"
    NONE = "none", "No link is given"  # the explicit word of the text or of an editor


class Verification(models.TextChoices):
    """Whether somebody has compared a citation with what it cites."""

    UNVERIFIED = "unverified", "Not verified"
    VERIFIED = "verified", "Verified"
    DISPUTED = "disputed", "Disputed"


class Severity(models.TextChoices):
    """How much a finding matters."""

    ERROR = "error", "Error"
    WARNING = "warning", "Warning"
    NOTICE = "notice", "Notice"


class FindingStatus(models.TextChoices):
    """What became of a finding."""

    OPEN = "open", "Open"
    RESOLVED = "resolved", "Resolved"  # the words were changed
    DISMISSED = "dismissed", "Dismissed"  # an editor looked and let it stand


class JobKind(models.TextChoices):
    """What a job does."""

    ENRICH = "enrich", "Enrich an article"
    PUBLISH_AGAIN = "publish_again", "Write an article's documents again"
    ANNOUNCE = "announce", "Tell that a scheduled article is out"
    EXPIRE = "expire", "Tell that an article's time is over"
    RENDER_IMAGE = "render_image", "Write an image's renditions"
    DELIVER = "deliver", "Tell a webhook endpoint"
    NOTIFY = "notify", "Write to the administrators"
    CANARY = "canary", "Prove that workers move"


class JobState(models.TextChoices):
    """Where a job stands."""

    PENDING = "pending", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    QUARANTINED = "quarantined", "Set aside"  # tried too often: waits for a person


class RunState(models.TextChoices):
    """Where an enrichment run stands, step by step, as the desk shows it."""

    PARSING = "parsing", "Reading the text"
    EXTRACTING = "extracting", "Looking for names, sources and figures"
    RECONCILING = "reconciling", "Asking who is meant"
    CHECKING = "checking", "Looking for contradictions"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class FacetKind(models.TextChoices):
    """By what a public list may be narrowed."""

    PERSON = "person", "Person"
    ORGANIZATION = "organization", "Organization"
    TOPIC = "topic", "Topic"
    SECTION = "section", "Section"
    AUTHOR = "author", "Author"


class ChangeKind(models.TextChoices):
    """What happened to a public article, for those who keep a copy."""

    PUBLISHED = "published", "Published"
    UPDATED = "updated", "Updated"
    CORRECTED = "corrected", "Corrected"
    REWRITTEN = "rewritten", "Written again"  # its bytes moved, the news did not: a name, a merge
    EXPIRED = "expired", "Ended"  # its time was over
    WITHDRAWN = "withdrawn", "Withdrawn"


class DeliveryState(models.TextChoices):
    """Where a webhook delivery stands."""

    PENDING = "pending", "Waiting"
    DELIVERED = "delivered", "Delivered"
    FAILED = "failed", "Given up"
    WITHHELD = "withheld", "Withheld"  # what it tells of is not public any more


class EndpointState(models.TextChoices):
    """Where an address that is told of changes stands; derived from its columns."""

    ACTIVE = "active", "Active"
    FAILING = "failing", "Failing"  # the last try failed; more follow
    PAUSED = "paused", "Paused"  # by an administrator; what happens waits
    DISABLED = "disabled", "Disabled"  # by itself, after a long run of failures


class Scope(models.TextChoices):
    """What a program's key may do, within what its user may do."""

    POSTS_WRITE = "posts:write", "Bring posts in and follow them"
    DESK_READ = "desk:read", "See what its user sees at the desk"
    ARTICLES_WRITE = "articles:write", "Start articles and edit drafts"
    PROPOSALS_JUDGE = "proposals:judge", "Answer proposals and findings"
    ARTICLES_PUBLISH = "articles:publish", "Approve, publish, schedule, correct and withdraw"
    MEDIA_WRITE = "media:write", "Bring pictures in"


class PageName(models.TextChoices):
    """The pages about the publication; the first is the way to the others."""

    ABOUT = "about", _("How we work")
    SOURCES = "sources", _("Sources")
    CORRECTIONS = "corrections", _("Corrections and withdrawals")
    SOFTWARE = "software", _("What software does, and what people do")
    CONTACT = "contact", _("Contact")
