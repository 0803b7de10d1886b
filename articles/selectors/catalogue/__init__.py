"""What programs read, floor by floor the same as `articles.api`: one function a question."""

from articles.selectors.catalogue.articles import (
    ArticleFilters,
    CardRow,
    FinishedArticle,
    Form,
    Tombstone,
    article_after_move,
    articles_page,
    finished_article,
    tombstone,
)
from articles.selectors.catalogue.citations import (
    CitationFilters,
    citation,
    citations_page,
)
from articles.selectors.catalogue.corrections import CorrectionFilters, corrections_page
from articles.selectors.catalogue.counting import Counting, TooManyToCount
from articles.selectors.catalogue.drafts import Draft, desk_article, draft_of, drafts_page, proposed
from articles.selectors.catalogue.figures import FigureFilters, figures_page
from articles.selectors.catalogue.keys import id_in
from articles.selectors.catalogue.paging import Keyset, Page, Position
from articles.selectors.catalogue.posts import PostProgress, post_progress
from articles.selectors.catalogue.related import cards_of, named_by
from articles.selectors.catalogue.revisions import (
    PublicArticle,
    public_article,
    revision,
    revisions_page,
)
from articles.selectors.catalogue.sections import section, sections
from articles.selectors.catalogue.subjects import slug_after_move, subject, subjects_page

__all__ = [
    "ArticleFilters",
    "CardRow",
    "CitationFilters",
    "CorrectionFilters",
    "Counting",
    "Draft",
    "FigureFilters",
    "FinishedArticle",
    "Form",
    "Keyset",
    "Page",
    "Position",
    "PostProgress",
    "PublicArticle",
    "Tombstone",
    "TooManyToCount",
    "article_after_move",
    "articles_page",
    "cards_of",
    "citation",
    "citations_page",
    "corrections_page",
    "desk_article",
    "draft_of",
    "drafts_page",
    "figures_page",
    "finished_article",
    "id_in",
    "named_by",
    "post_progress",
    "proposed",
    "public_article",
    "revision",
    "revisions_page",
    "section",
    "sections",
    "slug_after_move",
    "subject",
    "subjects_page",
    "tombstone",
]
