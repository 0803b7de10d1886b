"""Celery carries {"job": id} and nothing else. The truth is in PostgreSQL; the broker is a doorbell."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

from celery import Celery
from celery.signals import worker_init
from django.apps import apps

if TYPE_CHECKING:
    from articles.apps import ArticlesConfig

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

app = Celery("newsroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["articles"])
app.steps["worker"].add("newsroom.watchdog:WatchdogStep")


@worker_init.connect  # type: ignore[untyped-decorator]
def load_tagger_before_the_fork(**_: Any) -> None:
    """Load the model once in the main process: its children share the memory and start at once."""
    cast("ArticlesConfig", apps.get_app_config("articles")).tagger()
