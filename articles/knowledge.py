"""What the house knows, as the engine asks for it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from articles.engine.names import name_key
from articles.engine.types import Candidate, Kind, KnownName
from articles.models import (
    SUBJECT_FIELDS,
    Account,
    Alias,
    Organization,
    Person,
    Topic,
    TopicKind,
    subject_of,
)

KIND_OF_TOPIC = {
    TopicKind.PRODUCT: Kind.PRODUCT,
    TopicKind.WORK: Kind.WORK,
    TopicKind.PLACE: Kind.PLACE,
    TopicKind.EVENT: Kind.EVENT,
    TopicKind.LAW: Kind.LAW,
}


class DatabaseKnowledge:
    """The knowledge base at one moment: read once, on first use, in three queries.

    Topics of the kind *subject* ("open source") are no names, so the engine is not told of them.
    """

    def known_names(self) -> list[KnownName]:
        """Return every alias and handle."""
        names = [
            KnownName(
                text=alias.text,
                kind=kind,
                target=subject.facet_key,
                name=subject.name,
                case_sensitive=alias.case_sensitive,
            )
            for alias, subject, kind in self._aliases
        ]
        handles = [
            KnownName(
                text=f"@{account.handle}",
                kind=Kind.HANDLE,
                target=subject.facet_key,
                name=subject.name,
                is_handle=True,
                case_sensitive=False,
            )
            for account, subject in self._accounts
        ]
        return names + handles

    def candidates(self, name: str, kind: Kind) -> list[Candidate]:
        """Return the subjects that have `name`, however it is spelled, among their aliases."""
        if kind == Kind.HANDLE:
            found = self._by_handle.get(name.removeprefix("@").casefold(), [])
        else:
            found = [c for c in self._by_key.get(name_key(name, kind), []) if c.kind == kind]
        return list(found)

    @cached_property
    def _aliases(self) -> list[tuple[Alias, Person | Organization | Topic, Kind]]:
        rows = Alias.objects.select_related(*SUBJECT_FIELDS).order_by("pk")
        return [
            (alias, subject, kind)
            for alias in rows
            if (subject := subject_of(alias)) is not None
            and (kind := _kind_of(subject)) is not None
        ]

    @cached_property
    def _accounts(self) -> list[tuple[Account, Person | Organization | Topic]]:
        rows = Account.objects.select_related(*SUBJECT_FIELDS).order_by("pk")
        return [(row, subject) for row in rows if (subject := subject_of(row)) is not None]

    @cached_property
    def _everybody(self) -> dict[str, Candidate]:
        aliases: dict[str, list[str]] = defaultdict(list)
        handles: dict[str, list[str]] = defaultdict(list)
        subjects: dict[str, tuple[Person | Organization | Topic, Kind]] = {}
        for alias, subject, kind in self._aliases:
            aliases[subject.facet_key].append(alias.text)
            subjects[subject.facet_key] = (subject, kind)
        for account, subject in self._accounts:
            handles[subject.facet_key].append(account.handle)
        return {
            target: Candidate(
                target=target,
                kind=kind,
                name=subject.name,
                aliases=tuple(aliases[target]),
                handles=tuple(handles[target]),
                context=tuple(subject.description.split()),
            )
            for target, (subject, kind) in subjects.items()
        }

    @cached_property
    def _by_key(self) -> dict[str, list[Candidate]]:
        index: dict[str, list[Candidate]] = defaultdict(list)
        for alias, subject, _kind in self._aliases:
            candidate = self._everybody[subject.facet_key]
            if candidate not in index[alias.key]:
                index[alias.key].append(candidate)
        return index

    @cached_property
    def _by_handle(self) -> dict[str, list[Candidate]]:
        index: dict[str, list[Candidate]] = defaultdict(list)
        for account, subject in self._accounts:
            if candidate := self._everybody.get(subject.facet_key):
                index[account.handle.casefold()].append(candidate)
        return index


def _kind_of(subject: Person | Organization | Topic) -> Kind | None:
    if isinstance(subject, Person):
        return Kind.PERSON
    if isinstance(subject, Organization):
        return Kind.ORG
    return KIND_OF_TOPIC.get(TopicKind(subject.kind))
