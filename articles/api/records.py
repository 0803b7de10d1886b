"""What the API answers where nothing was stored beforehand: one function a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from articles.documents.addresses import absolute, section_path, web_address
from articles.documents.contract import named_json, subject_json
from articles.documents.dates import iso_utc
from articles.documents.images import image_json
from articles.documents.superseded import revision_path
from articles.models import (
    Affiliation,
    AnySubject,
    Correction,
    Organization,
    Person,
    Post,
    Revision,
    Section,
)
from articles.selectors.catalogue import PostProgress, PublicArticle

Record = dict[str, Any]


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


def correction_listed(row: Mapping[str, Any]) -> Record:
    """Return a correction as lists show it."""
    superseded = None
    if row["is_kept"]:
        address = absolute(revision_path(row["path"], row["number"]))
        superseded = {"number": row["number"], "url": address}
    return {
        "id": str(row["public_id"]),
        "published_at": iso_utc(row["published_at"]),
        "note": row["note"],
        "was": row["was"],
        "now": row["now"],
        "article": {
            "id": str(row["article_public_id"]),
            "url": absolute(row["path"]),
            "headline": row["headline"],
        },
        "superseded": superseded,
    }


def revision_card(article: PublicArticle, revision: Any) -> Record:
    """Return a revision without its words; `revision` knows since when and until when it was read."""
    is_live = revision.pk == article.live_id
    path = article.path if is_live else revision_path(article.path, revision.number)
    return {
        "number": revision.number,
        "url": absolute(path),
        "headline": revision.headline,
        "is_live": is_live,
        "published_at": iso_utc(revision.since or article.published_at),
        "superseded_at": iso_utc(revision.until) if revision.until else None,
    }


def revision_detail(
    article: PublicArticle, revision: Revision, corrections: Iterable[Correction]
) -> Record:
    """Return a revision with its words, and the corrections that superseded it."""
    return {
        **revision_card(article, revision),
        "summary": revision.summary,
        "body_html": revision.body,
        "text": revision.text,
        "parts": [{"name": name, "start": s, "end": e} for name, s, e in revision.parts],
        "corrections": [
            {
                "published_at": iso_utc(one.published_at),
                "note": one.note,
                "was": one.was,
                "now": one.now,
            }
            for one in corrections
            if one.published_at
        ],
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
