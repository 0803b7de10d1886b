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
WORKER = (
    *("-m", "celery", "-A", "newsroom", "worker", "--concurrency", "2", "-O", "fair"),
    *("--without-gossip", "--without-mingle", "--without-heartbeat"),
)
RELAY = ("manage.py", "relay")


class NoProgressError(AssertionError):
    """What was waited for did not come, and nothing else moved either."""


class House:
    """The database, the broker, and whoever was started; a dead process is started again."""

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
        self._kept = {}
        self.restarts = 0

    def open(self):
        """Start the servers, the tables, and a witness of what is committed."""
        self.postgres.start()
        self.valkey.start()
        self._run("manage.py", "migrate", "--verbosity", "0")
        with self.database() as connection:
            install_witness(connection)

    def close(self):
        for name in list(self._kept):
            self.kill(name)
        self.valkey.kill()
        self.postgres.stop(immediate=True)

    def keep(self, name, *command):
        """Start a process, and start it again whenever it has ended."""
        self._kept[name] = (command, self._start(name, *command))

    def start_jobs(self):
        """Start what takes jobs, where it does not run."""
        for name, command in (("relay", RELAY), ("worker", WORKER)):
            if name not in self._kept:
                self.keep(name, *command)

    def kill(self, name):
        """SIGKILL the process and all its children; `keep_running` starts it again."""
        _command, process = self._kept.pop(name)
        _kill_group(process)

    def kept(self, name):
        """Return the process that runs under this name now."""
        return self._kept[name][1]

    def keep_running(self):
        """Do the supervisor's work once: start again what ended."""
        for name, (command, process) in self._kept.items():
            if process.poll() is not None:
                _kill_group(process)
                self.restarts += 1
                self._kept[name] = (command, self._start(name, *command))

    def save(self, name, count, word="plain"):
        """Begin to save posts; the process prints the id of each article that was stored."""
        with self._open_log("save") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.processes.save", name, str(count), word],
                cwd=ROOT,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def saved(self, name, count, word="plain", *, crashes=False):
        """Save posts; return the ids of their articles, as far as they were printed."""
        saving = self.save(name, count, word)
        output, _ = saving.communicate()
        assert (saving.returncode != 0) is crashes, self.log("save")
        return [int(line) for line in output.split()]

    def articles_named(self, name):
        """Return the ids of the articles that were stored under this name, printed or not."""
        query = (
            "SELECT a.id FROM articles_article a JOIN articles_post p ON p.id = a.post_id"
            " WHERE p.external_id LIKE %s"
        )
        with self.database() as connection:
            return [row[0] for row in connection.execute(query, [f"{name}-%"])]

    def expire_leases(self, articles):
        """Let the clock of these articles' jobs run out at once."""
        query = (
            "UPDATE articles_job SET lease_until = now() - interval '1 second'"
            " WHERE state = 'running' AND article_id = ANY(%s)"
        )
        with self.database() as connection:
            connection.execute(query, [articles])

    def command(self, *arguments):
        """Run a management command; return what it printed."""
        return self._run("manage.py", *arguments).stdout

    def flush_broker(self):
        with redis.Redis.from_url(self.valkey.url) as client:
            client.flushall()

    def queue_length(self):
        with redis.Redis.from_url(self.valkey.url) as client:
            return client.llen("newsroom:jobs")

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

    @contextmanager
    def trouble(self, name):
        """Let the tagger stumble over its word for a while."""
        file = self.mischief / name
        file.touch()
        try:
            yield
        finally:
            file.unlink(missing_ok=True)

    @contextmanager
    def database(self):
        with psycopg.connect(self.postgres.url, autocommit=True) as connection:
            yield connection

    def ledger(self, articles):
        """Return what became of these articles."""
        with self.database() as connection:
            return Ledger.of(connection, articles)

    def wait_until(self, reached, *, progress, patience=PATIENCE):
        """Wait, restarting what ended; give up only when nothing has moved for so long."""
        last, since = None, time.monotonic()
        while not reached():
            self.keep_running()
            now = progress()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > patience:
                message = f"no progress for {patience:.0f} s at {now}\n{self.logs()}"
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

    def logs(self):
        """Return the last lines of every log."""
        return "\n".join(
            f"--- {file.stem}\n" + "\n".join(self.log(file.stem).splitlines()[-15:])
            for file in sorted(self._folder.glob("*.out"))
        )

    def _run(self, *arguments):
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done

    def _start(self, name, *command):
        with self._open_log(name) as log:
            return subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _open_log(self, name):
        return (self._folder / f"{name}.out").open("a")


@contextmanager
def open_house():
    """Lend a house; nothing of it is left."""
    with temporary_place() as place, ExitStack() as stack:
        house = House(place)
        stack.callback(house.close)
        house.open()
        yield house


def _kill_group(process):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
