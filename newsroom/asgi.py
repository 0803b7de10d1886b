"""The door for server-sent events only: pages, desk and API go through wsgi."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("ROOT_URLCONF", "newsroom.event_urls")
django.setup()

from articles.api.stream import application  # noqa: E402 - the models must be ready

__all__ = ["application"]
