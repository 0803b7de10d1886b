"""What the events process serves, and nothing else."""

from __future__ import annotations

from django.urls import path

from articles.api.events import stream_changes

urlpatterns = [path("events/changes/", stream_changes, name="stream-changes")]
