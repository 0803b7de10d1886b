from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_webhook_jobs"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedfigure",
            name="unit",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="storedfigure",
            name="listed",
            field=models.TextField(default="", help_text="JSON: the figure with its article, in lists of figures."),
        ),
        migrations.AlterField(
            model_name="storedfigure",
            name="kind",
            field=models.CharField(blank=True, choices=[("person", "Person"), ("organization", "Organization"), ("topic", "Topic"), ("section", "Section"), ("author", "Author")], max_length=12),
        ),
        migrations.AddIndex(
            model_name="storedfigure",
            index=models.Index(models.OrderBy(models.F("figure_id"), descending=True), models.F("id"), name="stored_figure_newest"),
        ),
        migrations.AddIndex(
            model_name="storedfigure",
            index=models.Index(models.F("unit"), models.OrderBy(models.F("figure_id"), descending=True), name="stored_figure_of_unit"),
        ),
    ]
