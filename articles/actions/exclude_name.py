"""Say that a spelling never means anyone."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.record_act import record_act
from articles.models import AnySubject, ExcludedName, Mention, User
from articles.policies import can_edit_knowledge, require
from articles.selectors.candidates import owner_of


class NameInUse(Exception):
    """The spelling is a name of `subject`, who is in the knowledge base."""

    def __init__(self, text: str, subject: AnySubject) -> None:
        """Keep whose name it is."""
        super().__init__(f"“{text}” is a name of {subject.name}. Take it away there first.")
        self.subject = subject


@transaction.atomic
def exclude_name(*, text: str, by: User, case_sensitive: bool = True) -> ExcludedName:
    """Let `text` never become a mention again, and withdraw what is proposed of it.

    Judged mentions stay. Raises NotAllowed, NameInUse, or ValueError for an empty text.
    """
    require(can_edit_knowledge(by), "exclude")
    spelling = " ".join(text.split())
    if not spelling:
        raise ValueError("an excluded name needs a text")
    owner = owner_of(spelling, case_sensitive=case_sensitive)
    if owner is not None:
        raise NameInUse(spelling, owner)
    name, _created = ExcludedName.objects.update_or_create(
        text=spelling,
        defaults={
            "case_sensitive": case_sensitive,
            "excluded_by": by,
            "excluded_at": timezone.now(),
        },
    )
    same = {"quote": spelling} if case_sensitive else {"quote__iexact": spelling}
    Mention.objects.proposals().filter(**same).delete()
    record_act(by=by, verb="exclude", subject=name, text=spelling)
    return name
