"""Celery ignores a misspelt option and accepts a harmful one: so what is in force is compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from newsroom.celery import app

Options = Mapping[str, Any]

_RESTART = 60  # seconds that a worker may take to come back

# Options that have one right value: id, values, what a wrong one would do.
_EXACT: Sequence[tuple[str, Options, str]] = (
    (
        "E001",
        {"task_serializer": "json", "accept_content": ["json"]},
        "Celery would carry more than JSON; a pickle runs code when it is read.",
    ),
    (
        "E002",
        {"result_backend": None, "task_ignore_result": True},
        "Celery would keep results, which are rows in PostgreSQL.",
    ),
    (
        "E003",
        {"task_acks_late": True},
        "A killed worker would take its message along.",
    ),
    (
        "E004",
        {"task_reject_on_worker_lost": None},
        "A message that kills its worker would be delivered for ever.",
    ),
    (
        "E005",
        {"task_retry_on_worker_lost": False, "task_publish_retry": False},
        "Celery would try again by itself, where the job row decides.",
    ),
    (
        "E006",
        {"task_acks_on_failure": True, "task_acks_on_timeout": True},
        "The message of a failed task would come back, where the job row decides.",
    ),
    (
        "E007",
        {"worker_prefetch_multiplier": 1, "worker_disable_prefetch": True},
        "A worker would hoard messages that others could answer.",
    ),
    (
        "E008",
        {"worker_enable_remote_control": True},
        "A worker would turn deaf after a restart of the broker, instead of ending.",
    ),
    (
        "E009",
        {"worker_send_task_events": False},
        "Workers would tell the broker of every step of every task.",
    ),
    (
        "E010",
        {"broker_connection_retry_on_startup": True, "broker_connection_max_retries": None},
        "A worker would give up on a broker that is away for long.",
    ),
    (
        "E011",
        {"worker_cancel_long_running_tasks_on_connection_loss": True},
        "A task would go on while its message is delivered to another worker.",
    ),
    (
        "E012",
        {"worker_enable_soft_shutdown_on_idle": True},
        "A worker that is stopped would keep its messages until the visibility timeout.",
    ),
    (
        "E013",
        {"task_create_missing_queues": False},
        "A misspelt route would fill a queue that nobody reads.",
    ),
    (
        "E014",
        {"enable_utc": True, "timezone": "UTC"},
        "Celery's times would depend on the machine.",
    ),
    (
        "E015",
        {"task_always_eager": False},
        "Tasks would run inside their caller, and hide every fault of a queue.",
    ),
)

# Numbers that must be above zero and no higher: id, broker transport option, limit, why.
_LIMITS: Sequence[tuple[str, str, int, str]] = (
    (
        "E020",
        "unacked_mutex_expire",
        30,
        "A worker killed while it holds the mutex would stop all redelivery.",
    ),
    ("E021", "unacked_restore_interval", 10, "Lost messages would be looked for too seldom."),
    ("E022", "unacked_restore_throttle", 10, "Lost messages would be looked for too seldom."),
    ("E023", "socket_timeout", 10, "A broker that hangs would hang whoever talks to it."),
    ("E024", "socket_connect_timeout", 10, "A broker that hangs would hang whoever calls it."),
    ("E025", "health_check_interval", 30, "A half-open connection would go unnoticed."),
)


@register(Tags.compatibility)
def check_queue(**_: Any) -> list[CheckMessage]:
    """Return what is wrong with the options of Celery and of the job rows."""
    clockwork = job_errors(
        lease=settings.JOB_LEASE,
        ring_again=settings.JOB_RING_AGAIN,
        patience=settings.JOB_PATIENCE,
        hard_limit=app.conf.task_time_limit or 0,
    )
    return [*celery_errors(app.conf), *clockwork]


def celery_errors(options: Options) -> Iterator[Error]:
    """Yield what is wrong with Celery's options in force."""
    for number, wanted, reason in _EXACT:
        if any(options[name] != value for name, value in wanted.items()):
            hint = ", ".join(f"{name} = {value!r}" for name, value in wanted.items())
            yield _error(number, reason, f"Set {hint}.")
    transport = options["broker_transport_options"] or {}
    for number, name, limit, reason in _LIMITS:
        if not 0 < (transport.get(name) or 0) <= limit:
            yield _error(number, reason, f"Set {name} in broker_transport_options to 1..{limit}.")
    if transport.get("socket_keepalive") is not True:
        reason = "A connection that died in silence would be kept."
        yield _error("E026", reason, "Set socket_keepalive = True in broker_transport_options.")
    yield from _naming_errors(options, transport)
    yield from _time_errors(options, transport)
    yield from _worker_errors(options)


