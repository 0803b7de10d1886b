"""The events process, as it runs: it tells, is killed, is taken up again, and misses nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
import pytest
from django.db import connection

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.api.stream import PATH
from articles.models import Change
from newsroom.embedded import service_addresses
from newsroom.supervision.ports import free_port
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.enable_socket]
ROOT = Path(__file__).parents[2]
PATIENCE = 60


class Server:
    """A granian that serves events from the database of the test, and may be killed."""

    def __init__(self, folder):
        self._port = free_port(18400)
        self._log = folder / "events.log"
        self.address = f"http://127.0.0.1:{self._port}{PATH}"
        self._process = None
        self._client = httpx.Client(timeout=PATIENCE)

    def start(self, **environment):
        place = urlsplit(service_addresses().database_url)
        url = urlunsplit(place._replace(path=f"/{connection.settings_dict['NAME']}"))
        command = ("--interface", "asgi", "--no-ws", "--port", str(self._port))
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "granian", *command, "newsroom.asgi:application"],
                cwd=ROOT,
                env=os.environ
                | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url}
                | environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()
        return self

    def kill(self):
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def close(self):
        self._client.close()
        self.kill()

    def ask(self, method="GET", address="", **options):
        return self._client.request(method, address or self.address, **options)

    @contextmanager
    def listen(self, **headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        with self._client.stream("GET", self.address, headers=names) as answer:
            assert answer.status_code == 200
            yield Ear(answer)

    def _wait(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.ask("HEAD").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        pytest.fail(self._log.read_text())


class Ear:
    """The events of one stream, as a browser would take them apart."""

    def __init__(self, answer):
        self.headers = answer.headers
        self._lines = answer.iter_lines()

    def hear(self, count):
        """Return the next events as (id, kind, data)."""
        found, fields = [], {}
        while len(found) < count:
            line = next(self._lines)
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "data" in fields:
                found.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
                fields = {}
        return found

    def hear_comment(self):
        return next(line for line in self._lines if line.startswith(":"))


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    yield server
    server.close()


def test_it_tells_is_killed_and_goes_on_and_nothing_is_missed(server, client, editor):
    def publish():
        return publish_article(article_id=ArticleFactory().pk, by=editor)

    first = publish()
    server.start()
    with server.listen(last_event_id="0") as ear:
        heard = ear.hear(1)
        publish()
        heard += ear.hear(1)
        server.kill()
        with pytest.raises((httpx.TransportError, StopIteration)):
            ear.hear(1)
    publish()
    withdraw_article(article_id=first.pk, by=editor, note="Never mind.")
    server.start()
    with server.listen(last_event_id=str(heard[-1][0])) as ear:
        heard += ear.hear(2)
        publish()
        heard += ear.hear(1)

    assert [sequence for sequence, _, _ in heard] == [1, 2, 3, 4, 5]
    assert [kind for _, kind, _ in heard] == list(Change.objects.values_list("kind", flat=True))
    told = client.get("/api/v1/changes/?since=1").json()["results"]
    assert [data for _, _, data in heard[1:]] == told


def test_it_begins_now_takes_so_many_and_refuses_what_it_does_not_understand(server, editor):
    """One process for all of this: it takes a while to start."""
    publish_article(article_id=ArticleFactory().pk, by=editor)
    server.start(EVENTS_HEARTBEAT="0.2", EVENTS_LISTENERS="2")
    begin_now(server, editor)
    take_so_many(server)
    refuse(server)


def begin_now(server, editor):
    with server.listen() as ear:
        assert ear.hear_comment() == ": still here"
        later = publish_article(article_id=ArticleFactory().pk, by=editor)
        ((sequence, _, change),) = ear.hear(1)

    assert (sequence, change["id"]) == (2, str(later.public_id))
    assert ear.headers["content-type"] == "text/event-stream"
    assert ear.headers["x-accel-buffering"] == "no"
    assert ear.headers["access-control-allow-origin"] == "*"


def take_so_many(server):
    """One who leaves makes room."""
    with server.listen(), server.listen():
        assert wait_for(lambda: server.ask("HEAD").status_code == 503)

    assert wait_for(lambda: server.ask("HEAD").status_code == 200)


def refuse(server):
    site = server.address.removesuffix(PATH)

    answers = {
        "elsewhere": server.ask(address=f"{site}/api/v1/articles/"),
        "post": server.ask("POST"),
        "parameter": server.ask(params={"sinze": "1"}),
        "since": server.ask(params={"since": "soon"}),
        "last": server.ask(headers={"Last-Event-ID": "soon"}),
        "ahead": server.ask(headers={"Last-Event-ID": "999"}),
        "key": server.ask(headers={"Authorization": "Bearer newsroom_0_0"}),
    }

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "elsewhere": 404,
        "post": 405,
        "parameter": 400,
        "since": 400,
        "last": 400,
        "ahead": 410,
        "key": 401,
    }
    kinds = {answer.headers["content-type"] for answer in answers.values()}
    assert kinds == {"application/problem+json"}
    assert answers["post"].headers["allow"] == "GET, HEAD"


def wait_for(fulfilled):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if fulfilled():
            return True
        time.sleep(0.05)
    return False
