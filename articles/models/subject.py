"""What people, organizations and topics have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now

from articles.models.choices import FacetKind
from articles.models.facet import Facet, WindowQuerySet
from articles.models.identity import PublicModel

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models.user import User


class SubjectQuerySet(models.QuerySet["Subject"]):
    """Questions that every kind of subject answers."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Return what `user` may know exists: for readers, what a public article names."""
        if getattr(user, "is_staff", False):
            return self
        return self.filter(Exists(self._public_facets()))

    def _public_facets(self) -> WindowQuerySet:
        kind: FacetKind = self.model.facet_kind
        return Facet.objects.visible_at(Now()).filter(
            kind__in=[kind, FacetKind.AUTHOR] if kind == FacetKind.PERSON else [kind],
            target_id=OuterRef("pk"),
        )


class Subject(PublicModel):
    """Somebody or something that articles are about."""

    facet_kind: FacetKind

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    description = models.TextField(blank=True)
    description_as_of = models.DateField(
        null=True, blank=True, help_text="The day on which the description was true."
    )
    description_source = models.URLField(max_length=500, blank=True)
    image = models.ForeignKey(
        "articles.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    same_as = ArrayField(
        models.URLField(max_length=500),
        default=list,
        blank=True,
        help_text="Addresses of pages about the same one (schema.org sameAs).",
    )
    external_ids = models.JSONField(
        default=dict, blank=True, help_text='Ids elsewhere, for example {"wikidata": "Q312"}.'
    )

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def facet_key(self) -> str:
        """The record as documents and the engine name it: "person:12"."""
        return f"{self.facet_kind}:{self.pk}"
