"""How Celery is told to behave: each option with its reason. `newsroom.checks` asserts them.

Schedules, retries, results and progress are rows in PostgreSQL. Figures: docs/operations.md.
"""

from __future__ import annotations

import datetime as dt

from kombu.entity import Queue

# --- The job rows ----------------------------------------------------------------------------
# Longer than the hard time limit below: while a job runs, nobody else starts it.
JOB_LEASE = dt.timedelta(minutes=2)
# A bell that no worker answered is rung again: the broker may have lost it.
JOB_RING_AGAIN = dt.timedelta(seconds=20)
# The pause after a first failure; each further one waits four times as long.
JOB_BACK_OFF = dt.timedelta(seconds=10)
# A worker that starts nothing for so long, while work waits for as long, ends itself.
JOB_PATIENCE = dt.timedelta(minutes=1)

# --- Celery ----------------------------------------------------------------------------------

# Nothing but a job's id travels, and never as pickle.
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True

# A message is acknowledged after the run: a killed worker leaves it for another.
CELERY_TASK_ACKS_LATE = True
# True would redeliver a message that kills its worker for ever; the job row counts instead.
CELERY_TASK_REJECT_ON_WORKER_LOST = None
CELERY_TASK_RETRY_ON_WORKER_LOST = False
CELERY_TASK_ACKS_ON_FAILURE = True
CELERY_TASK_ACKS_ON_TIMEOUT = True
# Without limits a hanging task is delivered again at the visibility timeout, and runs twice.
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90

VISIBILITY_TIMEOUT = 600  # seconds; above the hard limit times (prefetch + 1), plus a restart
CELERY_VISIBILITY_TIMEOUT = VISIBILITY_TIMEOUT
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": VISIBILITY_TIMEOUT,
    # A worker killed while it holds the mutex would stop redelivery for five minutes.
    "unacked_mutex_expire": 30,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    # Without these a publisher waits for ever on a broker that hangs.
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 10,
    "global_keyprefix": "newsroom:",
    "client_name": "newsroom",
}
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {"visibility_timeout": VISIBILITY_TIMEOUT}

# One message at a time: few are at risk when a worker dies.
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_DISABLE_PREFETCH = True
# Off makes workers deaf after broker restarts; on makes them exit, which the supervisor heals.
CELERY_WORKER_ENABLE_REMOTE_CONTROL = True
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # the default gives up after a hundred
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
# Parsers and models leak a little: children are replaced.
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 1_200_000  # KiB; the model alone takes about 200 MB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# A misspelt route must fail, not fill a queue that nobody reads.
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_TASK_DEFAULT_QUEUE = "jobs"
CELERY_TASK_QUEUES = [Queue("jobs")]  # type: ignore[no-untyped-call]
# The relay fails fast and rings again later; it never retries inside a publish.
CELERY_TASK_PUBLISH_RETRY = False

CELERY_ENABLE_UTC = True
CELERY_TIMEZONE = "UTC"
# Beat starts due work only; the relay sweeps by itself.
CELERY_BEAT_SCHEDULE = {
    "canary": {"task": "articles.start_canary", "schedule": 30.0, "options": {"expires": 25}},
}
