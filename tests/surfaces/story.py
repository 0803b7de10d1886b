"""One article that has everything, every word of it marked."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass

from articles.actions.name_subject import name_subject
from articles.gateways.files import image_file, place_of
from articles.models import (
    Account,
    Affiliation,
    Article,
    Byline,
    CitationKind,
    FaqEntry,
    Figure,
    Image,
    LinkState,
    MentionKind,
    SourceType,
    SubjectRedirect,
    TopicKind,
    Verdict,
)
from tests.factories import (
    ArticleFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    SourceFactory,
    TopicFactory,
)
from tests.factories.departure import anchor, citation, mention
from tests.surfaces.marks import Marks, knowledge


@dataclass
class Subjects:
    """Whom and what only one article names. `known` is a person whom the public knows."""

    person: object
    organization: object
    topic: object
    author: object
    image: Image

    def rows(self):
        return [self.person, self.organization, self.topic, self.author]


def make_subjects(marks: Marks, owner: str, picture: Image) -> Subjects:
    """Return records that nothing public names, with names, pictures and former slugs."""

    def named(factory, **fields):
        name = marks.new(owner, f"{factory.__name__} name")
        made = factory(name=name, slug=marks.new(owner, "slug"), image=image, **fields)
        name_subject(subject=made, text=name)
        name_subject(subject=made, text=marks.new(owner, "alias"))
        Account.objects.create(
            **{made.facet_kind: made}, platform="github", handle=marks.new(owner, "handle")
        )
        SubjectRedirect.objects.create(
            kind=made.facet_kind, slug=marks.new(owner, "former slug"), target_id=made.pk
        )
        return made

    image = copy_of(picture, marks, owner)
    return Subjects(
        person=named(PersonFactory),
        organization=named(OrganizationFactory),
        topic=named(TopicFactory, kind=TopicKind.PRODUCT),
        author=named(PersonFactory, is_staff_author=True),
        image=image,
    )


def copy_of(picture: Image, marks: Marks, owner: str) -> Image:
    """Return another picture with files of its own."""
    made = Image.objects.create(
        **{
            column.name: getattr(picture, column.name)
            for column in Image._meta.concrete_fields
            if column.name not in ("id", "public_id", "created_at", "content_hash")
        },
        content_hash=uuid.uuid4().hex,
    )
    shutil.copytree(
        place_of(image_file(picture.content_hash, "x")).parent,
        place_of(image_file(made.content_hash, "x")).parent,
    )
    marks.know(owner, "Image.content_hash", made.content_hash)
    marks.fill(made, owner)
    return made


def write_story(
    marks: Marks, owner: str, subjects: Subjects, *, section, created_by, known
) -> Article:
    """Return an approved draft that names `subjects` and, once by a new name, the `known` person."""
    new = lambda what: marks.new(owner, what)  # noqa: E731
    person, organization, topic = (
        one.name for one in (subjects.person, subjects.organization, subjects.topic)
    )
    tested = f"According to {organization}, the handover was tested {new('statement')}."
    share = f"{topic} is used by over 90 percent of laboratories {new('figure')}."
    kept = f"{person} said that it will go on {new('quotation')}."
    spelling = marks.new(knowledge(owner), "spelling")
    words = {
        "headline": f"{person} and {known.name} hand over {topic} {new('headline')}",
        "summary": f"{known.name} leaves {organization} {new('summary')}.",
        "body": f"{new('heading')} {spelling}\n{tested} {share}\n{kept}",
        "faq[0].question": f"Who runs {new('question')}?",
        "faq[0].answer": f"A group {new('answer')}.",
        "card[0]": f"{person}\n@marked\n{new('bio')}",
    }
    heading, told, rest = words["body"].split("\n")
    of_source = lambda what: marks.new(knowledge(owner), what)  # noqa: E731
    sender = SourceFactory(name=of_source("Source.name"), slug=of_source("Source.slug"))
    article = ArticleFactory(
        post=PostFactory(source=sender),
        slug=new("Article.slug"),
        section=section,
        created_by=created_by,
        lead_image=subjects.image,
        **{f"draft__{name}": value for name, value in _columns(words).items()},
        draft__body=f"<h2>{heading}</h2><p>{told}</p><p>{rest}</p>",
    )
    revision = article.draft_revision
    _annotate(revision, subjects, known, tested, share, kept)
    mention(revision, spelling, kind=MentionKind.PERSON, person=known)
    name_subject(subject=known, text=spelling, is_learned=True)
    FaqEntry.objects.create(
        revision=revision,
        position=0,
        question=words["faq[0].question"],
        answer=words["faq[0].answer"],
    )
    Byline.objects.create(article=article, person=subjects.author)
    article.topics.add(subjects.topic)
    for one in (subjects.person, known):
        Affiliation.objects.create(person=one, organization=subjects.organization, evidence=article)
    return article


def _columns(words):
    parts, at = [], 0
    for name, text in words.items():
        parts.append([name, at, at + len(text)])
        at += len(text) + 2
    person, handle, bio = words["card[0]"].split("\n")
    return {
        "headline": words["headline"],
        "summary": words["summary"],
        "cards": [{"name": person, "handle": handle.removeprefix("@"), "bio": bio}],
        "text": "\n\n".join(words.values()),
        "parts": parts,
    }


def _annotate(revision, subjects, known, tested, share, kept):
    """Judge names, sources and a figure."""
    for one, kind in (
        (subjects.person, MentionKind.PERSON),
        (known, MentionKind.PERSON),
        (subjects.organization, MentionKind.ORG),
        (subjects.topic, MentionKind.PRODUCT),
    ):
        mention(revision, one.name, kind=kind, **{str(one.facet_kind): one})
    link = {"link_state": LinkState.LINKED, "url": "https://elsewhere.example/"}
    organization, person = subjects.organization, subjects.person
    citation(
        revision, tested, organization=organization, source_type=SourceType.ORG,
        source_words=organization.name, medium="report", **link,
    )  # fmt: skip
    citation(
        revision, kept, kind=CitationKind.QUOTATION, person=person,
        source_type=SourceType.PERSON, source_words=person.name, link_state=LinkState.NONE,
    )  # fmt: skip
    words = "over 90 percent"
    Figure.objects.create(
        **anchor(
            revision, revision.text.index(share) + share.index(words), words, Verdict.ACCEPTED
        ),
        value=90,
        unit="percent",
    )
