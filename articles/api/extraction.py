"""A dry run: what the engine finds in a text, of which nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.apps import apps
from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.read_text import (
    MAX_BYTES,
    TaggerUnavailable,
    TooLarge,
    UnreadablePost,
    read_text,
)
from articles.api import desk_examples
from articles.api.answers import written
from articles.api.bodies import checked
from articles.api.parsing import HTMLParser, MarkdownParser, PlainTextParser, StrictJSONParser
from articles.api.posts import FORMATS
from articles.api.problems import Problem, invalid
from articles.api.rendering import to_json
from articles.api.schemas import ExtractInput, ExtractRecord
from articles.api.views import DeskView
from articles.api.writing_description import describe_write
from articles.models import Scope

if TYPE_CHECKING:
    from articles.apps import ArticlesConfig

SCOPES = (Scope.DESK_READ, Scope.POSTS_WRITE)


class Extract(DeskView):
    """Reads, and forgets."""

    http_method_names = ["post"]
    scopes: ClassVar = {"POST": SCOPES}
    parser_classes = [StrictJSONParser, MarkdownParser, HTMLParser, PlainTextParser]

    @describe_write(
        "Extract from a text",
        "What the engine finds in a text: the same as `manage.py extract --json` prints. Nothing is"
        f" stored. The body is a JSON object, or the text itself; at most {MAX_BYTES} bytes of text:"
        " longer ones are brought in as posts, and read by a worker.",
        body=ExtractInput,
        example=desk_examples.EXTRACT_INPUT,
        answer=ExtractRecord,
        answer_example=desk_examples.EXTRACTION,
        scopes=SCOPES,
        is_once=False,
        texts=tuple(FORMATS),
    )
    def post(self, request: Request) -> HttpResponse:
        """Answer with what was found."""
        articles = cast("ArticlesConfig", apps.get_app_config("articles"))
        try:
            found = read_text(**_fields(request), load_tagger=articles.tagger)
        except TooLarge as error:
            raise Problem("too-large", f"{error}. Bring it in as a post.") from error
        except UnreadablePost as error:
            raise invalid({"content": error.reason}) from error
        except TaggerUnavailable as error:
            raise Problem("unavailable", "The model that reads is not there.") from error
        return written(to_json(found))


def _fields(request: Request) -> dict[str, Any]:
    """Return the arguments of `read_text`. Raises Problem naming each field that does not fit."""
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind in FORMATS:
        return {"raw": request.data or b"", "format": FORMATS[kind].value}
    values = checked(ExtractInput(data=request.data), request.data)
    return {
        "raw": values["content"],
        "format": values["format"],
        "published": values["published"],
        "identifier": values["id"],
    }
