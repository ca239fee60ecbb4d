"""What a run is played on: PostgreSQL, a cache, gunicorn and the worker, on loopback and gone with it."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from tests import programs
from tests.cache_server import throwaway_cache
from tests.careers.importers.oews_files import Release
from tests.postgres import CONFIGURATION, cluster
from tests.replicas import Server
from tests.served import environment, gunicorn, manage

NAME, PASSWORD = "grace", "correct horse battery staple"
# What is acknowledged is written, whatever becomes of the server; the machine itself stays up.
ACKNOWLEDGED = "synchronous_commit = on\nlog_min_duration_statement = 5000\n"
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


class NotSet(Exception):
    """The stage cannot be set. Says why."""


@dataclass
class Stage:
    address: str
    database: Server
    master: int
    folder: Path
    is_full: bool
    has_cache: bool
    told: dict[str, str] = field(repr=False, default_factory=dict)  # the environment of its processes

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        return manage(*arguments, **self.told)

    def workers(self) -> list[int]:
        """The processes of gunicorn that answer."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text(encoding="ascii")
        return [int(child) for child in children.split()]

    def memory(self) -> dict[int, float]:
        """MB of each of them that nobody else has: what a leak adds to."""
        return {worker: own_memory(worker) for worker in self.workers()}


def own_memory(process: int) -> float:
    resident, shared = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1:3]
    return (int(resident) - int(shared)) * PAGE_KB / 1024


@contextmanager
def stage(full: bool, backup: str = "") -> Iterator[Stage]:
    """With all figures that the portal ships with, those of a backup, or a handful, there in seconds."""
    with ExitStack() as meanwhile:
        binaries, pg_folder, account = meanwhile.enter_context(cluster())
        database = Server(binaries, pg_folder / "data", account)
        _configure(database)
        database.start()
        meanwhile.callback(database.stop)
        folder = Path(meanwhile.enter_context(tempfile.TemporaryDirectory(prefix="portal-load-")))
        told = {
            "DATABASE_URL": database.url,
            "DJANGO_SETTINGS_MODULE": "tests.load.settings",
            "LOAD_FOLDER": str(folder),
            "LOG_REQUESTS": "false",
            "PAGE_CACHE_MB": "64",
        }
        has_cache = programs.cache_server() is not None
        if has_cache:
            told["CACHE_URL"] = meanwhile.enter_context(throwaway_cache()).url
        _fill(full, backup, folder, told)
        log = meanwhile.enter_context((folder / "server.log").open("wb"))
        address, server = meanwhile.enter_context(gunicorn(2, stderr=log, **told))
        meanwhile.enter_context(_worker(log, told))
        yield Stage(address, database, server.pid, folder, full or bool(backup), has_cache, told)


def _configure(database: Server) -> None:
    written = database.data / "postgresql.conf"
    text = CONFIGURATION.format(port=database.port, folder=database.data.parent)
    text = text.replace("synchronous_commit = off\n", "") + ACKNOWLEDGED
    written.write_text(written.read_text(encoding="utf-8") + text, encoding="utf-8")


def _fill(full: bool, backup: str, folder: Path, told: dict) -> None:
    if backup:
        _do("restore", backup, **told)
    else:
        _do("migrate", "--verbosity", "0", **told)
        if full:
            _do("load_snapshot", **told)
        else:
            _do("import_source", "oews", str(Release().write_sqlite(folder / "oews.sqlite")), **told)
            _do("load_samples", **told)
    account = {"DJANGO_SUPERUSER_USERNAME": NAME, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    _do("createsuperuser", "--noinput", "--email", "", **account, **told)


def _do(*arguments: str, **told: str) -> None:
    done = manage(*arguments, **told)
    if done.returncode:
        raise NotSet(f"manage.py {arguments[0]} failed: {done.stderr[-2000:]}")


@contextmanager
def _worker(log, told: dict) -> Iterator[None]:
    """`manage.py work`, which does what editors hand in."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=settings.BASE_DIR,
        env=environment(**told),
        stdout=subprocess.DEVNULL,
        stderr=log,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
