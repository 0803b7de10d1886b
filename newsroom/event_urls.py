"""What the events process serves: the stream. The API is here, too, since events name its addresses."""

from __future__ import annotations

from django.urls import include, path

from articles.api.events import stream_changes

urlpatterns = [
    path("events/changes/", stream_changes, name="stream-changes"),
    path("api/", include("articles.api.urls")),
]
