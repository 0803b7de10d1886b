"""The parts of the publication."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

# The first words of other addresses: a section of that name could not be reached.
RESERVED_SLUGS = (
    "about",
    "api",
    "corrections",
    "desk",
    "events",
    "media",
    "organizations",
    "people",
    "search",
    "static",
    "topics",
)

_is_free = RegexValidator(
    rf"^({'|'.join(RESERVED_SLUGS)})$",
    "The site uses this word for pages of its own.",
    inverse_match=True,
)


class Section(models.Model):
    """A part of the publication: the first word of an article's address."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True, validators=[_is_free])
    description = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower comes first.")

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                name="section_slug_is_free", condition=~Q(slug__in=RESERVED_SLUGS)
            ),
        ]

    def __str__(self) -> str:
        return self.name
