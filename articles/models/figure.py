"""Numbers with what they count."""

from __future__ import annotations

from django.db import models

from articles.models.annotation import Annotation


class Figure(Annotation):
    """A number with its unit, what it measures, and when that holds."""

    kind = models.CharField(max_length=20, default="figure", editable=False)
    value = models.DecimalField(max_digits=30, decimal_places=6)
    unit = models.CharField(max_length=60, blank=True)
    qualifier = models.CharField(max_length=30, blank=True)
    measures = models.CharField(max_length=200, blank=True)
    as_of = models.CharField(max_length=30, blank=True, help_text="Partial ISO 8601.")
    horizon = models.CharField(max_length=30, blank=True, help_text="Partial ISO 8601.")
    citation = models.ForeignKey(
        "articles.Citation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
    )

    class Meta(Annotation.Meta):
        constraints = [
            *Annotation.Meta.constraints,
            models.UniqueConstraint(
                name="figure_once", fields=["revision", "start", "end", "kind", "method"]
            ),
        ]
