"""Catalogues made by makemessages from a copy of the code: it writes beside what it reads."""

import contextlib
import re
import shutil
from pathlib import Path

from django.core.management import call_command
from django.test import override_settings

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = shutil.ignore_patterns("engine", "static", "migrations", "admin", "desk", "__pycache__")
_ENTRY = re.compile(
    r'^((?:msgctxt .*\n(?:".*"\n)*)?)msgid (".*"\n(?:".*"\n)*)'
    r'(?:msgid_plural (".*"\n(?:".*"\n)*))?((?:msgstr.*\n(?:".*"\n)*)+)',
    re.MULTILINE,
)


def make_catalogue(language, folder, translate):
    """Make and compile the catalogue of a language under `folder`; return its folder of locales.

    `translate` takes the English words and returns others, or nothing to leave them as they are.
    """
    source = folder / "source"
    for name in ("articles", "newsroom"):
        shutil.copytree(ROOT / name, source / name, ignore=_LEFT_OUT)
    locales = folder / "locale"
    locales.mkdir()
    catalogue = locales / language / "LC_MESSAGES" / "django.po"
    with contextlib.chdir(source), override_settings(LOCALE_PATHS=[locales]):
        call_command("makemessages", locale=[language], verbosity=0)
        catalogue.write_text(_translated(catalogue.read_text(), translate))
        call_command("compilemessages", locale=[language], verbosity=0)
    return locales


def _translated(text, translate):
    head, rest = text.split("\n\n", 1)
    return f"{head}\n\n" + _ENTRY.sub(lambda entry: _entry(entry, translate), rest)


def _entry(entry, translate):
    context, one, many, answers = entry.groups()
    if many is None:
        return f"{context}msgid {one}msgstr {_quoted(translate(_words(one)))}\n"
    forms = len(re.findall(r"^msgstr", answers, re.MULTILINE))
    translated = [translate(_words(one)), *[translate(_words(many))] * (forms - 1)]
    lines = [f"msgstr[{number}] {_quoted(words)}\n" for number, words in enumerate(translated)]
    return f"{context}msgid {one}msgid_plural {many}{''.join(lines)}"


def _words(quoted):
    return "".join(line[1:-1] for line in quoted.splitlines())


def _quoted(words):
    return f'"{words or ""}"'
