"""An article that arrived, and one that the engine has read."""

import pytest

from articles.actions.claim_job import claim_job
from articles.actions.enrich_article import enrich_article
from articles.actions.receive_post import receive_post
from articles.models import Article, Job, JobKind
from tests.taggers import CapitalTagger

POST = """---
external_id: bridge-1
title: Harbour bridge closes for repairs
summary: The bridge closes in May, according to the Port Office.
authors: [Mara Stone]
section: Technology
---
Iva Bell, the engineer in charge, said the bridge would close on 4 May 2025.

According to the Port Office, 90 percent of lorries will take the tunnel. Bell said the work
costs $2.5 million.
"""


@pytest.fixture
def received(db, reporter):
    return receive_post(raw=POST, source="wire", format="markdown", by=reporter).article


@pytest.fixture
def enrich():
    """Let the engine read the article's draft, as a worker would."""

    def read(article):
        job = Job.objects.get(article=article, kind=JobKind.ENRICH, state="pending")
        claim = claim_job(job_id=job.public_id)
        enrich_article(job_id=claim.job_id, lease=claim.lease, tagger=CapitalTagger())
        return Article.objects.get(pk=article.pk)

    return read


@pytest.fixture
def enriched(received, enrich):
    return enrich(received)
