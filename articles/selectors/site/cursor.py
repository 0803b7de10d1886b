"""Where a list goes on. Lists are walked by keyset: no page costs more than the first."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class BadCursor(ValueError):
    """The text is no cursor that a list gave out."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last article of a page, in the order of lists: newest first, then highest id."""

    visible_from: dt.datetime
    article_id: int

    def __str__(self) -> str:
        return f"{(self.visible_from - _EPOCH) // _MICROSECOND}-{self.article_id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the cursor written in `text`, None for none. Raises BadCursor for anything else."""
        if not text:
            return None
        found = _FORM.fullmatch(text)
        if found is None:
            raise BadCursor
        try:
            moment = _EPOCH + int(found[1]) * _MICROSECOND
        except OverflowError as error:
            raise BadCursor from error
        return cls(moment, int(found[2]))
