"""What the public site reads. Every read goes by the window of visibility and the database's clock."""

from articles.models import AnySubject
from articles.selectors.site.addresses import (
    PublicDocument,
    PublicRevision,
    Tombstone,
    document_at,
    redirect_for,
    revision_at,
    tombstone_at,
)
from articles.selectors.site.corrections import CorrectionLine, CorrectionPage, corrections
from articles.selectors.site.cursor import BadCursor, Cursor, Turn, Turns
from articles.selectors.site.directories import Directory, directory
from articles.selectors.site.feeds import Feed, FeedForm, feed_of, site_feed
from articles.selectors.site.figures import Fact, figures_of
from articles.selectors.site.freshness import MAX_AGE, seconds_until_change
from articles.selectors.site.in_articles import ArticleLine, Lines, LinesPage
from articles.selectors.site.labels import Label
from articles.selectors.site.lists import (
    FrontPage,
    SectionBlock,
    TeaserPage,
    front_page,
    latest,
    section_page,
)
from articles.selectors.site.matches import COUNTED, FACETS, PERIODS, Counts, Question
from articles.selectors.site.names import names_like
from articles.selectors.site.navigation import NavigationItem, navigation
from articles.selectors.site.pages import OwnPage, own_pages
from articles.selectors.site.pictures import share_card, shows_picture
from articles.selectors.site.related import Related, RelatedArticle, related_to
from articles.selectors.site.search import (
    MAX_QUERY,
    Choice,
    Excerpt,
    SearchPage,
    SearchResult,
    search,
)
from articles.selectors.site.sections import section_at
from articles.selectors.site.sitemaps import (
    article_pages,
    articles_on,
    news,
    sections_in_use,
    subject_pages,
    subjects_on,
)
from articles.selectors.site.statements import Statement, statements_of
from articles.selectors.site.subjects import (
    ARTICLES_A_PAGE,
    SubjectPage,
    public_subject,
    subject_moved,
    subject_page,
)
from articles.selectors.site.ties import Tie, ended_since_described, ties_of
from articles.selectors.site.timeline import Month, Timeline, timeline

__all__ = [
    "ARTICLES_A_PAGE",
    "COUNTED",
    "FACETS",
    "MAX_AGE",
    "MAX_QUERY",
    "PERIODS",
    "AnySubject",
    "ArticleLine",
    "BadCursor",
    "Choice",
    "CorrectionLine",
    "CorrectionPage",
    "Counts",
    "Cursor",
    "Directory",
    "Excerpt",
    "Fact",
    "Feed",
    "FeedForm",
    "FrontPage",
    "Label",
    "Lines",
    "LinesPage",
    "Month",
    "NavigationItem",
    "OwnPage",
    "PublicDocument",
    "PublicRevision",
    "Question",
    "Related",
    "RelatedArticle",
    "SearchPage",
    "SearchResult",
    "SectionBlock",
    "Statement",
    "SubjectPage",
    "TeaserPage",
    "Tie",
    "Timeline",
    "Tombstone",
    "Turn",
    "Turns",
    "article_pages",
    "articles_on",
    "corrections",
    "directory",
    "document_at",
    "ended_since_described",
    "feed_of",
    "figures_of",
    "front_page",
    "latest",
    "names_like",
    "navigation",
    "news",
    "own_pages",
    "public_subject",
    "redirect_for",
    "related_to",
    "revision_at",
    "search",
    "seconds_until_change",
    "section_at",
    "section_page",
    "sections_in_use",
    "share_card",
    "shows_picture",
    "site_feed",
    "statements_of",
    "subject_moved",
    "subject_page",
    "subject_pages",
    "subjects_on",
    "ties_of",
    "timeline",
    "tombstone_at",
]
