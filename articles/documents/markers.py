"""Finished HTML put into rendered templates, so that no template is ever handed HTML.

A template marks a place with a comment, <!--body-->. Whatever a template writes of its context is
escaped, so no value can bring a marker of its own.
"""

from __future__ import annotations


def fill(rendered: str, **fragments: str) -> str:
    """Return `rendered` with each marker replaced by the fragment of its name.

    Raises LookupError where a marker does not stand there exactly once.
    """
    places = {_only_place(rendered, name): name for name in fragments}
    pieces, at = [], 0
    for place, name in sorted(places.items()):
        pieces += [rendered[at:place], fragments[name]]
        at = place + len(_marker(name))
    return "".join([*pieces, rendered[at:]])


def split(rendered: str, *names: str) -> list[str]:
    """Return the stretches of `rendered` between the markers, which stand there in this order.

    Raises LookupError where a marker is missing or stands before its predecessor.
    """
    pieces = []
    for name in names:
        _only_place(rendered, name)
        before, _, rendered = rendered.partition(_marker(name))
        pieces.append(before)
    return [*pieces, rendered]


def _marker(name: str) -> str:
    return f"<!--{name}-->"


def _only_place(rendered: str, name: str) -> int:
    if rendered.count(_marker(name)) != 1:
        message = f"The marker of {name!r} must stand in the template exactly once."
        raise LookupError(message)
    return rendered.index(_marker(name))
