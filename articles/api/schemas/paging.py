"""Pages of lists."""

from __future__ import annotations

from functools import cache
from typing import Any

from rest_framework import serializers


@cache
def page_schema(item: type[serializers.Serializer[Any]]) -> type[serializers.Serializer[Any]]:
    """Return the shape of a page of `item`s."""
    return type(
        f"{item.__name__}Page",
        (serializers.Serializer,),
        {
            "__doc__": "One page of a list.",
            "results": item(many=True),
            "next": serializers.URLField(allow_null=True),
            "previous": serializers.URLField(allow_null=True),
            "count": serializers.IntegerField(
                required=False, help_text="How many in all, where `count` asks for it."
            ),
        },
    )
