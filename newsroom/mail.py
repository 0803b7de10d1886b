"""How the newsroom writes to people."""

from __future__ import annotations

from typing import Any

import dj_email_url

CONSOLE = "console://"
_SCHEMES = ("submission://", "smtp://", CONSOLE)


def mail_options(url: str) -> dict[str, Any]:
    """Return Django's settings for `url`. Raises ValueError where it names no way to send mail.

    submission://user:password@host:587 (STARTTLS), smtp://…:465/?ssl=True (TLS), smtp://…
    (neither), or console://, which writes mail to the process's log.
    """
    if not url.startswith(_SCHEMES):
        message = f"EMAIL_URL must begin with {', '.join(_SCHEMES)}"
        raise ValueError(message)
    return dict(dj_email_url.parse(url))
