"""What we publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from articles.models.choices import ArticleKind, Role, Status
from articles.models.facet import WINDOW_IS_OPEN_WHEN_SET
from articles.models.identity import PublicModel

if TYPE_CHECKING:
    import datetime as dt

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.expressions import Combinable

    from articles.models.user import User

LIVE_STATUSES = (Status.PUBLISHED, Status.SCHEDULED)


class ArticleQuerySet(models.QuerySet["Article"]):
    """Who sees what. `policies.can_see` says the same of one article; one table tests both."""

    def live_at(self, instant: dt.datetime | Combinable) -> Self:
        """Return what the public may read at `instant`; `Now()` is the database's clock."""
        return self.filter(Q(status__in=LIVE_STATUSES), Q(visible_from__lte=instant)).exclude(
            visible_until__lte=instant
        )

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Return what `user` may see: for readers what is live, for the desk what its role says."""
        role = getattr(user, "role", Role.NONE) if user.is_active else Role.NONE
        if role in (Role.EDITOR, Role.ADMINISTRATOR):
            return self
        live = self.live_at(Now())
        if role == Role.REPORTER:
            return live | self.filter(created_by=user.pk)
        if role == Role.SECTION_EDITOR:
            return live | self.filter(
                Q(created_by=user.pk) | Q(section__in=user.sections.values("pk"))  # type: ignore[union-attr]
            )
        return live


class Article(PublicModel):
    """An article. Its words live in revisions: one being written, one that the public reads."""

    post = models.OneToOneField("articles.Post", on_delete=models.PROTECT, related_name="article")
    slug = models.SlugField(max_length=120)
    section = models.ForeignKey(
        "articles.Section", on_delete=models.PROTECT, related_name="articles"
    )
    kind = models.CharField(max_length=12, choices=ArticleKind.choices, default=ArticleKind.NEWS)
    language = models.CharField(max_length=16, default="en")
    topics = models.ManyToManyField(
        "articles.Topic",
        blank=True,
        related_name="articles",
        help_text="What it is about, whether or not its words name it.",
    )
    lead_image = models.ForeignKey(
        "articles.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    primary_source_name = models.CharField(max_length=200, blank=True)
    primary_source_url = models.URLField(max_length=1000, blank=True)
    source_stamp = models.CharField(
        max_length=100, blank=True, help_text="The date line of the post, as it was printed."
    )
    source_stamped_at = models.DateTimeField(
        null=True, blank=True, help_text="What the date line means. Empty until that is certain."
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Moves when the news changes, only then."
    )
    visible_from = models.DateTimeField(null=True, blank=True)
    visible_until = models.DateTimeField(null=True, blank=True)
    embargo_note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawal_note = models.TextField(
        blank=True, help_text="Shown to readers in the article's place. Empty: as if it never was."
    )
    draft_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    live_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Moves with every save; a stale save is refused."
    )
    document_version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Moves whenever the published bytes change."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="article_status_is_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="article_live_has_words_and_dates",
                condition=~Q(status__in=LIVE_STATUSES)
                | Q(
                    live_revision__isnull=False,
                    visible_from__isnull=False,
                    first_published_at__isnull=False,
                    updated_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="article_never_updated_before_published",
                condition=Q(updated_at__isnull=True) | Q(updated_at__gte=F("first_published_at")),
            ),
            models.CheckConstraint(
                name="article_window_is_open", condition=WINDOW_IS_OPEN_WHEN_SET
            ),
            models.CheckConstraint(
                name="article_withdrawn_says_when",
                condition=~Q(status=Status.WITHDRAWN) | Q(withdrawn_at__isnull=False),
            ),
        ]
        indexes = [
            # The desk's list: what stands where, newest first.
            models.Index(F("status"), F("id").desc(), name="article_desk_list"),
            # A reporter's own articles.
            models.Index(F("created_by"), F("id").desc(), name="article_of_reporter"),
        ]

    def __str__(self) -> str:
        return self.slug