def job_errors(
    *, lease: dt.timedelta, ring_again: dt.timedelta, patience: dt.timedelta, hard_limit: float
) -> Iterator[Error]:
    """Yield what is wrong with the clockwork of the job rows."""
    if lease.total_seconds() <= hard_limit:
        yield _error(
            "E040",
            "A job would be given to a second worker while the first still runs it.",
            "JOB_LEASE must exceed CELERY_TASK_TIME_LIMIT.",
        )
    if ring_again <= dt.timedelta(0):
        yield _error(
            "E041", "The relay would ring without pause.", "JOB_RING_AGAIN must be above zero."
        )
    if patience <= ring_again:
        yield _error(
            "E042",
            "A worker would end itself because one bell was lost.",
            "JOB_PATIENCE must exceed JOB_RING_AGAIN.",
        )


def _naming_errors(options: Options, transport: Options) -> Iterator[Error]:
    if not (transport.get("global_keyprefix") and transport.get("client_name")):
        yield _error(
            "E030",
            "Keys and connections could not be told from those of another project.",
            "Set global_keyprefix and client_name in broker_transport_options.",
        )
    if [queue.name for queue in options["task_queues"] or []] != [options["task_default_queue"]]:
        yield _error(
            "E031",
            "The relay would ring where no worker listens.",
            "task_queues must hold task_default_queue alone.",
        )


def _time_errors(options: Options, transport: Options) -> Iterator[Error]:
    soft, hard = options["task_soft_time_limit"] or 0, options["task_time_limit"] or 0
    if not 0 < soft < hard:
        yield _error(
            "E032",
            "A task that hangs would never be ended, and run twice.",
            "Set 0 < task_soft_time_limit < task_time_limit.",
        )
    visible = transport.get("visibility_timeout")
    results = (options["result_backend_transport_options"] or {}).get("visibility_timeout")
    if not visible or {visible, results, options.get("visibility_timeout")} != {visible}:
        yield _error(
            "E033",
            "The visibility timeout is not the same everywhere, and the shortest one counts.",
            "Set it alike in visibility_timeout, broker_transport_options and"
            " result_backend_transport_options.",
        )
    longest = hard * (options["worker_prefetch_multiplier"] + 1) + _RESTART
    if (visible or 0) < longest:
        yield _error(
            "E034",
            "A message could come back while its task still runs.",
            f"visibility_timeout must be {longest} or more: task_time_limit *"
            f" (worker_prefetch_multiplier + 1) + {_RESTART}.",
        )


def _worker_errors(options: Options) -> Iterator[Error]:
    if not (options["worker_max_tasks_per_child"] and options["worker_max_memory_per_child"]):
        yield _error(
            "E035",
            "What parsers and models leak would never be given back.",
            "Set worker_max_tasks_per_child and worker_max_memory_per_child.",
        )
    if not (options["worker_soft_shutdown_timeout"] or 0) > 0:
        yield _error(
            "E036",
            "A worker that is stopped would keep its messages until the visibility timeout.",
            "Set worker_soft_shutdown_timeout above zero.",
        )
    tasks = {entry["task"] for entry in options["beat_schedule"].values()}
    if tasks != {"articles.start_canary"}:
        yield _error(
            "E037",
            "Beat would start something else than canaries, or nothing.",
            "beat_schedule must hold articles.start_canary alone: the relay sweeps.",
        )


def _error(number: str, message: str, hint: str) -> Error:
    return Error(message, hint=hint, id=f"newsroom.{number}")
