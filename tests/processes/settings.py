"""The project as it is, with clockwork that ticks faster, and a tagger that breaks on request."""

import datetime as dt

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS, LOGGING

INSTALLED_APPS = [*INSTALLED_APPS, "tests.processes.apps.MischiefConfig"]
JOB_LEASE = dt.timedelta(seconds=4)
JOB_RING_AGAIN = dt.timedelta(seconds=1)
JOB_BACK_OFF = dt.timedelta(seconds=0.2)
CELERY_TASK_SOFT_TIME_LIMIT = 2
CELERY_TASK_TIME_LIMIT = 3
LOGGING = {**LOGGING, "root": {"handlers": ["stderr"], "level": "INFO"}}
