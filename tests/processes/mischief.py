"""What goes wrong inside a real process, each thing only as long as its file exists.

`MISCHIEF` names the folder. A crash removes its file first, so that it happens once.
"""

import os
import signal
import time
from functools import wraps
from pathlib import Path

from articles.actions import enrich_article, receive_post, run_job, start_article
from articles.gateways import broker
from articles.models import JobKind
from tests.taggers import CapitalTagger

CRASH_POINTS = (
    "saving, before the commit",
    "saving, after the commit",
    "after the claim",
    "before the effect is committed",
    "after the effect is committed",
    "after the bell was rung",
)


def crash_at(point):
    """End this process as a power cut would, if that was asked for."""
    file = Path(os.environ["MISCHIEF"], point)
    if file.exists():
        file.unlink()
        os._exit(9)


def install_crash_points():
    """Let each process crash where it could, once it is told to."""
    saving, committed, claimed, before, after, rung = CRASH_POINTS
    _crash_after(start_article, "queue_job", saving)
    _crash_after(receive_post, "start_article", committed)
    _crash_after(run_job, "claim_job", claimed)
    _crash_after(enrich_article, "finish_job", before)
    _crash_after(broker, "ring", rung)
    enrich = run_job._RUNNERS[JobKind.ENRICH]

    def enrich_and_crash(*args):
        enrich(*args)
        crash_at(after)

    run_job._RUNNERS[JobKind.ENRICH] = enrich_and_crash


def _crash_after(module, name, point):
    function = getattr(module, name)

    @wraps(function)
    def crashing(*args, **kwargs):
        result = function(*args, **kwargs)
        crash_at(point)
        return result

    setattr(module, name, crashing)


class MischievousTagger(CapitalTagger):
    """Reads like any tagger, and stumbles over three words while the files of that name exist."""

    version = "mischief 1"

    def tag(self, texts):
        words = " ".join(texts)
        folder = Path(os.environ["MISCHIEF"])
        if "poisonous" in words and (folder / "poison").exists():
            raise ValueError("this text is poisonous")
        if "murderous" in words and (folder / "murder").exists():
            os.kill(os.getpid(), signal.SIGKILL)
        while "dreary" in words and (folder / "sleep").exists():
            time.sleep(0.05)
        return super().tag(texts)
