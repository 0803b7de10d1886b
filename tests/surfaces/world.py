"""Everything that must not be seen, in every state, beside one article that is public."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from articles.actions.choose_lead import choose_lead
from articles.actions.correct_article import correct_article
from articles.actions.describe_article import describe_article
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import Card, Question, revise_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import (
    Article,
    Change,
    Correction,
    Facet,
    Person,
    Post,
    Revision,
    SearchRow,
    Status,
    StoredCitation,
    StoredDocument,
    StoredFigure,
)
from articles.selectors.clock import database_now
from tests.surfaces.marks import Marks, knowledge
from tests.surfaces.rows import KNOWLEDGE, make_missing, owned_by
from tests.surfaces.story import Subjects, make_subjects, write_story

HOUR = dt.timedelta(hours=1)
OPEN = "open"
NOTED = "withdrawn with a note"
NOTE = "the public note"


@dataclass
class World:
    """What stands in the database, and what marks it."""

    editor: object
    writer: object
    marks: Marks = field(default_factory=Marks)
    articles: dict[str, Article] = field(default_factory=dict)
    subjects: dict[str, Subjects] = field(default_factory=dict)
    open: Article | None = None
    sections: dict[str, object] = field(default_factory=dict)

    def hidden(self) -> list[Article]:
        """Return the articles that never were, for readers."""
        return [article for owner, article in self.articles.items() if owner != NOTED]


def write(world: World, owner: str, picture) -> Article:
    """Write an article for a state, and mark whatever belongs to it."""
    subjects = make_subjects(world.marks, knowledge(owner), picture)
    world.subjects[owner] = subjects
    article = write_story(
        world.marks,
        owner,
        subjects,
        section=world.sections["secrets"],
        created_by=world.writer,
        known=Person.objects.get(slug="ines-ferreira"),
    )
    roots = (article, article.post, article.post.source, subjects.image, *subjects.rows())
    mark_rows(world, owner, owned_by(*roots))
    return article


def mark_rows(world: World, owner: str, rows, *, beside=()) -> None:
    """Mark the rows, and one of each table that has none among them and those `beside` them."""
    for row in [*rows, *make_missing([*rows, *beside])]:
        kind = type(row).__name__
        of = knowledge(owner) if kind in KNOWLEDGE else owner
        world.marks.fill(row, kind if kind in HOUSE else of)


HOUSE = {"User", "ApiKey", "WebhookEndpoint"}


def know_ids(world: World, owner: str) -> None:
    article = world.articles[owner]
    world.marks.know(owner, "Article.public_id", str(article.public_id))
    for row in world.subjects[owner].rows():
        world.marks.know(knowledge(owner), "public_id", str(row.public_id))


def _live_twice(world: World, owner: str, article: Article) -> None:
    """Publish, correct, move and revise, so that a former address and former words are left."""
    new = lambda what: world.marks.new(owner, what)  # noqa: E731
    publish_article(article_id=article.pk, by=world.editor)
    correct_article(
        article_id=article.pk, by=world.editor, note=new("note"), was=new("was"), now=new("now")
    )
    article = Article.objects.get(pk=article.pk)
    describe_article(
        article_id=article.pk, by=world.editor, expected_version=article.version, slug=new("slug")
    )
    revise(article, world.editor, headline=new("headline"))
    publish_article(article_id=article.pk, by=world.editor)


def set_status(status: Status):
    """Return a way to hide: an article that has come as far as `status`."""

    def hide(_world: World, _owner: str, article: Article) -> None:
        Article.objects.filter(pk=article.pk).update(status=status)

    return hide


def schedule(world: World, owner: str, article: Article) -> None:
    publish_article(article_id=article.pk, by=world.editor, visible_from=database_now() + HOUR)
    for on_front in (True, False):
        choose_lead(article_id=article.pk, by=world.editor, on_front=on_front)


def expire(world: World, owner: str, article: Article) -> None:
    _live_twice(world, owner, article)
    now = database_now()
    set_window(article, now - 2 * HOUR, now - HOUR)


def set_window(article: Article, visible_from, visible_until) -> None:
    """Let an article be public at another time."""
    for model, key in (
        (Article, "pk"),
        (StoredDocument, "article"),
        (Facet, "article"),
        (SearchRow, "article"),
        (StoredCitation, "document"),
        (StoredFigure, "document"),
    ):
        model.objects.filter(**{key: article.pk}).update(
            visible_from=visible_from, visible_until=visible_until
        )


def withdraw(world: World, owner: str, article: Article, note: str = "") -> None:
    _live_twice(world, owner, article)
    earlier = database_now() - HOUR
    Article.objects.filter(pk=article.pk).update(
        first_published_at=earlier, updated_at=earlier, visible_from=earlier
    )
    withdraw_article(article_id=article.pk, by=world.editor, note=note)


def withdraw_with_note(world: World, owner: str, article: Article) -> None:
    withdraw(world, owner, article, world.marks.new(NOTE, "Article.withdrawal_note"))


def withdraw_before_its_hour(world: World, owner: str, article: Article) -> None:
    schedule(world, owner, article)
    note = world.marks.new(owner, "Article.withdrawal_note")
    withdraw_article(article_id=article.pk, by=world.editor, note=note)


STATES = {
    "draft": set_status(Status.DRAFT),
    "in review": set_status(Status.IN_REVIEW),
    "approved": set_status(Status.APPROVED),
    "scheduled": schedule,
    "expired": expire,
    "withdrawn": withdraw,
    "withdrawn before its hour": withdraw_before_its_hour,
    NOTED: withdraw_with_note,
}


def revise(article: Article, by, **words) -> Article:
    """Write other words, the rest as it is."""
    article = Article.objects.get(pk=article.pk)
    draft: Revision = article.draft_revision
    as_it_is = {
        "headline": draft.headline,
        "summary": draft.summary,
        "body": draft.body,
        "faq": [Question(one.question, one.answer) for one in draft.faq.all()],
        "cards": [Card(**one) for one in draft.cards],
    }
    return revise_article(
        article_id=article.pk, by=by, expected_version=article.version, **(as_it_is | words)
    )


def delete_hidden(world: World) -> None:
    """Delete the articles that never were, for readers, and whatever belongs to them alone."""
    rows = Article.objects.filter(pk__in=[article.pk for article in world.hidden()])
    posts = list(rows.values_list("post", flat=True))
    rows.update(status=Status.DRAFT, live_revision=None, draft_revision=None)
    for model in (Correction, Change):
        model.objects.filter(article__in=rows).delete()
    rows.delete()
    Post.objects.filter(pk__in=posts).delete()
    for owner, subjects in world.subjects.items():
        if owner not in (OPEN, NOTED):
            for one in (*subjects.rows(), subjects.image):
                one.delete()
