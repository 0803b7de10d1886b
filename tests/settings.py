"""The project's settings, with what tests change."""

import os
import tempfile
from pathlib import Path

from newsroom.settings import *  # noqa: F403
from newsroom.settings import DATABASES, LOGGING

# Two runs side by side in one clone have a database each. Worker processes inherit the name.
TEST_RUN = os.environ.setdefault("TEST_RUN", str(os.getpid()))
DATABASES["default"]["TEST"] = {"NAME": f"test_newsroom_{TEST_RUN}"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast, and only here
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PUBLIC_URL = "http://testserver"
MEDIA_ROOT = Path(tempfile.gettempdir()) / "newsroom-test-media"
SECRET_KEY = "tests sign nothing that anybody keeps"
BEHIND_TLS = False
SECURE_SSL_REDIRECT = False
API_RATE_LIMITS = {"key": "", "write": "", "search": ""}  # the tests of limits set some
LOGGING = {**LOGGING, "root": {"handlers": [], "level": "CRITICAL"}}
WEBHOOKS_TO_LOOPBACK = True
WHITENOISE_AUTOREFRESH = True  # looks static files up when asked, not all of them at each start
