"""The desk. It reads through selectors, asks policies, and writes through actions."""

from articles.admin import (
    accounts,
    articles,
    catalogue,
    excluded_names,
    images,
    jobs,
    pages,
    records,
    subjects,
    webhooks,
)

__all__ = [
    "accounts",
    "articles",
    "catalogue",
    "excluded_names",
    "images",
    "jobs",
    "pages",
    "records",
    "subjects",
    "webhooks",
]
