"""What the house knows, as the engine asks for it.

Reading every name takes a second where there are many, so each process keeps what it has read for
as long as the tables stay as they were. The database says so before each article, without anybody
having to remember it: the ids of the transactions that wrote the rows add up to another sum after
every change (a new row's id is higher than all before it).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db import connection

from articles.engine.names import name_key
from articles.engine.types import Candidate, Kind, KnownName, Meaning
from articles.models import (
    SUBJECT_FIELDS,
    Account,
    Affiliation,
    Alias,
    AnySubject,
    ExcludedName,
    Judgement,
    Organization,
    Person,
    Topic,
    TopicKind,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from articles.models import Article

KIND_OF_TOPIC = {
    TopicKind.PRODUCT: Kind.PRODUCT,
    TopicKind.WORK: Kind.WORK,
    TopicKind.PLACE: Kind.PLACE,
    TopicKind.EVENT: Kind.EVENT,
    TopicKind.LAW: Kind.LAW,
}
_TABLES = [
    model._meta.db_table
    for model in (Person, Organization, Topic, Alias, Account, Affiliation, ExcludedName)
]
_STATE = " UNION ALL ".join(
    f'SELECT {number}, count(*), coalesce(sum(xmin::text::bigint), 0) FROM "{table}"'  # noqa: S608 - our own table names
    for number, table in enumerate(_TABLES)
)

_State = list[tuple[Any, ...]]


class DatabaseKnowledge:
    """The knowledge base at one moment.

    Topics of the kind *subject* ("open source") are no names, so the engine is not told of them.
    """

    _latest: tuple[_State, _Known] | None = None

    def __init__(self, *, beside: Article | None = None) -> None:
        """Read what changed. Judgements in the article `beside` do not count as earlier ones."""
        self._beside = beside
        state = _state()
        latest = DatabaseKnowledge._latest
        if latest is None or latest[0] != state:
            latest = DatabaseKnowledge._latest = (state, _Known())
        self._known = latest[1]

    def known_names(self) -> Sequence[KnownName]:
        """Return every alias and handle, and what never is a name."""
        return self._known.names

    def candidates(self, name: str, kind: Kind) -> list[Candidate]:
        """Return the subjects that have `name`, however it is spelled, among their aliases."""
        if kind == Kind.HANDLE:
            return list(self._known.by_handle.get(name.removeprefix("@").casefold(), ()))
        found = self._known.by_key.get(name_key(name, kind), ())
        return [one for one in found if one.kind == kind]

    def meanings(self, spellings: Collection[str]) -> Mapping[str, Sequence[Meaning]]:
        """Return what judged articles meant by the spellings, at one query."""
        meant: dict[str, list[Meaning]] = defaultdict(list)
        for row in Judgement.objects.meanings(spellings, beside=self._beside):
            target = next((f"{name}:{row[name]}" for name in SUBJECT_FIELDS if row[name]), "")
            candidate = self._known.everybody.get(target)
            if candidate:
                meant[row["quote_key"]].append(Meaning(candidate, row["articles"]))
        return meant


class _Known:
    """All names of the knowledge base, read in four queries, with the ways to find them."""

    def __init__(self) -> None:
        aliases = list(_owned(Alias.objects.select_related(*SUBJECT_FIELDS).order_by("pk")))
        accounts = list(_owned(Account.objects.select_related(*SUBJECT_FIELDS).order_by("pk")))
        self.names = (*_aliases(aliases), *_handles(accounts), *_excluded())
        self.everybody = _everybody(aliases, accounts, _posts())
        self.by_key: dict[str, list[Candidate]] = defaultdict(list)
        self.by_handle: dict[str, list[Candidate]] = defaultdict(list)
        for alias, subject in aliases:
            candidate = self.everybody.get(subject.facet_key)
            if candidate and candidate not in self.by_key[alias.key]:
                self.by_key[alias.key].append(candidate)
        for account, subject in accounts:
            if candidate := self.everybody.get(subject.facet_key):
                self.by_handle[account.handle.casefold()].append(candidate)


def _state() -> _State:
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        return sorted(cursor.fetchall())


def _owned(rows: Iterable[Any]) -> Iterator[tuple[Any, AnySubject]]:
    for row in rows:
        subject = subject_of(row)
        if subject is not None:
            yield row, subject


def _aliases(aliases: Iterable[tuple[Alias, AnySubject]]) -> Iterator[KnownName]:
    for alias, subject in aliases:
        kind = _kind_of(subject)
        if kind is not None:
            yield KnownName(
                text=alias.text,
                kind=kind,
                target=subject.facet_key,
                name=subject.name,
                case_sensitive=alias.case_sensitive,
            )


def _handles(accounts: Iterable[tuple[Account, AnySubject]]) -> Iterator[KnownName]:
    for account, subject in accounts:
        yield KnownName(
            text=f"@{account.handle}",
            kind=Kind.HANDLE,
            target=subject.facet_key,
            name=subject.name,
            is_handle=True,
            case_sensitive=False,
        )


def _excluded() -> Iterator[KnownName]:
    for row in ExcludedName.objects.all():
        yield KnownName(
            text=row.text,
            kind=Kind.NORP,
            target="",
            name=row.text,
            case_sensitive=row.case_sensitive,
            means_nobody=True,
        )


def _posts() -> dict[str, list[str]]:
    """Return what each person is or was, where."""
    posts: dict[str, list[str]] = defaultdict(list)
    rows = Affiliation.objects.values_list("person_id", "role", "organization__name")
    for person, role, organization in rows:
        posts[f"person:{person}"] += [role, organization]
    return posts


def _everybody(
    aliases: Sequence[tuple[Alias, AnySubject]],
    accounts: Sequence[tuple[Account, AnySubject]],
    posts: Mapping[str, Sequence[str]],
) -> dict[str, Candidate]:
    names: dict[str, list[str]] = defaultdict(list)
    handles: dict[str, list[str]] = defaultdict(list)
    for alias, subject in aliases:
        names[subject.facet_key].append(alias.text)
    for account, subject in accounts:
        handles[subject.facet_key].append(account.handle)
    return {
        target: Candidate(
            target=target,
            kind=kind,
            name=subject.name,
            aliases=tuple(names[target]),
            handles=tuple(handles[target]),
            context=(*subject.description.split(), *posts.get(target, ())),
        )
        for target, subject in {one.facet_key: one for _, one in aliases}.items()
        if (kind := _kind_of(subject)) is not None
    }


def _kind_of(subject: AnySubject) -> Kind | None:
    if isinstance(subject, Person):
        return Kind.PERSON
    if isinstance(subject, Organization):
        return Kind.ORG
    return KIND_OF_TOPIC.get(TopicKind(subject.kind))
