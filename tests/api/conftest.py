"""A small published world, written by the publishing action itself."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.actions.issue_api_key import issue_api_key
from articles.actions.publish_article import publish_article
from articles.models import (
    Byline,
    Citation,
    CitationKind,
    Figure,
    LinkState,
    Mention,
    Scope,
    SourceType,
    TopicKind,
    Verdict,
)
from tests.factories import ArticleFactory, OrganizationFactory, PersonFactory, TopicFactory

HEADLINE = "A foundation for Marrow"
SUMMARY = "It will hold the trademarks."
BODY = "“Nobody should own this,” said Ines Marrow of the Marrow Foundation. It has 40 members."


@pytest.fixture
def write(editor):
    """Return a function that writes an article naming and citing whom it is given, as a draft."""

    def write_draft(
        *, person=None, organization=None, topic=None, author=None, headline=HEADLINE, **fields
    ):
        text = f"{headline}\n\n{SUMMARY}\n\n{BODY}\n"
        spans = [
            ["headline", 0, len(headline)],
            ["summary", len(headline) + 2, len(headline) + 2 + len(SUMMARY)],
            ["body", text.index(BODY), len(text)],
        ]
        article = ArticleFactory(
            draft__headline=headline,
            draft__summary=SUMMARY,
            draft__body=f"<p>{BODY}</p>",
            draft__text=text,
            draft__parts=spans,
            **fields,
        )
        revision = article.draft_revision
        if author:
            Byline.objects.create(article=article, person=author)
        if person:
            _annotate(Mention, revision, "Ines Marrow", kind="PERSON", person=person, **NAMED)
            cite(article, person=person)
        if organization:
            _annotate(
                Mention,
                revision,
                "Marrow Foundation",
                kind="ORG",
                organization=organization,
                **NAMED,
            )
        if topic:
            start = text.index("Marrow")
            _annotate(Mention, revision, "Marrow", start, kind="PRODUCT", topic=topic, **NAMED)
        _annotate(Figure, revision, "40 members", value=40, unit="members")
        return article

    return write_draft


@pytest.fixture
def publish(write, editor):
    """Return a function that writes an article and publishes it; later calls are newer."""
    moments = iter(range(1, 1000))

    def publish_one(*, at=None, until=None, **fields):
        article = write(**fields)
        archived = timezone.now() - dt.timedelta(days=10) + dt.timedelta(minutes=next(moments))
        if at is None:
            extra = {"first_published_at": archived, "visible_until": until}
        else:
            extra = {"visible_from": at, "visible_until": until}
        return publish_article(article_id=article.pk, by=editor, **extra)

    return publish_one


@pytest.fixture
def world(publish):
    """One article with everything in it, and the records that it names."""
    names = {
        "person": PersonFactory(name="Ines Marrow", slug="ines-marrow"),
        "organization": OrganizationFactory(name="Marrow Foundation", slug="marrow-foundation"),
        "topic": TopicFactory(name="Marrow", slug="marrow", kind=TopicKind.PRODUCT),
        "author": PersonFactory(name="Mira Okafor", slug="mira-okafor", is_staff_author=True),
    }
    return {**names, "article": publish(**names)}


@pytest.fixture
def key_of():
    """Return a function that gives a user a key, as the header of a request."""

    def header(user, *scopes):
        issued = issue_api_key(
            username=user.username, name="tests", scopes=scopes or [Scope.POSTS_WRITE]
        )
        return {"HTTP_AUTHORIZATION": f"Bearer {issued.text}"}

    return header


def cite(article, *, person=None, organization=None, **changes):
    """Add an accepted quotation to the article's draft."""
    return _annotate(
        Citation,
        article.draft_revision,
        BODY,
        **{
            "kind": CitationKind.QUOTATION,
            "cue": "said",
            "cue_start": article.draft_revision.text.index("said"),
            "cue_end": article.draft_revision.text.index("said") + 4,
            "content": [[article.draft_revision.text.index("Nobody"), 60]],
            "source_type": SourceType.PERSON,
            "source_words": "Ines Marrow",
            "person": person,
            "organization": organization,
            "medium": "statement",
            "link_state": LinkState.NONE,
            **changes,
        },
    )


NAMED = {"name": "Marrow", "key": "marrow"}


def _annotate(model, revision, words, start=None, **fields):
    start = revision.text.index(words) if start is None else start
    return model.objects.create(
        **{
            "revision": revision,
            "start": start,
            "end": start + len(words),
            "quote": words,
            "method": "test",
            "judgement": Verdict.ACCEPTED,
            "judged_at": timezone.now(),
            **fields,
        }
    )
