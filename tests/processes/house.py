"""A newsroom of real processes on servers of its own, with every fault at hand."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psycopg
import redis

from newsroom.embedded import PostgresServer, ValkeyServer, temporary_place
from tests.processes.ledger import Ledger, install_witness

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0  # seconds without any progress, after which nothing more will come
COMMANDS = {
    "desk": ("-m", "tests.processes.desk"),
    "relay": ("manage.py", "relay"),
    "worker": (
        *("-m", "celery", "-A", "newsroom", "worker", "--concurrency", "2", "-O", "fair"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ),
}


class NoProgressError(AssertionError):
    """What was waited for did not come, and nothing else moved either."""


class House:
    """The database, the broker and the processes; one that died is started again."""

    def __init__(self, place):
        self._folder = place.data
        self.postgres = PostgresServer(place)
        self.valkey = ValkeyServer(place)
        self.mischief = self._folder / "mischief"
        self.mischief.mkdir(exist_ok=True)
        self._environment = os.environ | {
            "DATABASE_URL": self.postgres.url,
            "REDIS_URL": self.valkey.url,
            "DJANGO_SETTINGS_MODULE": "tests.processes.settings",
            "NEWSROOM_DATA_DIR": str(self._folder),
            "MISCHIEF": str(self.mischief),
        }
        self._processes = {}
        self.restarts = 0

    # --- Processes -------------------------------------------------------------------------

    def open(self):
        """Start the servers, make the tables, and call a witness of what is committed."""
        self.postgres.start()
        self.valkey.start()
        migrating = self._start("command", ("manage.py", "migrate", "--verbosity", "0"))
        assert migrating.wait() == 0, self.log("command")
        with self.database() as connection:
            install_witness(connection)

    def close(self):
        for name in list(self._processes):
            self.kill(name)
        self.valkey.kill()
        self.postgres.stop(immediate=True)

    def start(self):
        """Start the processes that do not run."""
        for name, command in COMMANDS.items():
            if name not in self._processes:
                self._processes[name] = self._start(name, command)

    def start_deaf_worker(self):
        """Start a worker that hears another broker and gives up soon; nobody restarts it."""
        name = "deaf worker"
        elsewhere = {"REDIS_URL": self.valkey.url.replace("db=0", "db=7"), "JOB_PATIENCE": "3"}
        self._processes[name] = self._start(name, COMMANDS["worker"], **elsewhere)
        return self._processes[name]

    def keep_running(self):
        """Do the supervisor's work once: start again what takes jobs and has ended."""
        for name in ("relay", "worker"):
            process = self._processes.get(name)
            if process and process.poll() is not None:
                self.kill(name)
                self.restarts += 1
        self.start()

    def kill(self, name):
        """SIGKILL the process and all its children."""
        process = self._processes.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(BrokenPipeError):
                    pipe.close()

    def process(self, name):
        """Return the process that runs under this name now."""
        return self._processes[name]

    # --- The desk --------------------------------------------------------------------------

    def order(self, *words):
        """Give the desk an order; yield each line of its answer, until it is done or dead."""
        desk = self.process("desk")
        print(*words, file=desk.stdin, flush=True)
        for line in desk.stdout:
            if line == "done\n":
                return
            yield line.strip()

    def save(self, name, count, word="plain"):
        """Save posts; return the ids of their articles, as far as the desk told them."""
        return [int(article) for article in self.order("save", name, count, word)]

    def desk_crashed(self):
        """Tell whether the desk has died of its last order; if so, somebody else sits down."""
        died = self.process("desk").wait() != 0
        self.kill("desk")
        self.start()
        return died

    # --- Faults ----------------------------------------------------------------------------

    def flush_broker(self):
        with self.broker() as client:
            client.flushall()

    @contextmanager
    def without_broker(self):
        self.valkey.kill()
        try:
            yield
        finally:
            self.valkey.start()

    def restart_postgres(self):
        """Stop it in the midst of everything, as a crash would, and let it recover."""
        self.postgres.stop(immediate=True)
        self.postgres.start()

    def expire_leases(self, articles):
        """Let the leases of these articles' jobs run out at once."""
        query = (
            "UPDATE articles_job SET lease_until = now() - interval '1 second'"
            " WHERE state = 'running' AND article_id = ANY(%s)"
        )
        with self.database() as connection:
            connection.execute(query, [articles])

    @contextmanager
    def trouble(self, name):
        """Let a kind of mischief happen for a while."""
        file = self.mischief / name
        file.touch()
        try:
            yield
        finally:
            file.unlink(missing_ok=True)

    # --- What can be seen --------------------------------------------------------------------

    @contextmanager
    def database(self):
        with psycopg.connect(self.postgres.url, autocommit=True) as connection:
            yield connection

    @contextmanager
    def broker(self):
        with redis.Redis.from_url(self.valkey.url) as client:
            yield client

    def queue_length(self):
        with self.broker() as client:
            return client.llen("newsroom:jobs")

    def ledger(self, articles):
        """Return what became of these articles."""
        with self.database() as connection:
            return Ledger.of(connection, articles)

    def articles_of(self, name):
        """Return the ids of the articles that were stored under this name, told or not."""
        query = (
            "SELECT a.id FROM articles_article a JOIN articles_post p ON p.id = a.post_id"
            " WHERE p.external_id LIKE %s"
        )
        with self.database() as connection:
            return [row[0] for row in connection.execute(query, [f"{name}-%"])]

    def wait_until(self, reached, *, progress=lambda: None, patience=PATIENCE):
        """Wait, restarting what ended; give up only when nothing has moved for so long."""
        last, since = None, time.monotonic()
        while not reached():
            self.keep_running()
            now = progress()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > patience:
                message = f"no progress for {patience:.0f} s at {now}\n{self._logs()}"
                raise NoProgressError(message)
            time.sleep(0.05)

    def wait_for(self, articles, reached):
        """Wait until the ledger of these articles is as wanted; return it."""
        self.wait_until(
            lambda: reached(self.ledger(articles)), progress=lambda: self.ledger(articles)
        )
        return self.ledger(articles)

    def log(self, name):
        """Return all that the processes of this name wrote."""
        return (self._folder / f"{name}.out").read_text()

    def _logs(self):
        return "\n".join(
            f"--- {file.stem}\n" + "\n".join(self.log(file.stem).splitlines()[-15:])
            for file in sorted(self._folder.glob("*.out"))
        )

    def _start(self, name, command, **environment):
        pipe = subprocess.PIPE if name == "desk" else None
        with (self._folder / f"{name}.out").open("a") as log:
            return subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self._environment | environment,
                stdin=pipe,
                stdout=pipe or log,
                stderr=log,
                text=True,
                start_new_session=True,
            )


@contextmanager
def open_house():
    """Lend a house; nothing of it is left."""
    with temporary_place() as place, ExitStack() as stack:
        house = House(place)
        stack.callback(house.close)
        house.open()
        yield house
