"""What a change is based on: `If-Match` with the ETag of the draft that its writer saw.

The ETag of a draft is `"7.3-5f0d3c2b"`: version 7 of the article, with the words of revision 3,
and a hash, for proposals come and go between versions. Only the version is compared, and it is
compared where the article is locked: here it is read, nothing more.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from rest_framework.request import Request

from articles.api.problems import Problem
from articles.models import Article

# A proxy that compresses makes an ETag weak (RFC 9110, 8.8.1); the version in it stays what it is.
_ETAG = re.compile(
    r'(?:W/)?"(?P<version>\d{1,9})(?:\.(?P<revision>\d{1,9}))?(?:-[0-9a-f]+)?"', re.ASCII
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a writer saw: the article's version and, where the tag tells, the number of its words."""

    version: int
    revision: int | None


def etag_of(article: Article, body: bytes) -> str:
    """Return the opaque part of the ETag of a draft whose answer is `body`."""
    revision = article.draft_revision.number if article.draft_revision else 0
    digest = hashlib.blake2b(body, digest_size=8).hexdigest()
    return f"{article.version}.{revision}-{digest}"


def seen_by(request: Request) -> Seen:
    """Return what the request says that its writer saw. Raises Problem.

    `*` is refused as well: it would overwrite whatever is there.
    """
    given = request.META.get("HTTP_IF_MATCH", "").strip()
    if given in ("", "*"):
        raise Problem(
            "precondition-required", "Send If-Match with the ETag of the draft that you changed."
        )
    found = _ETAG.fullmatch(given)
    if found is None:
        raise Problem("malformed", "If-Match: it is not the ETag of a draft.")
    revision = found["revision"]
    return Seen(int(found["version"]), int(revision) if revision else None)
