"""Where posts come from."""

from __future__ import annotations

from django.db import models


class Source(models.Model):
    """A sender of posts, with what is known of the way it writes dates."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    url = models.URLField(blank=True, max_length=500)
    locale = models.CharField(max_length=16, default="en")
    day_first = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether 11/6/2025 is the 11th of June. Leave unknown if it is not certain.",
    )
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        help_text="The zone of stamps that name none, for example America/New_York.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
