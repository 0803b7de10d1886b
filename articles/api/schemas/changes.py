"""What happened, for those who keep a copy."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.models import ChangeKind


class ChangeRecord(serializers.Serializer[Any]):
    """One change. Of an article that is gone it gives the id, and the public note if there is one."""

    sequence = serializers.IntegerField(help_text="Grows in the order of commits, without gaps.")
    kind = serializers.ChoiceField(
        ChangeKind.choices,
        help_text="After `expired` and `withdrawn` the article is gone, after all others there."
        " `rewritten`: its bytes changed and its news did not, as when somebody was renamed.",
    )
    at = serializers.DateTimeField(help_text="When it was written down.")
    id = serializers.UUIDField(help_text="Of the article.")
    version = serializers.IntegerField(
        allow_null=True, help_text="`version` of the article after this change."
    )
    url = serializers.URLField(allow_null=True, help_text="Its page now.")
    api_url = serializers.URLField(allow_null=True, help_text="Where to get it.")
    etag = serializers.CharField(
        allow_null=True,
        help_text="Of the article there as JSON, as it is now: whoever holds it has nothing to get.",
    )
    note = serializers.CharField(allow_null=True, help_text="Why it was withdrawn, for readers.")


class ChangePage(serializers.Serializer[Any]):
    """Some changes, and where to go on."""

    results = ChangeRecord(many=True)
    next = serializers.URLField(allow_null=True, help_text="Null: there is no more at present.")
    previous = serializers.URLField(allow_null=True, help_text="Always null.")
    sequence = serializers.IntegerField(help_text="Up to here it was told: `since` of next time.")
