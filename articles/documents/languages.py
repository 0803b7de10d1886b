"""In which language and direction words stand, where that is not the page's own."""

from __future__ import annotations

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

# Languages of the Unicode CLDR whose script runs from right to left.
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))


def direction_of(language: str) -> str:
    """Return "rtl" or "ltr" for a language tag (BCP 47)."""
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT else "ltr"


def interface_attributes(language: str) -> SafeString:
    """Return what marks the publication's own words within an article in `language`.

    Attributes of HTML with a space before them; nothing where both speak one language.
    """
    own = settings.LANGUAGE_CODE
    if _primary(own) == _primary(language):
        return SafeString()
    return format_html(' lang="{}" dir="{}"', own, direction_of(own))


def word_attributes(language: str) -> SafeString:
    """Return what marks the article's words where they stand among the publication's own."""
    if not interface_attributes(language):
        return SafeString()
    return format_html(' lang="{}" dir="{}"', language, direction_of(language))


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
