import datetime as dt
import hashlib

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import Article, Post, PostFormat, Revision, Section, Source, Status


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section
        django_get_or_create = ("slug",)

    name = "Technology"
    slug = "technology"


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source
        django_get_or_create = ("slug",)

    name = "Wire"
    slug = "wire"


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    source = factory.SubFactory(SourceFactory)
    external_id = factory.Sequence(lambda n: f"post-{n}")
    raw = factory.Sequence(lambda n: f"A headline {n}\n\nA paragraph.")
    content_hash = factory.LazyAttribute(lambda p: hashlib.sha256(p.raw.encode()).hexdigest())
    format = PostFormat.TEXT


class RevisionFactory(DjangoModelFactory):
    """Words without an engine: text and parts are consistent, nothing more."""

    class Meta:
        model = Revision

    number = 1
    headline = factory.Sequence(lambda n: f"A headline {n}")
    summary = "A summary."
    body = "<p>A paragraph.</p>"
    text = factory.LazyAttribute(lambda r: f"{r.headline}\n\n{r.summary}\n\nA paragraph.\n")
    parts = factory.LazyAttribute(
        lambda r: [
            ["headline", 0, len(r.headline)],
            ["summary", len(r.headline) + 2, len(r.headline) + 2 + len(r.summary)],
            ["body", len(r.headline) + len(r.summary) + 4, len(r.text)],
        ]
    )
    content_hash = factory.LazyAttribute(lambda r: hashlib.sha256(r.text.encode()).hexdigest())


class ArticleFactory(DjangoModelFactory):
    """A draft with one revision."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    post = factory.SubFactory(PostFactory)
    section = factory.SubFactory(SectionFactory)
    slug = factory.Sequence(lambda n: f"a-headline-{n}")

    @factory.post_generation
    def draft(self, create, extracted, **kwargs):
        if create and self.draft_revision_id is None:
            self.draft_revision = RevisionFactory(article=self, **kwargs)
            Article.objects.filter(pk=self.pk).update(draft_revision=self.draft_revision)


class PublishedArticleFactory(ArticleFactory):
    """Live as a row; its documents are the publishing action's to write."""

    @factory.post_generation
    def live(self, create, extracted, *, at=None, until=None, status=Status.PUBLISHED):
        moment = at or timezone.now().replace(microsecond=0) - dt.timedelta(hours=1)
        self.status = status
        self.live_revision = self.draft_revision
        self.first_published_at = self.updated_at = self.visible_from = moment
        self.visible_until = until
        self.save()
