"""One instant in all the ways in which rows and documents write it."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings

from articles.documents.dates import Moment
from articles.documents.feed_forms import rfc822


def spellings(moment: dt.datetime) -> dict[str, str]:
    """Return them by name; one that holds another comes first."""
    written = Moment.of(moment)
    local = moment.astimezone(ZoneInfo(settings.PUBLICATION_TIME_ZONE))
    return {
        "words": written.words,
        "day": written.day,
        "iso": written.iso,
        "rfc822": rfc822(moment),
        "sql": f"{moment:%Y-%m-%d %H:%M:%S}+00",
        "month": f"/{local:%Y}/{local:%m}/",
        "date": f"{local:%Y-%m-%d}",
    }
