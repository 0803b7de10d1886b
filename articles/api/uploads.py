"""Files in: a form with one file, measured before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http.multipartparser import MultiPartParser
from rest_framework.parsers import BaseParser

from articles.api.parsing import refuse_hostile
from articles.api.problems import Problem, invalid
from articles.pictures.intake import MAX_BYTES

FIELDS_AT_MOST = 64 * 1024  # bytes that what stands beside the file may take


class UploadParser(BaseParser):
    """multipart/form-data (RFC 7578): fields and files by name, none of them twice."""

    media_type = "multipart/form-data"

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,  # noqa: ARG002
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the form. Raises Problem (too-large, invalid), MultiPartParserError."""
        request = (parser_context or {})["request"]
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MAX_BYTES + FIELDS_AT_MOST:
            raise Problem("too-large", f"A file has at most {MAX_BYTES} bytes.")
        form, files = MultiPartParser(
            request.META, stream, request.upload_handlers, settings.DEFAULT_CHARSET
        ).parse()
        sent: dict[str, Any] = {}
        for name, values in (*form.lists(), *files.lists()):
            if len(values) > 1 or name in sent:
                raise invalid({name[:100]: "It is given twice."})
            sent[name] = values[0]
        refuse_hostile({name: value for name, value in sent.items() if isinstance(value, str)})
        return sent
