"""The composition root as an app: it hands the tagger in and brings its own commands."""

from __future__ import annotations

from django.apps import AppConfig, apps


class NewsroomConfig(AppConfig):
    """Everything that knows both the project and the domain."""

    name = "newsroom"

    def ready(self) -> None:
        """Hand the domain what it must not know by itself, and register the system checks."""
        from articles.apps import ArticlesConfig
        from newsroom import checks  # noqa: F401
        from newsroom.tagger import load_tagger

        articles = apps.get_app_config("articles")
        if isinstance(articles, ArticlesConfig):
            articles.use_tagger(load_tagger)
