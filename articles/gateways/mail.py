"""Mail to people, through whatever EMAIL_URL names."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage, get_connection


def send(recipients: Sequence[str], *, subject: str, text: str) -> None:
    """Send each of `recipients` a mail of their own. Raises OSError or SMTPException."""
    one_line = " ".join(subject.split())
    messages = [EmailMessage(one_line, text, to=[recipient]) for recipient in recipients]
    get_connection().send_messages(messages)
