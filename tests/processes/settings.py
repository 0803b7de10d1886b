"""The project as it is, with clockwork that ticks faster, and a tagger that breaks on request."""

import datetime as dt
import os

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS, LOGGING

INSTALLED_APPS = [*INSTALLED_APPS, "tests.processes.apps.MischiefConfig"]
# Short, so that kills are made good soon. A machine under load may take longer for an article than
# its lease; then another worker does it again, which these tests are about.
JOB_LEASE = dt.timedelta(seconds=3)
SILENCED_SYSTEM_CHECKS = ["newsroom.E040"]
JOB_RING_AGAIN = dt.timedelta(seconds=1)
JOB_PATIENCE = dt.timedelta(seconds=float(os.environ.get("JOB_PATIENCE", "60")))
JOB_BACK_OFF = dt.timedelta(seconds=0.2)
LOGGING = {**LOGGING, "root": {"handlers": ["stderr"], "level": "INFO"}}
