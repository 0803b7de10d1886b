"""One article that has everything: the shape of a post on a maintainer's departure."""

import datetime as dt

from django.utils import timezone

from articles.actions.name_subject import name_subject
from articles.actions.publish_article import publish_article
from articles.engine.spans import CONTEXT
from articles.models import (
    Account,
    Byline,
    Citation,
    CitationKind,
    FaqEntry,
    Figure,
    LinkState,
    Mention,
    MentionKind,
    SourceType,
    TopicKind,
    Verdict,
)
from tests.factories.articles import ArticleFactory, SectionFactory
from tests.factories.people import OrganizationFactory, PersonFactory, TopicFactory

HEADLINE = "Ines Ferreira hands over Lumen"
SUMMARY = "Ines Ferreira, who started Lumen, leaves Harbor Labs on 3 March 2025."
BODY_HTML = (
    "<h2>A quiet handover</h2>"
    "<p>According to @inesferreira, the handover was tested for months. "
    "Lumen is used by over 90 percent of laboratories.</p>"
    "<h2>What comes next</h2>"
    "<p>Harbor Labs said that it will keep paying for the servers. "
    'More is in <a href="https://lumen.example/notes">the notes</a>.</p>'
)
BODY = (
    "A quiet handover\n"
    "According to @inesferreira, the handover was tested for months. "
    "Lumen is used by over 90 percent of laboratories.\n"
    "What comes next\n"
    "Harbor Labs said that it will keep paying for the servers. "
    "More is in the notes."
)
QUESTION = "Who runs Lumen now?"
ANSWER = "A group of maintainers, paid by Harbor Labs."
BIO = "Started Lumen at Harbor Labs. Sails."


def departure(**fields):
    """An approved draft with names, sources, figures, FAQ, byline and card, all judged."""
    article = ArticleFactory(
        slug="ines-ferreira-hands-over-lumen",
        section=SectionFactory(slug="technology", name="Technology"),
        kind="analysis",
        primary_source_name="Ines Ferreira, farewell",
        primary_source_url="https://ines.example/farewell",
        source_stamp="3/1/2025 6:36:00 PM",
        **{f"draft__{name}": value for name, value in _words().items()},
        **fields,
    )
    revision = article.draft_revision
    _faq(revision)
    ines = _ines()
    harbor = OrganizationFactory(name="Harbor Labs", slug="harbor-labs")
    lumen = TopicFactory(name="Lumen", slug="lumen", kind=TopicKind.PRODUCT)
    for subject in (ines, harbor, lumen):
        name_subject(subject=subject, text=subject.name)
    Byline.objects.create(
        article=article,
        person=PersonFactory(name="Mara Lind", slug="mara-lind", is_staff_author=True),
    )
    for words, kind, target in (
        ("Ines Ferreira", MentionKind.PERSON, {"person": ines}),
        ("@inesferreira", MentionKind.HANDLE, {"person": ines}),
        ("Harbor Labs", MentionKind.ORG, {"organization": harbor}),
        ("Lumen", MentionKind.PRODUCT, {"topic": lumen}),
    ):
        mention(revision, words, kind=kind, **target)
    _sources(revision, ines, harbor)
    return article


def publish_departure(*, by, **window):
    article = departure()
    return publish_article(article_id=article.pk, by=by, **window)


def mention(revision, words, *, judgement=Verdict.ACCEPTED, **fields):
    """A mention at every place where the words stand."""
    at = revision.text.find(words)
    while at >= 0:
        Mention.objects.create(
            **anchor(revision, at, words, judgement), name=words, key=words, **fields
        )
        at = revision.text.find(words, at + 1)


def citation(revision, words, *, judgement=Verdict.ACCEPTED, **fields):
    at = revision.text.index(words)
    return Citation.objects.create(
        **anchor(revision, at, words, judgement),
        **{"kind": CitationKind.PARAPHRASE, **fields},
    )


def anchor(revision, at, words, judgement):
    return {
        "revision": revision,
        "start": at,
        "end": at + len(words),
        "quote": words,
        "prefix": revision.text[max(0, at - CONTEXT) : at],
        "suffix": revision.text[at + len(words) :][:CONTEXT],
        "method": "test",
        "judgement": judgement,
        "judged_at": None if judgement == Verdict.NONE else timezone.now(),
    }


def _words():
    words = [
        ("headline", HEADLINE),
        ("summary", SUMMARY),
        ("body", BODY),
        ("faq[0].question", QUESTION),
        ("faq[0].answer", ANSWER),
        ("card[0]", f"Ines Ferreira\n@inesferreira\n{BIO}"),
    ]
    parts, at = [], 0
    for name, text in words:
        parts.append([name, at, at + len(text)])
        at += len(text) + 2
    return {
        "headline": HEADLINE,
        "summary": SUMMARY,
        "body": BODY_HTML,
        "cards": [{"name": "Ines Ferreira", "handle": "inesferreira", "bio": BIO}],
        "text": "\n\n".join(text for _, text in words),
        "parts": parts,
    }


def _faq(revision):
    passage = "Harbor Labs said that it will keep paying"
    start = revision.text.index(passage)
    FaqEntry.objects.create(
        revision=revision,
        position=0,
        question=QUESTION,
        answer=ANSWER,
        ground_start=start,
        ground_end=start + len(passage),
    )


def _ines():
    ines = PersonFactory(
        name="Ines Ferreira",
        slug="ines-ferreira",
        description="Software engineer, known for Lumen.",
        description_as_of=dt.date(2025, 3, 4),
        description_source="https://ines.example/about",
        same_as=["https://www.wikidata.example/Q1"],
    )
    Account.objects.create(person=ines, platform="twitter", handle="inesferreira")
    return ines


def _sources(revision, ines, harbor):
    citation(
        revision,
        "According to @inesferreira, the handover was tested for months.",
        person=ines,
        source_type=SourceType.HANDLE,
        source_words="@inesferreira",
        medium="post",
        cited_date="2025-03-01",
        link_state=LinkState.LINKED,
        url="https://x.com/inesferreira/status/1",
        cue="According to",
        cue_start=revision.text.index("According to"),
        cue_end=revision.text.index("According to") + len("According to"),
    )
    second = citation(
        revision,
        "Harbor Labs said that it will keep paying for the servers.",
        organization=harbor,
        source_type=SourceType.ORG,
        source_words="Harbor Labs",
        link_state=LinkState.NONE,
    )
    words = "over 90 percent"
    Figure.objects.create(
        **anchor(revision, revision.text.index(words), words, Verdict.ACCEPTED),
        value=90,
        unit="percent",
        qualifier="over",
        measures="laboratories that use Lumen",
        as_of="2025-03",
        citation=second,
    )
