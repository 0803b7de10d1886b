"""Somebody at the desk: reads an order a line, does it by the actions, prints what came of it.

`save NAME COUNT WORD` prints the id of each article once it is stored, `retry JOB` sends a job
back. A line `done` ends each answer. What the database refuses while it is away is done again.
"""

import sys
import time
from uuid import UUID

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import InterfaceError, OperationalError, close_old_connections  # noqa: E402

from articles.actions.receive_post import receive_post  # noqa: E402
from articles.actions.retry_job import retry_job  # noqa: E402
from articles.models import Role  # noqa: E402

_PEOPLE = ("Ines Okafor", "Tomas Lindgren", "Mira Sandoval", "Otto Brenner", "Leila Haddad")
_OFFICES = ("Harbour Office", "Coastal Institute", "Weather Council", "River Works")


def post(name, number, word):
    """A short article of its own words."""
    person, other = _PEOPLE[number % 5], _PEOPLE[(number // 5 + 1) % 5]
    office = _OFFICES[number % 4]
    return (
        f"---\ntitle: Tide {number} of {name} reaches the harbour\n"
        f"summary: The {word} report was written by {person}.\nauthors: [{other}]\n---\n"
        f"The water rose by {number} centimetres, according to the {office}.\n\n"
        f"{person} said that the quay would stay open. {other} of the {office} did not agree.\n"
    )


def save(name, count, word):
    for number in range(int(count)):
        receipt = receive_post(
            raw=post(name, number, word).encode(),
            source="Tide wire",
            format="markdown",
            external_id=f"{name}-{number}",
        )
        yield receipt.article.pk


def retry(job):
    editor, _ = get_user_model().objects.get_or_create(username="edda", role=Role.EDITOR)
    yield retry_job(job_id=UUID(job), by=editor).public_id


def answer(order, *words):
    """Do it until it is done: saving twice saves once."""
    told = set()
    while True:
        close_old_connections()
        try:
            for result in {"save": save, "retry": retry}[order](*words):
                if result not in told:
                    told.add(result)
                    print(result, flush=True)
        except (OperationalError, InterfaceError):
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    for line in sys.stdin:
        answer(*line.split())
        print("done", flush=True)
