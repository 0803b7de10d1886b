"""What the public site reads. Every read goes by the window of visibility and the database's clock."""

from articles.selectors.site.addresses import (
    PublicDocument,
    Tombstone,
    document_at,
    redirect_for,
    tombstone_at,
)
from articles.selectors.site.corrections import CorrectionLine, corrections
from articles.selectors.site.cursor import BadCursor, Cursor
from articles.selectors.site.feeds import Feed, FeedForm, feed_of, site_feed
from articles.selectors.site.freshness import MAX_AGE, seconds_until_change
from articles.selectors.site.lists import (
    FrontPage,
    SectionBlock,
    TeaserPage,
    front_page,
    latest,
    latest_of_all,
)
from articles.selectors.site.navigation import NavigationItem, navigation
from articles.selectors.site.search import (
    MAX_QUERY,
    Excerpt,
    SearchPage,
    SearchResult,
    names_like,
    search,
)
from articles.selectors.site.sections import section_at
from articles.selectors.site.subjects import (
    Statement,
    SubjectPage,
    Tie,
    public_subject,
    subject_moved,
    subject_page,
)

__all__ = [
    "MAX_AGE",
    "MAX_QUERY",
    "BadCursor",
    "CorrectionLine",
    "Cursor",
    "Excerpt",
    "Feed",
    "FeedForm",
    "FrontPage",
    "NavigationItem",
    "PublicDocument",
    "SearchPage",
    "SearchResult",
    "SectionBlock",
    "Statement",
    "SubjectPage",
    "TeaserPage",
    "Tie",
    "Tombstone",
    "corrections",
    "document_at",
    "feed_of",
    "front_page",
    "latest",
    "latest_of_all",
    "names_like",
    "navigation",
    "public_subject",
    "redirect_for",
    "search",
    "seconds_until_change",
    "section_at",
    "site_feed",
    "subject_moved",
    "subject_page",
    "tombstone_at",
]
