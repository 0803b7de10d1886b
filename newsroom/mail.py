"""How the newsroom writes to people."""

from __future__ import annotations

from typing import Any

import dj_email_url

CONSOLE = "console://"


def mail_options(url: str) -> dict[str, Any]:
    """Return Django's settings for `url`. Raises ValueError where it names no way to send mail.

    submission://user:password@host:587 (STARTTLS), smtps://…:465 (TLS), smtp://… (neither), or
    console://, which writes mail to the process's log.
    """
    options = dict(dj_email_url.parse(url))
    if "EMAIL_BACKEND" not in options:
        message = "EMAIL_URL must begin with submission://, smtps://, smtp:// or console://"
        raise ValueError(message)
    return options
