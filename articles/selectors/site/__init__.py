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
from articles.selectors.site.freshness import MAX_AGE, seconds_until_change
from articles.selectors.site.lists import (
    Feed,
    FrontPage,
    SectionBlock,
    TeaserPage,
    feed,
    front_page,
    latest,
    latest_of_all,
    section_with,
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
from articles.selectors.site.subjects import (
    Statement,
    SubjectPage,
    Tie,
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
    "feed",
    "front_page",
    "latest",
    "latest_of_all",
    "names_like",
    "navigation",
    "redirect_for",
    "search",
    "seconds_until_change",
    "section_with",
    "subject_moved",
    "subject_page",
    "tombstone_at",
]
