"""What publishing writes: every form of an article, from one revision, once."""

from articles.documents.build import Documents, SearchText, build_all, build_documents
from articles.documents.edition import Edition, with_merged
from articles.documents.superseded import render_superseded
from articles.documents.version import RENDERER_VERSION

__all__ = [
    "RENDERER_VERSION",
    "Documents",
    "Edition",
    "SearchText",
    "build_all",
    "build_documents",
    "render_superseded",
    "with_merged",
]
