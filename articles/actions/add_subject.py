"""Add somebody or something to the knowledge base."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from slugify import slugify

from articles.actions.name_subject import name_subject
from articles.actions.record_act import record_act
from articles.models import SUBJECT_MODELS, Account, AnySubject, Topic, TopicKind, User
from articles.policies import can_edit_knowledge, require


@transaction.atomic
def add_subject(  # noqa: PLR0913
    *,
    kind: str,
    name: str,
    by: User | None,
    aliases: Iterable[str] = (),
    accounts: Iterable[dict[str, str]] = (),
    case_sensitive: bool = True,
    slug: str = "",
    **fields: Any,
) -> AnySubject:
    """Insert a person, an organization or a topic (`kind` is a TopicKind) with its names.

    `accounts` are {"platform", "handle", "url"}; `case_sensitive` is off where the names are also
    written in small letters. Raises NotAllowed; `by=None` is the house itself.
    """
    require(by is None or can_edit_knowledge(by), "add")
    model = SUBJECT_MODELS.get(kind, Topic)
    if model is Topic:
        fields["kind"] = TopicKind(kind)
    subject = model.objects.create(name=name, slug=_free_slug(model, slug or name), **fields)
    for text in dict.fromkeys([name, *aliases]):
        name_subject(subject=subject, text=text, case_sensitive=case_sensitive)
    owner = {str(subject.facet_kind): subject}
    Account.objects.bulk_create(
        Account(**owner, **{**account, "handle": account["handle"].removeprefix("@")})
        for account in accounts
    )
    record_act(by=by, verb="add", subject=subject, name=name)
    return subject


def _free_slug(model: type[AnySubject], name: str) -> str:
    base = slugify(name, max_length=180) or model.facet_kind.value
    taken = set(model.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
