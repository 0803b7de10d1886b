"""The composition root as an app: it hands the tagger in and brings its own commands."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig, apps

from articles.apps import ArticlesConfig
from newsroom.tagger import load_tagger


class NewsroomConfig(AppConfig):
    """Everything that knows both the project and the domain."""

    name = "newsroom"

    def ready(self) -> None:
        """Hand the domain what it must not know by itself, and register the system checks."""
        import_module("newsroom.checks")
        articles = apps.get_app_config("articles")
        if isinstance(articles, ArticlesConfig):
            articles.use_tagger(load_tagger)
