"""The figures of live articles under those whom they are about, as they were published."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from articles.models.choices import FacetKind
from articles.models.facet import WindowQuerySet
from articles.models.stored_document import StoredDocument


class StoredFigure(models.Model):
    """One figure of a stored document under one subject that its sentence names, or under nobody.

    `low`..`high` is what the figure may mean ("over 90" is no contradiction of 93), half open, and
    `holds_from`..`holds_until` the days for which it is given. Two rows of one subject with one
    `measure` are figures of the same thing; an empty one compares with nothing.
    """

    document = models.ForeignKey(
        StoredDocument, on_delete=models.CASCADE, related_name="stored_figures"
    )
    figure_id = models.BigIntegerField(help_text="The figure's own key.")
    kind = models.CharField(max_length=12, choices=FacetKind.choices, blank=True)
    target_id = models.BigIntegerField()
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField()
    measure = models.CharField(max_length=300, blank=True)
    low = models.DecimalField(max_digits=32, decimal_places=7)
    high = models.DecimalField(max_digits=32, decimal_places=7)
    holds_from = models.DateField()
    holds_until = models.DateField()
    unit = models.CharField(max_length=60, blank=True, default="")
    record = models.TextField(help_text="JSON: the figure with its sentence.")
    listed = models.TextField(
        default="", help_text="JSON: the figure with its article, in lists of figures."
    )

    objects = WindowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="stored_figure_once_per_subject", fields=["kind", "target_id", "figure_id"]
            ),
            models.CheckConstraint(name="stored_figure_is_a_range", condition=Q(high__gt=F("low"))),
        ]
        indexes = [
            # All figures, the newest first, each once.
            models.Index(F("figure_id").desc(), F("id"), name="stored_figure_newest"),
            # The figures in one unit, the newest first.
            models.Index(F("unit"), F("figure_id").desc(), name="stored_figure_of_unit"),
            # The newest figures about anybody or anything.
            models.Index(
                F("kind"),
                F("target_id"),
                F("visible_from").desc(),
                F("document").desc(),
                name="stored_figure_newest_of_target",
            ),
            # Does a newer article give the same measure another value?
            models.Index(
                F("kind"),
                F("target_id"),
                F("measure"),
                F("published_at").desc(),
                name="stored_figure_newest_of_kind",
                condition=~Q(measure=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.target_id} {self.measure}"
