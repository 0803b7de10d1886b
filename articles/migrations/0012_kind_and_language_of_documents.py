from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Lower


def copy_from_articles(apps, schema_editor):
    """Take both from the article: a job that writes the documents again would do the same."""
    article = apps.get_model("articles", "Article").objects.filter(pk=OuterRef("article_id"))
    apps.get_model("articles", "StoredDocument").objects.update(
        kind=Subquery(article.values("kind")),
        language=Subquery(article.values(small=Lower("language"))),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_webhook_deliveries"),
    ]

    operations = [
        migrations.AddField(
            model_name="storeddocument",
            name="kind",
            field=models.CharField(
                choices=[
                    ("news", "News"),
                    ("analysis", "Analysis"),
                    ("background", "Background"),
                    ("reportage", "Reportage"),
                    ("opinion", "Opinion"),
                    ("review", "Review"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="storeddocument",
            name="language",
            field=models.CharField(
                default="",
                help_text="In small letters, for lists to be narrowed by.",
                max_length=16,
            ),
        ),
        migrations.RunPython(copy_from_articles, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(
                F("kind"),
                models.OrderBy(F("visible_from"), descending=True),
                models.OrderBy(F("article"), descending=True),
                name="document_of_kind",
            ),
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(
                fields=["language", "-visible_from", "-article"],
                name="document_in_language",
                opclasses=["varchar_pattern_ops", "timestamptz_ops", "int8_ops"],
            ),
        ),
    ]
