"""Whatever arrives leaves as clean pixels, or is refused with a reason."""

import contextlib
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from articles.pictures import intake
from articles.pictures.intake import UnreadablePicture, clean_picture
from tests.factories.pictures import BLUE, RED, decoded, encoded, halves

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F
SCRIPT = b"<script>alert(1)</script>"


def near(pixel, wanted, by=6):
    return all(abs(one - other) <= by for one, other in zip(pixel, wanted, strict=True))


def colours(data):
    picture = decoded(data)
    return picture.getpixel((5, 5)), picture.getpixel((picture.width - 5, picture.height - 5))


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg"), ("AVIF", "jpg"), ("GIF", "png")],
)
def test_it_takes_what_cameras_and_screens_make(kind, suffix):
    picture = clean_picture(encoded(halves(), kind))

    left, right = colours(picture.data)
    assert (picture.width, picture.height, picture.suffix) == (400, 300, suffix)
    assert near(left, RED)
    assert near(right, BLUE)
    assert decoded(picture.data).mode == "RGB"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_it_takes_every_kind_of_pixel_that_png_has(mode):
    source = halves(mode="L").convert(mode) if mode != "I;16" else Image.new("I;16", (400, 300))

    assert decoded(clean_picture(encoded(source)).data).mode == "RGB"


@pytest.mark.parametrize(("value", "grey"), [(65535, 255), (32768, 127), (0, 0)])
def test_sixteen_bits_become_eight_without_clipping(value, grey):
    picture = clean_picture(encoded(Image.new("I;16", (100, 100), value)))

    assert decoded(picture.data).getpixel((50, 50)) == (grey, grey, grey)


def test_print_colours_become_screen_colours():
    picture = clean_picture(encoded(halves(mode="CMYK"), "JPEG", quality=95))

    left, right = colours(picture.data)
    assert near(left, RED, by=12)
    assert near(right, BLUE, by=12)


def test_what_is_transparent_becomes_white():
    picture = clean_picture(encoded(Image.new("RGBA", (100, 100), (0, 0, 0, 0))))

    assert decoded(picture.data).getpixel((50, 50)) == (255, 255, 255)


def test_an_animation_stands_still_at_its_first_frame():
    second = Image.new("RGB", (400, 300), "white")
    data = encoded(halves(), "GIF", save_all=True, append_images=[second])

    picture = clean_picture(data)

    assert near(colours(picture.data)[0], RED)
    assert getattr(decoded(picture.data), "n_frames", 1) == 1


def test_a_camera_held_upright_gives_an_upright_picture():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn a quarter clockwise to see it
    picture = clean_picture(encoded(halves(), "JPEG", exif=exif, quality=95))

    top, bottom = colours(picture.data)
    assert (picture.width, picture.height) == (300, 400)
    assert near(top, RED)
    assert near(bottom, BLUE)


def test_where_and_by_whom_it_was_taken_is_gone():
    exif = Image.Exif()
    exif[MAKE] = "A camera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    data = encoded(halves(), "JPEG", exif=exif, comment=b"A secret place", dpi=(300, 300))
    assert decoded(data).getexif().get_ifd(GPS)

    clean = decoded(clean_picture(data).data)

    assert not clean.getexif()
    assert set(clean.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_words_inside_a_png_are_gone():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Somebody", zip=True)
    picture = clean_picture(encoded(halves(), pnginfo=notes))

    assert decoded(picture.data).info == {}


def test_colours_of_another_profile_are_converted_and_the_profile_left_out():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = clean_picture(encoded(halves(), "JPEG", icc_profile=lab, quality=95))

    assert near(colours(picture.data)[0], RED)
    assert "icc_profile" not in decoded(picture.data).info


@pytest.mark.parametrize("profile", [b"no profile", b"\x00" * 200])
def test_a_damaged_profile_is_no_reason_to_refuse(profile):
    picture = clean_picture(encoded(halves(), "JPEG", icc_profile=profile, quality=95))

    assert near(colours(picture.data)[0], RED)


def test_a_damaged_exif_is_no_reason_to_refuse():
    picture = clean_picture(encoded(halves(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff"))

    assert picture.width == 400


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_foreign_bytes_behind_the_picture_are_not_kept(kind):
    picture = clean_picture(encoded(halves(), kind) + b"PK\x03\x04" + SCRIPT)

    assert SCRIPT not in picture.data


def test_foreign_bytes_within_the_picture_are_not_kept():
    picture = clean_picture(encoded(halves(), "JPEG", comment=SCRIPT))

    assert SCRIPT not in picture.data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="svg"),
        pytest.param(SCRIPT, id="html"),
        pytest.param(b"%PDF-1.7\n", id="pdf"),
        pytest.param(b"\xff\xd8\xff", id="three bytes"),
        pytest.param(b"GIF89a", id="a promise of gif"),
        pytest.param(encoded(halves(), "BMP"), id="bmp"),
        pytest.param(encoded(halves(), "TIFF"), id="tiff"),
        pytest.param(encoded(halves(), "ICO"), id="ico"),
        pytest.param(encoded(halves(), "PPM"), id="ppm"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", id="postscript"),
    ],
)
def test_nothing_else_is_taken(data):
    with pytest.raises(UnreadablePicture, match="JPEG, PNG, WebP, AVIF or GIF"):
        clean_picture(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_cut_short_is_refused(kind):
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    data = encoded(noise, kind)

    with pytest.raises(UnreadablePicture):
        clean_picture(data[: len(data) // 2])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_no_damage_breaks_it(kind):
    """Each byte in turn is spoiled: a picture comes out, or a reason."""
    data = encoded(halves(100, 80), kind)
    step = max(1, len(data) // 60)
    for at in range(0, len(data), step):
        spoiled = bytearray(data)
        spoiled[at] ^= 0xFF
        with contextlib.suppress(UnreadablePicture):
            assert clean_picture(bytes(spoiled)).width


def png_that_promises(width, height):
    """A few bytes that call themselves a large picture."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("width", "height", "reason"),
    [
        (8_000, 7_000, "50 megapixels"),
        (12_000, 9_000, "50 megapixels"),
        (60_000, 60_000, "50 megapixels"),
        (2**31 - 1, 2**31 - 1, "."),
        (20_000, 100, "more than 16000 pixels"),
        (63, 400, "fewer than 64 pixels"),
    ],
)
def test_sizes_are_refused_before_anything_is_decoded(width, height, reason, monkeypatch):
    monkeypatch.setattr(intake, "_pixels", lambda opened: pytest.fail("it was decoded"))

    with pytest.raises(UnreadablePicture, match=reason):
        clean_picture(png_that_promises(width, height))


def test_a_promise_within_the_limits_that_is_not_kept_is_refused():
    with pytest.raises(UnreadablePicture, match="damaged or cut short"):
        clean_picture(png_that_promises(7_000, 7_000))


def test_too_many_bytes_are_refused_unread():
    with pytest.raises(UnreadablePicture, match="larger than 20 MB"):
        clean_picture(b"\xff" * (intake.MAX_BYTES + 1))


def test_no_bytes_are_refused():
    with pytest.raises(UnreadablePicture, match="empty"):
        clean_picture(b"")


def test_the_same_picture_has_the_same_name():
    data = encoded(halves(), "JPEG")

    assert clean_picture(data).content_hash == clean_picture(data).content_hash
    assert (
        clean_picture(data).content_hash != clean_picture(encoded(halves(401), "JPEG")).content_hash
    )
