"""Whoever keeps a copy: the export first, the changes from there on; may be killed anywhere.

A program of its own, of nothing but the standard library: `follower.py SITE FILE`. The file is a
SQLite database with the articles' bytes and with how far it is.
"""

import contextlib
import http.client
import json
import sqlite3
import sys
import time
import urllib.parse

PAUSE = 0.05
AT_ONCE = 10  # lines of the export between two commits
OK, GONE = 200, (404, 410)


class Copy:
    """What is on disk."""

    def __init__(self, path):
        self._database = sqlite3.connect(path, timeout=30)
        self._database.execute("CREATE TABLE IF NOT EXISTS article (id PRIMARY KEY, body)")
        self._database.execute("CREATE TABLE IF NOT EXISTS state (name PRIMARY KEY, value)")

    def note(self, **state):
        """Store how far it is, with everything before."""
        self._database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", state.items())
        self._database.commit()

    def state(self, name):
        row = self._database.execute("SELECT value FROM state WHERE name = ?", [name]).fetchone()
        return row[0] if row else None

    def put(self, article, body):
        self._database.execute("INSERT OR REPLACE INTO article VALUES (?, ?)", [article, body])

    def drop(self, article):
        self._database.execute("DELETE FROM article WHERE id = ?", [article])

    def articles(self):
        return dict(self._database.execute("SELECT id, body FROM article"))

    def close(self):
        self._database.close()


@contextlib.contextmanager
def ask(address, *, accept=(OK,)):
    """Send a GET; the answer may be read while the context lasts."""
    place = urllib.parse.urlsplit(address)
    with contextlib.closing(http.client.HTTPConnection(place.netloc, timeout=60)) as connection:
        connection.request("GET", f"{place.path}?{place.query}")
        answer = connection.getresponse()
        assert answer.status in accept, (address, answer.status, answer.read())
        yield answer


def take_export(copy, site):
    """Fetch what is missing; the sequence of the very first answer is the one to follow from."""
    after = copy.state("after")
    with ask(f"{site}/api/v1/export/" + (f"?after={after}" if after else "")) as answer:
        if copy.state("since") is None:
            copy.note(since=int(answer.headers["Change-Sequence"]))
        count = 0
        for count, line in enumerate(answer, start=1):
            article = json.loads(line)["id"]
            copy.put(article, line.rstrip(b"\n"))
            if count % AT_ONCE == 0:
                copy.note(after=article)
        if count:
            copy.note(after=article)
        else:
            copy.note(is_whole=1)


def follow(copy, site):
    """Do what one page of changes says; return whether there is more."""
    with ask(f"{site}/api/v1/changes/?since={copy.state('since')}&limit=20") as answer:
        page = json.load(answer)
    for change in page["results"]:
        if change["api_url"] is None:
            copy.drop(change["id"])
            continue
        with ask(change["api_url"], accept=(OK, *GONE)) as article:
            if article.status == OK:
                copy.put(change["id"], article.read())
            else:
                copy.drop(change["id"])
    copy.note(since=page["sequence"])
    return page["next"] is not None


def main(site, path):
    copy = Copy(path)
    while True:
        if not copy.state("is_whole"):
            take_export(copy, site)
        elif not follow(copy, site):
            time.sleep(PAUSE)


if __name__ == "__main__":
    main(*sys.argv[1:])
