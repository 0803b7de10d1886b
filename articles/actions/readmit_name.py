"""Let a spelling be a name again."""

from __future__ import annotations

from django.db import transaction

from articles.actions.record_act import record_act
from articles.models import ExcludedName, User
from articles.policies import can_edit_knowledge, require


@transaction.atomic
def readmit_name(*, name: ExcludedName, by: User) -> None:
    """Take the exclusion back; articles are read with it from then on. Raises NotAllowed."""
    require(can_edit_knowledge(by), "readmit")
    record_act(by=by, verb="readmit", subject=name, text=name.text)
    name.delete()
