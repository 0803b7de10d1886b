"""`python -m tests.processes.save NAME COUNT [WORD]`: save posts as the desk does, say which were.

A post that could not be saved is saved again; the article's id is printed once it is stored.
"""

import sys
import time

import django

django.setup()

from django.db import InterfaceError, OperationalError, close_old_connections  # noqa: E402

from articles.actions.receive_post import receive_post  # noqa: E402

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


def save(name, number, word):
    while True:
        close_old_connections()
        try:
            return receive_post(
                raw=post(name, number, word).encode(),
                source="Tide wire",
                format="markdown",
                external_id=f"{name}-{number}",
            )
        except (OperationalError, InterfaceError):
            time.sleep(0.2)


if __name__ == "__main__":
    name, count, *words = sys.argv[1:]
    for number in range(int(count)):
        print(save(name, number, *(words or ["plain"])).article.pk, flush=True)
