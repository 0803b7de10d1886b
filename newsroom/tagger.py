"""Which model reads the posts. The one place that chooses it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.engine.tagged import Tagger


@cache
def load_tagger() -> Tagger:
    """Return the tagger, loaded once in each process. Raises TaggerUnavailable."""
    from articles.engine.tagging.model import ModelTagger  # noqa: PLC0415 - half a second that most commands never need

    return ModelTagger()
