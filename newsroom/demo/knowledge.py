"""What the demo's house knows before the first post: knowledge.toml becomes records."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from articles.actions.add_subject import add_subject
from articles.models import Affiliation, AnySubject, Organization, Person, Section, Topic

FOLDER = Path(__file__).parent
SECTIONS = {
    "Artificial intelligence": "Models, laboratories and the people who build them.",
    "Open source": "Projects, licences and the communities that carry them.",
    "Business": "Money, markets and companies.",
    "Policy": "Laws, courts and regulators.",
}
OWN_FIELDS = {"kind", "role", "bio"}


@transaction.atomic
def load_knowledge() -> None:
    """Add the sections, people, organizations and topics that are not there yet."""
    for position, (name, description) in enumerate(SECTIONS.items()):
        Section.objects.get_or_create(
            slug=name.lower().replace(" ", "-"),
            defaults={"name": name, "description": description, "position": position},
        )
    known = tomllib.loads((FOLDER / "knowledge.toml").read_text(encoding="utf-8"))
    for entry in known.get("staff", []):
        _add("person", Person, entry | {"description": entry["bio"], "is_staff_author": True})
    for entry in known["people"]:
        _add("person", Person, entry)
    for entry in known["organizations"]:
        _add("organization", Organization, entry)
    for entry in known["topics"]:
        _add(entry.get("kind", "subject"), Topic, entry)
    for entry in known.get("affiliations", []):
        _affiliate(entry)


def _add(kind: str, model: type[AnySubject], entry: dict[str, Any]) -> None:
    if model.objects.filter(name=entry["name"]).exists():
        return
    fields = {field: value for field, value in entry.items() if field not in OWN_FIELDS}
    add_subject(kind=kind, by=None, **fields)


def _affiliate(entry: dict[str, str]) -> None:
    Affiliation.objects.get_or_create(
        person=Person.objects.get(name=entry["person"]),
        organization=Organization.objects.get(name=entry["organization"]),
        role=entry.get("role", ""),
        started=entry.get("start", ""),
        defaults={"ended": entry.get("end", ""), "evidence_url": entry.get("evidence", "")},
    )
