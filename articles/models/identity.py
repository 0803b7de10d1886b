"""Ids that the public sees."""

from __future__ import annotations

import uuid_utils.compat
from django.db import models


class PublicModel(models.Model):
    """A record that programs know by a UUIDv7 given when it is first stored."""

    public_id = models.UUIDField(default=uuid_utils.compat.uuid7, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)

    class Meta:
        abstract = True

    @property
    def code(self) -> str:
        """The last eight characters of the id: the random end, short enough for an address."""
        return self.public_id.hex[-8:]
