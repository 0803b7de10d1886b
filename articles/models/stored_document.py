"""What publishing writes and reading reads."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q

from articles.models.choices import ArticleKind
from articles.models.facet import WindowQuerySet


def slug_in(column: str) -> models.Func:
    """Return the slug in the path of an article, /section/year/month/slug-code/, as SQL."""
    pattern = models.Value("([^/]+)-[0-9a-f]{8}/$")
    return models.Func(F(column), pattern, function="substring", output_field=models.CharField())


class StoredDocument(models.Model):
    """The finished forms of a live article. No read path builds any of them."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, related_name="document", primary_key=True
    )
    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="+")
    public_id = models.UUIDField(unique=True)
    path = models.CharField(max_length=400, unique=True)
    headline = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=ArticleKind.choices, default="")
    language = models.CharField(
        max_length=16, default="", help_text="In small letters, for lists to be narrowed by."
    )
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    page = models.TextField(help_text="HTML fragment: the article element.")
    head = models.TextField(help_text="HTML fragment: title, description, links, JSON-LD.")
    teaser = models.TextField(help_text="HTML fragment: the article in a list.")
    card = models.TextField(help_text="JSON: the article in a list.")
    detail = models.TextField(help_text="JSON: the whole article.")
    json_ld = models.TextField(help_text="schema.org NewsArticle.")
    ninjs = models.TextField(default="", help_text="IPTC ninjs 3.1.")
    markdown = models.TextField(default="", help_text="Markdown with front matter.")
    feed_entry = models.TextField(help_text="Atom entry.")
    rss_item = models.TextField(help_text="RSS 2.0 item.")
    json_feed_item = models.TextField(help_text="JSON Feed 1.1 item.")
    news_entry = models.TextField(help_text="The article in the news sitemap.")
    edition = models.JSONField(
        default=dict,
        help_text="What the forms were made of beside the words: see documents.edition.",
    )
    etag = models.CharField(max_length=64, help_text="Hash of all the forms above.")
    renderer_version = models.CharField(max_length=20)
    document_version = models.PositiveIntegerField()
    depends_on = ArrayField(
        models.CharField(max_length=40), default=list, help_text='For example "person:12".'
    )

    objects = WindowQuerySet.as_manager()

    class Meta:
        indexes = [
            # The front page, the feed and the API's list: newest first by keyset.
            models.Index(F("visible_from").desc(), F("article").desc(), name="document_newest"),
            # The API's list in the order of updates, and what was updated in a stretch of time.
            models.Index(F("updated_at").desc(), F("article").desc(), name="document_updated"),
            # What was first published in a stretch of time?
            models.Index(fields=["published_at"], name="document_published"),
            # The newest of one kind.
            models.Index(
                F("kind"), F("visible_from").desc(), F("article").desc(), name="document_of_kind"
            ),
            # The newest in one language, whatever its region: a prefix, so the order is of bytes.
            models.Index(
                fields=["language", "-visible_from", "-article"],
                opclasses=["varchar_pattern_ops", "timestamptz_ops", "int8_ops"],
                name="document_in_language",
            ),
            # When does the next public page end? (how long caches may keep one)
            models.Index(
                fields=["visible_until"],
                name="document_expiring",
                condition=Q(visible_until__isnull=False),
            ),
            # Which article has this slug? (the API's addresses by slug)
            models.Index(slug_in("path"), name="document_by_slug"),
            # Which documents print this person's name? (rename, merge)
            GinIndex(fields=["depends_on"], name="document_by_dependency"),
        ]

    def __str__(self) -> str:
        return self.path


class SearchRow(models.Model):
    """What a search looks at. Exists exactly as long as the article's document."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, related_name="search_row", primary_key=True
    )
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    text = models.TextField(help_text="What excerpts are cut from.")
    vector = SearchVectorField()

    objects = WindowQuerySet.as_manager()

    class Meta:
        indexes = [
            # Words anywhere in an article, names and headline weighted.
            GinIndex(fields=["vector"], name="search_by_words"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Redirect(models.Model):
    """An address that an article once had."""

    path = models.CharField(max_length=400, unique=True)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="redirects"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            # Which article once had this slug? (the API's addresses by slug)
            models.Index(slug_in("path"), name="redirect_by_slug"),
        ]

    def __str__(self) -> str:
        return self.path


class SubjectRedirect(models.Model):
    """A slug that a person, organization, topic or section once had."""

    kind = models.CharField(max_length=12)
    slug = models.SlugField(max_length=200)
    target_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="subject_redirect_once", fields=["kind", "slug"]),
        ]

    def __str__(self) -> str:
        return self.slug
