"""Pictures. Their names never mean other bytes, so browsers keep them for ever.

Whether one is answered is asked each time: a picture is public as long as something public shows
it. Caches that many share ask again after SHARED_AGE.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.gateways.files import image_file, is_stored, read
from articles.pictures.sizes import MEDIA_TYPES, format_of
from articles.selectors import site

YEAR = 31_536_000
SHARED_AGE = 300
_FOR_EVERYBODY = f"public, max-age={YEAR}, s-maxage={SHARED_AGE}, immutable"
_FOR_THE_DESK = "private, max-age=300"
_POLICY = "default-src 'none'; sandbox"


@require_safe
def image(request: HttpRequest, content_hash: str, name: str) -> HttpResponseBase:
    """Return one rendition of a picture that is public, or that the desk asks for; else 404."""
    is_public = site.shows_picture(content_hash, user=AnonymousUser())
    if not is_public and not site.shows_picture(content_hash, user=request.user):
        raise Http404
    suffix = format_of(name)
    file = image_file(content_hash, name)
    if suffix is None or not is_stored(file):
        raise Http404
    response = _sent(file)
    response["Content-Type"] = MEDIA_TYPES[suffix]
    return _guarded(response, _FOR_EVERYBODY if is_public else _FOR_THE_DESK)


@require_safe
def share_card(request: HttpRequest, name: str) -> HttpResponseBase:
    """Return the card that goes out with a link to a public article; else 404."""
    del request
    data = site.share_card(name)
    if data is None:
        raise Http404
    return _guarded(HttpResponse(data, content_type="image/png"), _FOR_EVERYBODY)


def _sent(file: str) -> HttpResponseBase:
    """Return the file, or the word to nginx where it lies."""
    if settings.FILES_SENT_BY_NGINX:
        return HttpResponse(headers={"X-Accel-Redirect": f"/-/media/{file}"})
    return HttpResponse(read(file))


def _guarded(response: HttpResponseBase, kept: str) -> HttpResponseBase:
    response["Cache-Control"] = kept
    response["Content-Security-Policy"] = _POLICY
    response["Content-Disposition"] = "inline"
    return response
