"""One instant, written the same way everywhere; and dates that are known in part only."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def iso_utc(moment: dt.datetime) -> str:
    """Return an instant as ISO 8601 in UTC, in whole seconds: 2025-11-06T18:36:00Z."""
    utc = moment.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='seconds')}Z"


def whole_seconds(moment: dt.datetime) -> dt.datetime:
    """Return the instant without its fraction: no surface shows one, so none may compare one."""
    return moment.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant for people and for programs at once."""

    iso: str
    words: str
    day: str

    @classmethod
    def of(cls, moment: dt.datetime) -> Self:
        """Return the instant in the publication's zone, the zone named."""
        local = moment.astimezone(ZoneInfo(settings.PUBLICATION_TIME_ZONE))
        day = date_format(local, "DATE_FORMAT")
        # Translators: an instant in words, as in "6 November 2025, 18:36 UTC".
        words = _("%(day)s, %(time)s %(zone)s") % {
            "day": day,
            "time": time_format(local, "TIME_FORMAT"),
            "zone": local.tzname(),
        }
        return cls(iso_utc(moment), words, day)


def is_partial_date(value: str) -> bool:
    """Return whether `value` is an ISO 8601 year, month or day."""
    return _PARTIAL.fullmatch(value) is not None


def partial_date_words(value: str) -> str:
    """Return a partial ISO 8601 date in words: "2023-11" is November 2023. Others stay as they are."""
    found = _PARTIAL.fullmatch(value)
    if found is None:
        return value
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        moment = dt.date(year, month or 1, day or 1)
    except ValueError:
        return value
    pattern = "DATE_FORMAT" if day else "YEAR_MONTH_FORMAT" if month else "Y"
    return date_format(moment, pattern)
