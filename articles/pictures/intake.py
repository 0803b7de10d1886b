"""Pictures taken in: whatever arrives leaves as clean pixels, or is refused with a reason.

What is kept is drawn anew from the decoded pixels, so that no metadata (where it was taken, with
what, by whom) and no foreign bytes behind or within the file survive.
"""

from __future__ import annotations

import hashlib
import threading
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_SIDE = 16_000
MIN_SIDE = 64
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_LOSSLESS = ("PNG", "GIF")
_HASH_LENGTH = 32
_WIDE_GREY = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_SRGB = ImageCms.createProfile("sRGB")
_DECODING = threading.Lock()  # a large picture takes some 400 MB while it is read: one at a time


class UnreadablePicture(Exception):
    """The bytes are no picture that can be taken in; `reason` says why, for whoever sent them."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture drawn anew: upright, sRGB, on white where it was transparent, without metadata."""

    data: bytes
    suffix: str
    width: int
    height: int

    @property
    def content_hash(self) -> str:
        """The name of these bytes."""
        return hashlib.sha256(self.data).hexdigest()[:_HASH_LENGTH]


def clean_picture(data: bytes) -> CleanPicture:
    """Return the picture in `data`, of an animation its first frame. Raises UnreadablePicture."""
    if not data:
        raise UnreadablePicture("The file is empty.")
    if len(data) > MAX_BYTES:
        raise UnreadablePicture(f"The file is larger than {MAX_BYTES // 1024**2} MB.")
    with _DECODING, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a decoder forgives is no news for a log
        opened = _opened(data)
        _check_size(*opened.size)
        is_lossless = opened.format in _LOSSLESS
        picture = _pixels(opened)
        return _written(picture, is_lossless=is_lossless)


def _opened(data: bytes) -> Image.Image:
    """Read the header alone. The name that the file came with says nothing here."""
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise UnreadablePicture(_too_many()) from error
    except Exception as error:  # a decoder raises what it likes
        names = "JPEG, PNG, WebP, AVIF or GIF"
        raise UnreadablePicture(f"It is no picture that can be read as {names}.") from error


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise UnreadablePicture(_too_many())
    if max(width, height) > MAX_SIDE:
        raise UnreadablePicture(f"One side has more than {MAX_SIDE} pixels.")
    if min(width, height) < MIN_SIDE:
        raise UnreadablePicture(f"One side has fewer than {MIN_SIDE} pixels.")


def _too_many() -> str:
    return f"It has more than {MAX_PIXELS // 1_000_000} megapixels."


def _pixels(opened: Image.Image) -> Image.Image:
    """Decode, and return RGB as people are meant to see it."""
    profile = opened.info.get("icc_profile")
    try:
        opened.load()
        upright = _upright(opened)
        return _in_srgb(_eight_bits(upright), profile)
    except Exception as error:  # a decoder raises what it likes
        raise UnreadablePicture("The picture is damaged or cut short.") from error


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its EXIF asks; one whose EXIF is damaged stays as it lies."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001  # EXIF is foreign bytes, too
        return picture


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return L, RGB or CMYK with eight bits a channel, on white where it is transparent."""
    if picture.mode in _WIDE_GREY:
        return picture.convert("I").point(lambda value: value / 257).convert("L")
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colours from the picture's own profile, if it has one that fits."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, own, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is damaged, or made for other colours
        else:
            return turned or picture.convert("RGB")
    return picture.convert("RGB")


def _written(picture: Image.Image, *, is_lossless: bool) -> CleanPicture:
    buffer = BytesIO()
    clean = Image.frombytes("RGB", picture.size, picture.tobytes())  # carries nothing along
    if is_lossless:
        clean.save(buffer, "PNG")
    else:
        clean.save(buffer, "JPEG", quality=95, subsampling=0)
    return CleanPicture(buffer.getvalue(), "png" if is_lossless else "jpg", *clean.size)
