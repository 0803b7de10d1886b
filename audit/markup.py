"""The Nu HTML checker on every kind of page, and on the style sheet."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx

from audit.report import Limit, Measure
from audit.site import Site
from audit.tools import java, module

_NONE = Limit(0)
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def markup(site: Site) -> Iterator[Measure]:
    """Yield how many errors each page has."""
    checker = [java(), "-jar", str(module("vnu-jar/build/dist/vnu.jar"))]
    with tempfile.TemporaryDirectory() as folder:
        names = _save(site, Path(folder))
        done = subprocess.run(
            [*checker, "--format", "json", "--exit-zero-always", "--also-check-css", folder],
            capture_output=True,
            text=True,
            check=True,
        )
    errors: dict[str, list[str]] = {name: [] for name in names}
    for one in json.loads(done.stderr)["messages"]:
        if one["type"] != "info":
            name = Path(one.get("url", "")).stem
            errors[name].append(f"line {one.get('lastLine')}: {one['message']}")
    for name, details in errors.items():
        yield Measure(name, "vnu", len(details), _NONE, details)


def _save(site: Site, folder: Path) -> list[str]:
    with httpx.Client(base_url=site.address) as client:
        for name, address in site.pages.items():
            (folder / f"{name}.html").write_bytes(client.get(address).content)
        style = _STYLE.search(client.get("/").text)
        if style is None:
            return list(site.pages)
        (folder / "style.css").write_bytes(client.get(style[1]).content)
    return [*site.pages, "style"]
