"""What the API answers where nothing was stored beforehand: one function a record."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from articles.documents.addresses import absolute, section_path, web_address
from articles.documents.contract import named_json, subject_json
from articles.documents.dates import iso_utc
from articles.documents.images import image_json
from articles.models import Affiliation, Organization, Person, Post, Section, Topic
from articles.selectors.catalogue import PostProgress

Record = dict[str, Any]
AnySubject = Person | Organization | Topic


def subject_card(subject: AnySubject) -> Record:
    """Return a person, an organization or a topic as lists show it."""
    return {
        **subject_json(subject),
        "image": image_json(subject.image),
        "articles": _articles(**{subject.facet_kind.value: subject.slug}),
    }


def subject_detail(subject: AnySubject) -> Record:
    """Return a person, an organization or a topic whole."""
    record = {
        **subject_card(subject),
        "aliases": [alias.text for alias in subject.aliases.all()],
        "description_source": web_address(subject.description_source) or None,
        "external_ids": subject.external_ids,
    }
    if isinstance(subject, Person):
        record["affiliations"] = [
            {**_affiliation(one), "organization": named_json(one.organization)}
            for one in subject.affiliations.all()
        ]
    elif isinstance(subject, Organization):
        record["affiliations"] = [
            {**_affiliation(one), "person": named_json(one.person)}
            for one in subject.affiliations.all()
        ]
    return record


def section_record(section: Section) -> Record:
    """Return a section."""
    return {
        "name": section.name,
        "slug": section.slug,
        "url": absolute(section_path(section)),
        "description": section.description,
        "articles": _articles(section=section.slug),
    }


def post_receipt(post: Post, *, created: bool) -> Record:
    """Return what became of a post."""
    return {
        "id": str(post.public_id),
        "article": str(post.article.public_id),
        "created": created,
        "status": absolute(reverse("api:post", args=[post.public_id])),
    }


def post_status(progress: PostProgress) -> Record:
    """Return a post and how far it is on its way."""
    post = progress.post
    return {
        "id": str(post.public_id),
        "source": post.source.name,
        "external_id": post.external_id or None,
        "format": post.format,
        "received_at": iso_utc(post.created_at),
        "article": str(post.article.public_id),
        "article_status": post.article.status,
        "enrichment": _enrichment(progress),
    }


def _enrichment(progress: PostProgress) -> Record:
    job, run = progress.job, progress.run
    return {
        "job": job.state if job else None,
        "step": run.state if run else None,
        "counts": run.counts if run else {},
        "reason": (job.reason if job else "") or None,
        "started_at": iso_utc(run.started_at) if run else None,
        "finished_at": iso_utc(run.finished_at) if run and run.finished_at else None,
    }


def _affiliation(one: Affiliation) -> Record:
    return {
        "role": one.role or None,
        "started": one.started or None,
        "ended": one.ended or None,
        "evidence_url": web_address(one.evidence_url) or None,
    }


def _articles(**query: str) -> str:
    return absolute(f"{reverse('api:articles')}?{urlencode(query)}")
