"""People of the knowledge base."""

from __future__ import annotations

from django.db import models

from articles.models.choices import FacetKind
from articles.models.organization import Organization
from articles.models.subject import Subject, SubjectQuerySet


class Person(Subject):
    """A person whom articles name, or who writes them."""

    facet_kind = FacetKind.PERSON

    is_staff_author = models.BooleanField(
        default=False, help_text="Writes for this publication: has an author page."
    )

    objects = SubjectQuerySet.as_manager()

    class Meta(Subject.Meta):
        verbose_name_plural = "people"


class Affiliation(models.Model):
    """What a person is or was at an organization. Dates are partial ISO 8601."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="affiliations"
    )
    role = models.CharField(max_length=200, blank=True)
    started = models.CharField(max_length=10, blank=True, help_text="2024, 2024-11 or 2024-11-06.")
    ended = models.CharField(max_length=10, blank=True)
    evidence_url = models.URLField(max_length=500, blank=True)
    evidence = models.ForeignKey(
        "articles.Article",
        on_delete=models.CASCADE,  # without its evidence nobody says so
        null=True,
        blank=True,
        related_name="+",
        help_text="The article that says so.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="affiliation_once",
                fields=["person", "organization", "role", "started"],
            ),
        ]

    def __str__(self) -> str:
        return self.role or "affiliated"
