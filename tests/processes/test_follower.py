"""A copy that is kept through kills equals the export, byte by byte."""

import os
import random
import subprocess
import sys
import time

import orjson
import pytest

from articles.actions import write_documents
from articles.models import Change, ChangeKind
from articles.selectors.changes import last_sequence
from tests.processes import follower
from tests.processes.bustle import Bustle

pytestmark = pytest.mark.django_db(transaction=True)
ARTICLES = int(os.environ.get("FOLLOWED_ARTICLES", "500"))
SEED = int(os.environ.get("FOLLOWED_SEED", "7"))
LIFE = (0.1, 1.5)  # seconds after which a follower is killed
PATIENCE = 60  # seconds without progress


@pytest.fixture
def site(live_server, settings, monkeypatch):
    """The newsroom over HTTP. What its share cards look like is not of interest here."""
    settings.PUBLIC_URL = live_server.url
    monkeypatch.setattr(write_documents, "draw_share_card", lambda _words: b"card")
    return live_server.url


def start(site, path):
    command = [sys.executable, "-I", follower.__file__, site, str(path)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def wait_until_it_knows_all(copy):
    since, last = time.monotonic(), None
    while (known := copy.state("since")) != last_sequence():
        if known != last:
            since, last = time.monotonic(), known
        assert time.monotonic() - since < PATIENCE, f"stands at {known}"
        time.sleep(0.05)


def test_a_copy_that_is_kept_through_kills_equals_the_export(site, client, editor, tmp_path):
    """Some of it is out before the first follower begins, the rest happens while it follows."""
    bustle, chance = Bustle(ARTICLES, editor=editor, seed=SEED), random.Random(SEED)
    file, kills = tmp_path / "copy.sqlite", 0
    with bustle.at_work():
        while bustle.has_still_to_publish(0.25):
            time.sleep(0.05)
        while bustle.has_still_to_publish():
            process = start(site, file)
            time.sleep(chance.uniform(*LIFE))
            process.kill()
            complaint = process.communicate()[1]
            assert not complaint, complaint.decode()
            kills += 1

    process, copy = start(site, file), follower.Copy(file)
    wait_until_it_knows_all(copy)
    process.kill()
    process.communicate()
    kept = copy.articles()
    copy.close()
    export = b"".join(client.get("/api/v1/export/").streaming_content).splitlines()

    assert kept == {orjson.loads(line)["id"]: line for line in export}
    assert len(kept) > ARTICLES // 2
    assert kills > 1
    assert set(Change.objects.values_list("kind", flat=True)) == set(ChangeKind.values)
