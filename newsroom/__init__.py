"""The project: composes the domain app, hands in what varies, imported by nothing."""

from newsroom.celery import app as celery_app

__all__ = ["celery_app"]
