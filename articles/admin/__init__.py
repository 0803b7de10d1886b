"""The desk. It reads through selectors, asks policies, and writes through actions."""

from articles.admin import accounts, articles, catalogue, jobs, records, subjects

__all__ = ["accounts", "articles", "catalogue", "jobs", "records", "subjects"]
