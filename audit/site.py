"""A newsroom of the audit's own: embedded services, the demo, one article corrected, another withdrawn."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from audit.compression import compressing
from newsroom.supervision.ports import free_port

FIRST_PORT = 8400
_ROOT = Path(__file__).resolve().parent.parent
_SUBJECTS = {"person": "people", "organization": "organizations", "topic": "topics"}
_ARTICLE = re.compile(r'<h3><a href="(/[a-z0-9-]+/\d{4}/\d\d/[^"]+)"')
_AT_HAND = {  # where some article is signed, or was corrected
    "author": (re.compile(r'rel="author" href="([^"]+)"'), ""),
    "written": (re.compile(r'rel="author" href="([^"]+)"'), "articles/"),
    "superseded": (re.compile(r'href="([^"]+/revisions/\d+/)"'), ""),
}


class SiteError(Exception):
    """The site did not start, or shows no page of a kind."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where it runs, and an address of each kind of page."""

    address: str
    pages: dict[str, str]


@contextmanager
def running_site() -> Iterator[Site]:
    """Start it, yield it, stop it, and remove its data. Raises SiteError."""
    port = free_port(FIRST_PORT)
    origin = f"http://127.0.0.1:{free_port(port + 1)}"
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-audit-") as folder,
        compressing(port, origin=origin) as address,
    ):
        environment = _environment(Path(folder), address)
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run", "--port", origin.rsplit(":", 1)[1]],
            cwd=_ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            _wait_for_demo(process)
            withdrawn = _python(environment, "-m", "audit.history")
            yield Site(address, find_pages(address, withdrawn))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
            _python(environment, "-m", "newsroom.embedded", "clean")


def find_pages(address: str, withdrawn: str) -> dict[str, str]:
    """Return an address of each kind of page, found by following links. Raises SiteError."""
    with httpx.Client(base_url=address) as client:
        articles = _ARTICLE.findall(client.get("/").text)
        if not articles:
            raise SiteError("the front page shows no article")
        shown = "".join(client.get(path).text for path in articles)
    sections = list(dict.fromkeys(path.split("/")[1] for path in articles))
    subjects = {name: _first(shown, folder) for name, folder in _SUBJECTS.items()}
    pages = {
        "front": "/",
        "section": f"/{sections[:2][-1]}/",
        "article": articles[0],
        **subjects,
        **{folder: f"/{folder}/" for folder in _SUBJECTS.values()},
        "search": "/search/?q=open",
        "corrections": "/corrections/",
        "about": "/about/",
        "contact": "/about/contact/",
        "404": "/there/is/nothing/",
        "410": withdrawn,
        **_at_hand(shown),
    }
    return {name: address + path for name, path in pages.items()}


def _environment(folder: Path, address: str) -> dict[str, str]:
    """Return the environment of a newsroom that keeps all its data in this folder."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "REDIS_URL", "DEBUG"}
    }
    return {
        **inherited,
        "NEWSROOM_DATA_DIR": str(folder),
        "PUBLIC_URL": address,
        "PYTHONUNBUFFERED": "1",
    }


def _python(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SiteError(f"{' '.join(arguments)}: {done.stderr.strip()[-2000:]}")
    return done.stdout.strip()


def _wait_for_demo(process: subprocess.Popen[str]) -> None:
    """Return once the site answers and the demo is in it."""
    for line in process.stdout or ():
        if line.startswith("ready in"):
            return
    raise SiteError("the site did not start: try `make run`")


def _at_hand(shown: str) -> dict[str, str]:
    """Return the pages that only some sites have."""
    found = {name: (place.search(shown), rest) for name, (place, rest) in _AT_HAND.items()}
    return {name: place[1] + rest for name, (place, rest) in found.items() if place}


def _first(shown: str, folder: str) -> str:
    found = re.search(rf'href="(/{folder}/[^"/]+/)"', shown)
    if found is None:
        raise SiteError(f"no article links to a page under /{folder}/")
    return found[1]
