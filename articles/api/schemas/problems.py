"""What went wrong, as a shape."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class ProblemDetails(serializers.Serializer[Any]):
    """RFC 9457. Each kind adds members of its own."""

    type = serializers.URLField(help_text="Names the kind, and explains it when opened.")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False)
