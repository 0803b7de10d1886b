"""By what public lists are narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from articles.models.choices import FacetKind

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models.expressions import Combinable


class WindowQuerySet(models.QuerySet["models.Model"]):
    """Rows with a window in which the public may see them."""

    def visible_at(self, instant: dt.datetime | Combinable) -> Self:
        """Return the rows that are public at `instant`; pass `Now()` for the database's clock."""
        return self.filter(visible_from__lte=instant).exclude(visible_until__lte=instant)


class Facet(models.Model):
    """One article under one person, organization, topic, section or author. Written by publishing."""

    kind = models.CharField(max_length=12, choices=FacetKind.choices)
    target_id = models.BigIntegerField()
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="facets", db_index=False
    )
    is_central = models.BooleanField(
        default=False, help_text="Named in headline or summary, or given by an editor as a topic."
    )
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)

    objects = WindowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="facet_once_per_article", fields=["article", "kind", "target_id"]
            ),
        ]
        indexes = [
            # The newest articles of anybody or anything: one keyset range scan.
            models.Index(
                F("kind"),
                F("target_id"),
                F("visible_from").desc(),
                F("article").desc(),
                name="facet_newest_of_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.target_id}"


WINDOW_IS_OPEN_WHEN_SET = Q(visible_until__isnull=True) | Q(visible_until__gt=F("visible_from"))
