"""The pages of pictures: uploaded with a preview, described, and pointed at where they matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from articles.actions.add_image import UnusableImage, add_image
from articles.actions.describe_image import describe_image
from articles.admin.desk_pages import person_of
from articles.admin.permissions import DeskAdmin
from articles.documents.images import PORTRAIT_SHAPE, picture_of, renditions_of
from articles.models import Image
from articles.pictures.intake import MAX_BYTES
from articles.policies import can_add_images, can_describe_images

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

PERCENT = 100


class ImageForm(forms.Form):
    """What is said of a picture. The focus is entered in percent, or by pointing at it."""

    alt = forms.CharField(
        max_length=300,
        label="What it shows",
        help_text="For those who cannot see it: one sentence, without “picture of”.",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    credit = forms.CharField(
        required=False,
        max_length=200,
        help_text="Who made it, as it is printed.",
        widget=UnfoldAdminTextInputWidget(),
    )
    licence = forms.CharField(
        required=False,
        max_length=200,
        help_text="Its address, or its name.",
        widget=UnfoldAdminTextInputWidget(
            attrs={"placeholder": "https://creativecommons.org/licenses/by/4.0/"}
        ),
    )
    focal_x = forms.IntegerField(
        min_value=0,
        max_value=PERCENT,
        initial=50,
        label="Focus, percent from the left",
        widget=UnfoldAdminIntegerFieldWidget(),
    )
    focal_y = forms.IntegerField(
        min_value=0,
        max_value=PERCENT,
        initial=50,
        label="Focus, percent from the top",
        widget=UnfoldAdminIntegerFieldWidget(),
    )

    def words(self) -> dict[str, Any]:
        """Return what the actions take."""
        cleaned = dict(self.cleaned_data)
        focus = {name: cleaned[name] / PERCENT for name in ("focal_x", "focal_y")}
        return {name: cleaned[name] for name in ("alt", "credit", "licence")} | focus


class NewImageForm(ImageForm):
    """A picture with its file."""

    file = forms.FileField(
        label="File",
        help_text="JPEG, PNG, WebP, AVIF or GIF, up to 20 MB and 50 megapixels.",
        widget=UnfoldAdminFileFieldWidget(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"}
        ),
    )
    field_order = ("file",)

    def data_of_file(self) -> bytes:
        """Return the bytes, at most one more than may be: the action gives the reason."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        data: bytes = file.read(MAX_BYTES + 1)
        return data


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    """Pictures, with what they show and who made them."""

    may_add = staticmethod(can_add_images)
    may_change = staticmethod(can_describe_images)

    list_display = ["thumbnail", "alt", "credit", "licence", "width", "height"]
    list_display_links = ["thumbnail", "alt"]
    search_fields = ["alt", "credit"]
    ordering = ["-pk"]

    @display(description="")
    def thumbnail(self, image: Image) -> str:
        """Return a small square, once a worker has written it."""
        address = smallest(image)
        if not address:
            return "…"
        return format_html('<img class="desk-thumbnail" src="{}" alt="" loading="lazy">', address)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the page, or take a picture in. No transaction is open while it is decoded."""
        del form_url, extra_context
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = NewImageForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                image = add_image(data=form.data_of_file(), by=person_of(request), **form.words())
            except UnusableImage as refusal:
                form.add_error(refusal.field, refusal.reason)
            else:
                messages.success(request, "Taken in. Its renditions are being written.")
                return redirect("admin:articles_image_change", image.pk)
        return _page(request, form, None)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what is said of a picture, or change it."""
        del form_url, extra_context
        image = Image.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        if image is None:
            message = "No such picture."
            raise Http404(message)
        if request.method != "POST":
            return _page(request, ImageForm(initial=_stored(image)), image)
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = ImageForm(request.POST)
        if form.is_valid():
            try:
                describe_image(image_id=image.pk, by=person_of(request), **form.words())
            except UnusableImage as refusal:
                form.add_error(refusal.field, refusal.reason)
            else:
                messages.success(request, "Saved. Pages that show it are written again.")
                return redirect("admin:articles_image_change", image.pk)
        return _page(request, form, image)


def smallest(image: Image | None) -> str:
    """Return the address of the smallest square of a picture, or nothing before there is one."""
    if image is None or not image.is_ready:
        return ""
    return next(one.path for one in renditions_of(image) if one.shape == PORTRAIT_SHAPE)


def _stored(image: Image) -> dict[str, Any]:
    return {
        "alt": image.alt,
        "credit": image.credit,
        "licence": image.licence,
        "focal_x": image.focus.x,
        "focal_y": image.focus.y,
    }


def _page(request: HttpRequest, form: ImageForm, image: Image | None) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": image.alt if image else "Add a picture",
        "form": form,
        "image": image,
        "picture": picture_of(image),
        "crops": _crops(image),
        "may_change": image is None or can_describe_images(person_of(request)),
    }
    return TemplateResponse(request, "desk/image.html", context)


def _crops(image: Image | None) -> list[str]:
    """Return the smallest file of each crop, so that an editor sees what readers will."""
    if image is None or not image.is_ready:
        return []
    first = {one.shape: one.path for one in reversed(list(renditions_of(image)))}
    return [path for shape, path in first.items() if shape != "full"]
