from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_excluded_names'),
    ]

    operations = [
        migrations.AddField(
            model_name='storeddocument',
            name='rss_item',
            field=models.TextField(default='', help_text='RSS 2.0 item.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='storeddocument',
            name='json_feed_item',
            field=models.TextField(default='', help_text='JSON Feed 1.1 item.'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='storeddocument',
            name='news_entry',
            field=models.TextField(default='', help_text='The article in the news sitemap.'),
            preserve_default=False,
        ),
    ]
