"""The making of the world: each state, and all that is private about the public article."""

from __future__ import annotations

from articles.actions.claim_job import claim_job
from articles.actions.correct_article import correct_article
from articles.actions.describe_article import describe_article
from articles.actions.publish_again import publish_again
from articles.actions.publish_article import publish_article
from articles.actions.queue_job import queue_job
from articles.actions.revise_article import Card, Question
from articles.models import (
    Article,
    CitationKind,
    JobKind,
    MentionKind,
    Revision,
    Verdict,
)
from tests.factories import SectionFactory
from tests.factories.departure import anchor, citation, departure, mention
from tests.factories.pictures import ready_image
from tests.surfaces.marks import knowledge
from tests.surfaces.rows import KNOWLEDGE, owned_by
from tests.surfaces.story import make_subjects
from tests.surfaces.world import OPEN, STATES, World, know_ids, mark_rows, revise, write


def make_world(editor, writer) -> World:
    """Store it all."""
    world = World(editor, writer)
    world.sections = {
        name: SectionFactory(name=name.title(), slug=name) for name in ("technology", "secrets")
    }
    picture = ready_image(by=editor)
    publish_open_article(world, picture)
    for owner, hide in STATES.items():
        article = write(world, owner, picture)
        hide(world, owner, article)
        world.articles[owner] = Article.objects.get(pk=article.pk)
        know_ids(world, owner)
    return world


def publish_open_article(world: World, picture) -> None:
    """Publish an article, correct it, then write and judge what is not published yet."""
    article = departure(created_by=world.editor)
    publish_article(article_id=article.pk, by=world.editor)
    correct_article(article_id=article.pk, by=world.editor, note="A year was wrong.")
    revise(article, world.editor, headline="Ines Ferreira hands Lumen over")
    article = publish_article(article_id=article.pk, by=world.editor)
    world.subjects[OPEN] = make_subjects(world.marks, knowledge(OPEN), picture)
    keep_private(world, article)
    world.open = Article.objects.get(pk=article.pk)


def keep_private(world: World, article: Article) -> None:
    """Do at the desk whatever can be done to a public article without publishing it."""
    new = lambda what: world.marks.new(OPEN, what)  # noqa: E731
    subjects = world.subjects[OPEN]
    judged = judge_since(world, article.live_revision)
    correct_article(
        article_id=article.pk, by=world.editor, note=new("note"), was=new("was"), now=new("now")
    )
    for _superseded_in_private in range(2):
        revise(
            article,
            world.editor,
            headline=f"Lumen {new('headline')}",
            summary=f"Lumen {new('summary')}",
            body=f"<p>Lumen {new('body')}</p>",
            faq=[Question(new("question"), new("answer"))],
            cards=[Card(new("name"), new("handle"), new("bio"))],
            note=new("Revision.note"),
        )
    article = Article.objects.get(pk=article.pk)
    private = [row for row in owned_by(article, article.post) if is_private(row, article)]
    describe_article(
        article_id=article.pk,
        by=world.editor,
        expected_version=article.version,
        slug=new("Article.slug"),
        section=world.sections["secrets"],
        kind="review",
        language="de",
        lead_image=subjects.image,
        primary_source_name=new("Article.primary_source_name"),
        primary_source_url=f"https://{new('Article.primary_source_url')}.example/",
        source_stamp=new("Article.source_stamp"),
        bylines=[(subjects.author, new("Byline.role"))],
        topics=[subjects.topic],
    )
    Article.objects.filter(pk=article.pk).update(embargo_note=new("Article.embargo_note"))
    records = owned_by(*subjects.rows(), subjects.image)
    known = [row for row in records if type(row).__name__ in KNOWLEDGE]
    mark_rows(world, OPEN, [*private, *judged, *known], beside=owned_by(article))
    write_again(article)


def judge_since(world: World, live: Revision) -> list[object]:
    """Leave proposals unjudged, rejected, and accepted or changed since they were published.

    Returns the rows that are new.
    """
    subjects = world.subjects[OPEN]
    for verdict, words in (
        (Verdict.NONE, "tested"),
        (Verdict.REJECTED, "months"),
        (Verdict.ACCEPTED, "servers"),
    ):
        named = {"kind": MentionKind.ORG, "organization": subjects.organization}
        mention(live, words, judgement=verdict, **named)
        cited = {"kind": CitationKind.REFERENCE, "person": subjects.person}
        citation(live, words, judgement=verdict, **cited)
        place = anchor(live, live.text.index(words), words, verdict)
        live.figures.create(**place | {"value": 7})
    new = [
        *live.mentions.filter(organization=subjects.organization),
        *live.citations.filter(person=subjects.person),
        *live.figures.filter(value=7),
    ]
    live.mentions.filter(person__slug="ines-ferreira").update(
        person=subjects.person, judgement=Verdict.CHANGED
    )
    live.citations.filter(organization__slug="harbor-labs").update(
        organization=subjects.organization
    )
    return new


def is_private(row, article: Article) -> bool:
    """Say whether a row of a public article is for the desk alone."""
    kind = type(row).__name__
    if kind in ("Article", "Post"):
        return kind == "Post"
    if kind in ("Byline", "Affiliation"):
        return False
    if kind == "Correction":
        return row.published_at is None
    if kind == "Revision":
        return row.number > article.live_revision.number
    revision = getattr(row, "revision", None)
    return revision is None or revision.number > article.live_revision.number


def write_again(article: Article) -> None:
    """Let a worker write the documents again, as after a rename."""
    job = queue_job(kind=JobKind.PUBLISH_AGAIN, article=article)
    claim = claim_job(job_id=job.public_id)
    publish_again(job_id=claim.job_id, lease=claim.lease)
