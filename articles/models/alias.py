"""The names and accounts by which subjects are known."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower, Now, Upper

from articles.models.mention import Mention
from articles.models.ownership import SUBJECT_FIELDS, exactly_one_subject
from articles.models.stored_document import StoredDocument

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models.user import User


class AliasQuerySet(models.QuerySet["Alias"]):
    """Names, and who may know them."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Return the names that `user` may know: for readers, no spelling of a draft alone."""
        return self if getattr(user, "is_staff", False) else self.public()

    def public(self) -> Self:
        """Return what the desk wrote, and what was learned from texts that are public now."""
        revisions = StoredDocument.objects.visible_at(Now()).values("revision")
        used = Mention.objects.accepted().filter(quote=OuterRef("text"), revision__in=revisions)
        of_owner = (Q(Exists(used.filter(**{name: OuterRef(name)}))) for name in SUBJECT_FIELDS)
        return self.filter(reduce(or_, of_owner, Q(is_learned=False)))


class Alias(models.Model):
    """One name of one subject. The subject's own name is an alias too, so that one index serves."""

    person = models.ForeignKey(
        "articles.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    organization = models.ForeignKey(
        "articles.Organization",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
    )
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    text = models.CharField(max_length=200)
    key = models.CharField(
        max_length=200, editable=False, help_text="The name without case, accents and honorifics."
    )
    case_sensitive = models.BooleanField(
        default=True, help_text="Off where the name is also written in small letters."
    )
    is_learned = models.BooleanField(
        default=False,
        editable=False,
        help_text="Accepted in a text, not written at the desk; public where a public text has it.",
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aliases"
        constraints = [
            models.CheckConstraint(name="alias_has_one_owner", condition=exactly_one_subject()),
            models.CheckConstraint(name="alias_has_key", condition=~Q(key="")),
            models.UniqueConstraint(
                name="alias_once_per_owner",
                fields=["person", "organization", "topic", "text"],
                nulls_distinct=False,
            ),
        ]
        indexes = [
            # Whom may this name mean? (reconciliation)
            models.Index(fields=["key"], name="alias_by_key"),
            # Names that look like what a reader typed. (search)
            GinIndex(OpClass(Upper("text"), name="gin_trgm_ops"), name="alias_by_likeness"),
        ]

    def __str__(self) -> str:
        return self.text


class Account(models.Model):
    """A subject's account on a platform."""

    person = models.ForeignKey(
        "articles.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="accounts"
    )
    organization = models.ForeignKey(
        "articles.Organization",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="accounts",
    )
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.CASCADE, null=True, blank=True, related_name="accounts"
    )
    platform = models.CharField(max_length=40, help_text="For example twitter, github, mastodon.")
    handle = models.CharField(max_length=100, help_text="Without the at sign.")
    url = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="account_has_one_owner", condition=exactly_one_subject()),
            models.UniqueConstraint(
                Lower("platform"), Lower("handle"), name="account_once_per_platform"
            ),
            models.CheckConstraint(
                name="account_handle_is_bare",
                condition=~Q(handle="") & ~Q(handle__startswith="@"),
            ),
        ]

    def __str__(self) -> str:
        return f"@{self.handle}"
