"""Pictures for the demo, drawn here: own work, CC BY 4.0."""

from __future__ import annotations

import math
import random
from io import BytesIO

from PIL import Image as Pixels, ImageDraw

from articles.actions.add_image import add_image
from articles.actions.describe_article import describe_article
from articles.models import Article, Image, User

SIZE = (1920, 1280)
SMOOTH = 2  # drawn larger, then reduced: straight lines without steps
CREDIT = "Drawn for the demo"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NIGHT, SEA, FOAM, SAND, EMBER = "#12263a", "#1d5a8c", "#8fc1e3", "#f3e3c3", "#e07a3f"


def open_with_pictures(articles: dict[str, Article], *, by: User) -> None:
    """Give the articles of the posts below their pictures, unless they have one."""
    for file_name, (alt, draw) in _PICTURES.items():
        article = articles.get(file_name)
        if article is None or article.lead_image_id is not None:
            continue
        image = Image.objects.filter(alt=alt).first() or add_image(
            data=_encoded(draw()), by=by, alt=alt, credit=CREDIT, licence=LICENCE, focal_x=0.62
        )
        describe_article(
            article_id=article.pk, by=by, expected_version=article.version, lead_image=image
        )


def draw_torch() -> Pixels.Image:
    """Return a flame over dark hills, made of rings."""
    picture, draw = _sheet(NIGHT)
    width, height = picture.size
    middle, ground = int(width * 0.62), int(height * 0.72)
    for number in range(26, 0, -1):
        radius = number * height // 44
        shade = _between(NIGHT, EMBER, (26 - number) / 26)
        box = (middle - radius * 2 // 3, ground - radius * 3 // 2, middle + radius * 2 // 3, ground)
        draw.ellipse(box, fill=shade)
    draw.ellipse((middle - 90, ground - 260, middle + 90, ground), fill=SAND)
    for number, shade in enumerate((SEA, _between(NIGHT, SEA, 0.5), _between(NIGHT, SEA, 0.2))):
        _hills(draw, picture.size, base=0.7 + number * 0.09, swing=0.05, phase=number, shade=shade)
    return picture


def draw_streams() -> Pixels.Image:
    """Return many threads that part into two streams: one project becomes two."""
    picture, draw = _sheet(SAND)
    width, height = picture.size
    chance = random.Random(7)  # noqa: S311  # the same picture each time
    for _ in range(150):
        start, up = chance.uniform(0.38, 0.62), chance.choice((True, False))
        end = chance.uniform(0.05, 0.36) if up else chance.uniform(0.64, 0.95)
        shade = (
            _between(SEA, FOAM, chance.random()) if up else _between(EMBER, SAND, chance.random())
        )
        points = [
            (width * step / 60, height * (start + (end - start) * _ease(step / 60)))
            for step in range(61)
        ]
        draw.line(points, fill=shade, width=chance.choice((4, 6, 9)), joint="curve")
    return picture


_PICTURES = {
    "chintala-departure.md": (
        "A drawing: the glow of a flame behind dark blue hills at night.",
        draw_torch,
    ),
    "redis-returns.md": (
        "A drawing: threads that run together part into a blue and an orange stream.",
        draw_streams,
    ),
}


def _sheet(colour: str) -> tuple[Pixels.Image, ImageDraw.ImageDraw]:
    picture = Pixels.new("RGB", (SIZE[0] * SMOOTH, SIZE[1] * SMOOTH), colour)
    return picture, ImageDraw.Draw(picture)


def _hills(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    *,
    base: float,
    swing: float,
    phase: float,
    shade: str,
) -> None:
    width, height = size
    ridge = [
        (x, height * (base + swing * math.sin(x / width * 7 + phase * 2.1)))
        for x in range(0, width + 1, 16)
    ]
    draw.polygon([*ridge, (width, height), (0, height)], fill=shade)


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def _between(first: str, second: str, share: float) -> str:
    """Return the colour at a share of the way from one to another."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _encoded(picture: Pixels.Image) -> bytes:
    buffer = BytesIO()
    picture.resize(SIZE, Pixels.Resampling.LANCZOS).save(buffer, "PNG")
    return buffer.getvalue()
