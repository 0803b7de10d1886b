"""What a webhook says of a change: thin, so that whoever hears it asks the API for the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import orjson

from articles.documents.change_record import change_record
from articles.models import TEST_EVENT, Delivery
from articles.selectors.changes import public_change
from articles.selectors.clock import database_now


def change_event(delivery: Delivery) -> str | None:
    """Return the body of a webhook as JSON (Standard Webhooks 1.0: type, timestamp, data).

    `data` is the record of the changes feed. None where the change may not be told, or not any
    more; that an article is gone may always be.
    """
    if delivery.sequence is None:
        data = {"endpoint": delivery.endpoint.public_id}
        return _json(event_type(delivery.kind), database_now(), data)
    change = public_change(delivery.sequence)
    if change is None:
        return None
    return _json(event_type(delivery.kind), change.at, change_record(change))


def event_type(kind: str) -> str:
    """Return the name by which receivers know a kind of change."""
    return "webhook.test" if kind == TEST_EVENT else f"article.{kind}"


def _json(name: str, at: dt.datetime, data: Mapping[str, object]) -> str:
    event = {"type": name, "timestamp": at, "data": data}
    options = orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS
    return orjson.dumps(event, option=options).decode()
