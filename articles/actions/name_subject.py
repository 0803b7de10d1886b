"""Give a subject one more name."""

from __future__ import annotations

from articles.engine.names import name_key
from articles.engine.types import Kind
from articles.models import Alias, AnySubject, FacetKind

KINDS = {FacetKind.PERSON: Kind.PERSON, FacetKind.ORGANIZATION: Kind.ORG}


def name_subject(
    *, subject: AnySubject, text: str, case_sensitive: bool = True, is_learned: bool = False
) -> Alias:
    """Insert the alias `text` with its key, or return the one that is there.

    A name that `is_learned` from a text becomes the desk's own once it is written there.
    The key is the engine's `name_key`; a name of which nothing would be left keeps its own form.
    """
    key = name_key(text, KINDS.get(subject.facet_kind)) or text.casefold()
    alias, _created = Alias.objects.get_or_create(
        **{str(subject.facet_kind): subject},
        text=text,
        defaults={"key": key, "case_sensitive": case_sensitive, "is_learned": is_learned},
    )
    if alias.is_learned and not is_learned:
        alias.is_learned = False
        alias.save(update_fields=["is_learned"])
    return alias
