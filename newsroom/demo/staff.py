"""Who signs in to the demo."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from articles.models import Role, Section, User

PEOPLE = {
    "editor": Role.EDITOR,
    "reporter": Role.REPORTER,
    "section-editor": Role.SECTION_EDITOR,
    "administrator": Role.ADMINISTRATOR,
}


def make_staff(login_file: Path) -> dict[str, User]:
    """Return the demo's people at the desk, one a role.

    They share one password, made at random once and kept in `login_file`, readable by its owner.
    """
    password = _password(login_file)
    staff = {}
    for name, role in PEOPLE.items():
        user, created = User.objects.get_or_create(username=name, defaults={"role": role})
        if created or not user.check_password(password):
            user.set_password(password)
            user.save()
        staff[name] = user
    staff["section-editor"].sections.set(Section.objects.filter(slug="open-source"))
    return staff


def _password(login_file: Path) -> str:
    if login_file.exists():
        return login_file.read_text().split()[1]
    password = secrets.token_urlsafe(9)
    login_file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(login_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"editor {password}\n")
    return password
