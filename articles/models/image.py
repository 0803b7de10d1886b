"""Pictures, with what a publication owes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat, Now

from articles.models.identity import PublicModel
from articles.models.organization import Organization
from articles.models.person import Person
from articles.models.stored_document import StoredDocument
from articles.models.topic import Topic
from articles.pictures.sizes import Focus

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models.user import User


class ImageQuerySet(models.QuerySet["Image"]):
    """Who sees which picture."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Return what `user` may look at: for readers, what something public shows.

        That is the picture of an article that is public now, or of somebody whom a public article
        names. An address that cannot be guessed is no permission.
        """
        if getattr(user, "is_staff", False):
            return self
        documents = StoredDocument.objects.visible_at(Now()).filter(
            depends_on__contains=[Concat(Value("image:"), Cast(OuterRef("pk"), models.CharField()))]
        )
        shown = Q(Exists(documents))
        for model in (Person, Organization, Topic):
            shown |= Q(Exists(model.objects.visible_to(user).filter(image=OuterRef("pk"))))
        return self.filter(shown)


class Image(PublicModel):
    """A picture: what it shows, who made it, on what terms, and where to look."""

    file = models.FileField(editable=False, help_text="The clean original, never served itself.")
    content_hash = models.CharField(
        max_length=32,
        default="",
        editable=False,
        help_text="Of the original; the first word of all addresses.",
    )
    alt = models.CharField(max_length=300, help_text="What it shows, for those who cannot see it.")
    credit = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    focal_x = models.FloatField(default=0.5, help_text="0 is the left edge, 1 the right.")
    focal_y = models.FloatField(default=0.5, help_text="0 is the top edge, 1 the bottom.")
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    renditions = models.JSONField(
        default=dict,
        editable=False,
        help_text="Which files stand ready: their focus, and by shape their widths and heights.",
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="image_focus_within",
                condition=Q(focal_x__range=(0, 1)) & Q(focal_y__range=(0, 1)),
            ),
            models.CheckConstraint(name="image_has_alt", condition=~Q(alt="")),
        ]
        indexes = [
            # A file is asked for: whose is it?
            models.Index(fields=["content_hash"], name="image_by_content"),
        ]

    def __str__(self) -> str:
        return self.alt

    @property
    def key(self) -> str:
        """The record as documents name it: "image:12"."""
        return f"image:{self.pk}"

    @property
    def focus(self) -> Focus:
        """The point that crops keep in view."""
        return Focus.of(self.focal_x, self.focal_y)

    @property
    def is_ready(self) -> bool:
        """Whether readers can be shown it."""
        return bool(self.renditions)
