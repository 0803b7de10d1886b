"""From a post as it arrived to a document.

1. bytes become text (`decoding`), bounds are checked (`limits`);
2. the format is told (`detection`) and its reader makes a draft: `text` by the layout of
its lines, `markdown` with its front matter, `fragment` and `page` for HTML;
3. the draft's parts are cleaned, joined into one text and given offsets (`draft`).
"""

from __future__ import annotations

from articles.engine.limits import check_text
from articles.engine.parsing.decoding import decode
from articles.engine.parsing.detection import detect, is_page
from articles.engine.parsing.draft import Draft, finish, parse_parts
from articles.engine.parsing.fragment import read_fragment
from articles.engine.parsing.markdown import read_markdown
from articles.engine.parsing.page import read_page
from articles.engine.parsing.stamps import StampRules
from articles.engine.parsing.text import parse_plain, read_text
from articles.engine.types import Document, Format

__all__ = ["parse", "parse_parts", "parse_plain"]


def parse(
    raw: str | bytes,
    *,
    format: Format | None = None,  # noqa: A002  the word that posts, API and command use
    source_zone: str | None = None,
    day_first: bool | None = None,
) -> Document:
    """Return the document of a post, in the house's parts.

    `format` is told from the post where it is None. `source_zone` (an IANA name) and `day_first`
    say how the source writes its stamps. Raises UnreadablePost with the field and the reason.
    """
    text = decode(raw) if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
    check_text(text)
    chosen = format or detect(text)
    return finish(_read(text, chosen, StampRules(source_zone, day_first)), chosen)


def _read(text: str, format: Format, rules: StampRules) -> Draft:  # noqa: A002
    if format is Format.MARKDOWN:
        return read_markdown(text, rules)
    if format is Format.HTML:
        return read_page(text, rules) if is_page(text) else read_fragment(text)
    return read_text(text, rules)
