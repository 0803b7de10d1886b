"""Pictures: taken in by the desk's own action, decoded and drawn anew there."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from articles.actions.add_image import UnusableImage, add_image
from articles.api import desk_examples
from articles.api.answers import answer, written
from articles.api.bodies import checked
from articles.api.description import PUBLIC_ID, describe
from articles.api.idempotency import once
from articles.api.problems import Problem, invalid
from articles.api.rendering import to_json
from articles.api.schemas import MediaInput, MediaRecord
from articles.api.uploads import UploadParser
from articles.api.views import DeskView
from articles.api.writing_description import describe_write
from articles.documents.addresses import absolute
from articles.documents.images import image_json
from articles.models import Image, Scope
from articles.pictures.intake import MAX_BYTES


class MediaInbox(DeskView):
    """Where pictures arrive."""

    http_method_names = ["post"]
    scopes: ClassVar = {"POST": (Scope.MEDIA_WRITE,)}
    parser_classes = [UploadParser]

    @describe_write(
        "Add a picture",
        "Takes a picture in: JPEG, PNG, WebP, AVIF or GIF, up to 20 MB and 50 megapixels. It is"
        " decoded and drawn anew, so that no metadata is kept. Its renditions are written by a"
        " worker; until then `image` is null.",
        body=MediaInput,
        media_type="multipart/form-data",
        example=desk_examples.MEDIA_INPUT,
        status=201,
        answer=MediaRecord,
        answer_example=desk_examples.MEDIA,
        scopes=(Scope.MEDIA_WRITE,),
    )
    @once
    def post(self, request: Request) -> HttpResponse:
        """Store the picture and answer with its record."""
        values = checked(MediaInput(data=request.data), request.data)
        file = values.pop("file")
        try:
            image = add_image(data=file.read(MAX_BYTES + 1), by=self.user, **values)
        except UnusableImage as refusal:
            raise invalid({refusal.field: refusal.reason}) from refusal
        record = media_record(image)
        return written(to_json(record), status=201, Location=record["address"])


class MediaDetail(DeskView):
    """One picture."""

    http_method_names = ["get", "head"]
    scopes: ClassVar = {"GET": (Scope.DESK_READ,)}

    @describe(
        "Get a picture",
        "What a picture shows, who made it, and its files as soon as they are written.",
        path=PUBLIC_ID,
        answer=MediaRecord,
        example=desk_examples.MEDIA,
        problems=("not-found",),
        scopes=(Scope.DESK_READ,),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponse:
        """Answer with the record, or with 404."""
        image = Image.objects.visible_to(self.user).filter(public_id=public_id).first()
        if image is None:
            raise Problem("not-found")
        return answer(request, to_json(media_record(image)))


def media_record(image: Image) -> dict[str, Any]:
    """Return a picture as the desk knows it."""
    return {
        "id": str(image.public_id),
        "address": absolute(reverse("api:desk-picture", args=[image.public_id])),
        "alt": image.alt,
        "credit": image.credit,
        "licence": image.licence,
        "focal_x": image.focal_x,
        "focal_y": image.focal_y,
        "width": image.width,
        "height": image.height,
        "image": image_json(image),
    }
