"""Pictures, with what a publication owes them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.identity import PublicModel


class Image(PublicModel):
    """A picture: what it shows, who made it, on what terms, and where to look."""

    file = models.ImageField(upload_to="images/", width_field="width", height_field="height")
    alt = models.CharField(max_length=300, help_text="What it shows, for those who cannot see it.")
    credit = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    focal_x = models.FloatField(default=0.5, help_text="0 is the left edge, 1 the right.")
    focal_y = models.FloatField(default=0.5, help_text="0 is the top edge, 1 the bottom.")
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="image_focus_within",
                condition=Q(focal_x__range=(0, 1)) & Q(focal_y__range=(0, 1)),
            ),
            models.CheckConstraint(name="image_has_alt", condition=~Q(alt="")),
        ]

    def __str__(self) -> str:
        return self.alt
