"""The domain app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from articles.engine.tagged import Tagger


class ArticlesConfig(AppConfig):
    """Articles, their people and their sources. The project hands in the tagger."""

    name = "articles"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Start without a tagger: importing the app loads no model."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._load_tagger: Callable[[], Tagger] | None = None

    def use_tagger(self, load: Callable[[], Tagger]) -> None:
        """Take the function that loads the tagger; it is called on first use, in each process."""
        self._load_tagger = load

    def tagger(self) -> Tagger:
        """Return the tagger. Raises ImproperlyConfigured where the project handed none in."""
        if self._load_tagger is None:
            message = "No tagger was handed in: call use_tagger() from the project."
            raise ImproperlyConfigured(message)
        return self._load_tagger()
