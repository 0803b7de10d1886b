"""What docs/webhooks.md tells receivers to do works on what is sent, and on nothing else."""

import datetime as dt
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from standardwebhooks.webhooks import WebhookVerificationError

from articles.actions._webhook_secret import check_of, new_seed, secret_of, signed_headers
from articles.models import ChangeKind

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text()
BODY = json.dumps({"type": "article.published", "data": {"headline": "Brücke zu"}}).encode()


@pytest.fixture(scope="module")
def secret():
    seed = new_seed()
    return secret_of(seed, check_of(seed))


@pytest.fixture
def headers(secret):
    return headers_at(timezone.now(), secret)


def headers_at(moment, *secrets):
    return signed_headers(secrets, message_id="019a", at=moment, body=BODY)


def block(language, containing):
    blocks = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return next(text for text in blocks if containing in text)


def test_the_library(secret, headers):
    code = block("python", "standardwebhooks")

    exec(code, {"SECRET": secret, "body": BODY, "headers": headers})
    with pytest.raises(WebhookVerificationError):
        exec(code, {"SECRET": secret, "body": BODY + b" ", "headers": headers})


def test_the_standard_library(secret, headers):
    names = {}
    exec(block("python", "hmac"), names)
    is_genuine = names["is_genuine"]
    other = "whsec_" + "QUFB" * 8
    both = headers_at(timezone.now(), other, secret)
    late = headers_at(timezone.now() - dt.timedelta(minutes=6), secret)

    assert is_genuine(secret, headers, BODY)
    assert is_genuine(secret, both, BODY)
    assert not is_genuine(other, headers, BODY)
    assert not is_genuine(secret, headers, BODY.replace(b"published", b"withdrawn"))
    assert not is_genuine(secret, late, BODY)


@pytest.mark.skipif(not shutil.which("openssl"), reason="NOT RUN: no openssl on this machine")
def test_the_shell(secret, headers, tmp_path):
    (tmp_path / "body.json").write_bytes(BODY)
    environment = {"SECRET": secret, "ID": "019a", "TIMESTAMP": headers["webhook-timestamp"]}
    done = subprocess.run(
        ["bash", "-c", block("sh", "openssl")],
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", **environment},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert f"v1,{done.stdout.strip()}" == headers["webhook-signature"]


def test_every_kind_is_explained():
    explained = set(re.findall(r"`article\.(\w+)`", PAGE))

    assert explained == set(ChangeKind.values)


def test_it_tells_the_schedule_that_is_in_force():
    seconds = [int(pause.total_seconds()) for pause in settings.WEBHOOK_BACK_OFF]
    told = "after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10 and 14 hours"

    assert told in " ".join(PAGE.split())
    assert seconds == [5, 300, 1800, 7200, 18000, 36000, 50400]
    assert dt.timedelta(seconds=10) == settings.WEBHOOK_TIMEOUT
    assert dt.timedelta(minutes=5) == settings.WEBHOOK_LONGEST_REST
    assert (settings.WEBHOOK_GIVE_UP_AFTER.days, settings.WEBHOOK_FAILURE_LIMIT) == (3, 500)
