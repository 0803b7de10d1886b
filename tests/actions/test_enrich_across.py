"""An article is compared with those that readers read, and with the records of the house."""

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.judge_figure import judge_figure
from articles.actions.judge_mention import judge_mention
from articles.actions.publish_article import publish_article
from articles.actions.receive_post import receive_post
from articles.models import Figure, Finding, Mention, Verdict

pytestmark = pytest.mark.django_db

EARLIER = """---
external_id: yard-1
title: The yard hires
summary: The yard hires.
authors: [Mara Stone]
section: Technology
---
In 2024 the Harrow Works employed 40 welders in its old yard by the river.
"""
LATER = """---
external_id: yard-2
title: The yard fires
summary: The yard fires.
authors: [Mara Stone]
section: Technology
---
In 2024 the Harrow Works employed 60 welders in its old yard. The Harrow Works was founded in 1912.
"""


@pytest.fixture
def works():
    return add_subject(kind="organization", name="Harrow Works", by=None)


@pytest.fixture
def published(works, editor, enrich):
    article = enrich(receive_post(raw=EARLIER, source="wire", format="markdown").article)
    for mention in Mention.objects.filter(organization=works):
        judge_mention(mention_id=mention.pk, by=editor, answer=Verdict.ACCEPTED)
    for figure in Figure.objects.all():
        judge_figure(figure_id=figure.pk, by=editor, answer=Verdict.ACCEPTED)
    return publish_article(article_id=article.pk, by=editor)


def read_later(enrich):
    article = enrich(receive_post(raw=LATER, source="wire", format="markdown").article)
    return {finding.code: finding for finding in Finding.objects.filter(revision__article=article)}


def test_another_value_in_a_live_article_is_a_finding(published, enrich):
    finding = read_later(enrich)["figure-differs"]
    text = finding.revision.text

    (passage,) = (text[start:end] for start, end in finding.spans)
    assert passage.startswith("60")
    assert "The yard hires" in finding.message


def test_a_withdrawn_article_says_nothing(published, enrich, editor):
    from articles.actions.withdraw_article import withdraw_article

    withdraw_article(article_id=published.pk, by=editor)

    assert "figure-differs" not in read_later(enrich)


def test_a_record_that_says_otherwise_is_a_finding(works, enrich):
    works.description = "A shipyard in Harrow, founded in 1921."
    works.save()
    finding = read_later(enrich)["fact-differs"]

    assert "founded in 1921" in finding.message
    assert "founded in 1912" in finding.message
