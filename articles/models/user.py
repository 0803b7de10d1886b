"""People who sign in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from articles.models.choices import Role


class User(AbstractUser):
    """Somebody with a login. One role says what they may do; section editors have sections."""

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.NONE, blank=True)
    time_zone = models.CharField(
        max_length=64,
        default="UTC",
        help_text="Times at the desk are shown in this zone, for example Europe/Paris.",
    )
    sections = models.ManyToManyField(
        "articles.Section",
        blank=True,
        related_name="editors",
        help_text="For section editors: where they may act as editors.",
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                name="user_role_is_known",
                condition=models.Q(role__in=Role.values),
            ),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep Django's own desk flags in step with the role, which is the only truth."""
        if self.is_superuser:
            self.role = Role.ADMINISTRATOR
        self.is_staff = self.role != Role.NONE
        super().save(*args, **kwargs)  # type: ignore[arg-type]
