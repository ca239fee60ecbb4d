"""A PostgreSQL primary and its streaming replica on loopback, each of which can be away for a while.

`python -m tests.replicas` builds them, prints their addresses and keeps them until Ctrl-C.
"""

import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.postgres import CONFIGURATION, USER, cluster, free_port, run_as

# What each server was asked stands in its log.
LOGGED = "log_statement = 'all'\nwal_retrieve_retry_interval = '200ms'\n"
REPLAYED_WITHIN = 20  # seconds


class Server:
    def __init__(self, binaries: Path, data: Path, account: dict):
        self.binaries, self.data, self.account = binaries, data, account
        self.port = free_port()
        self.url = f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"
        self.log = data.with_suffix(".log")

    def configure(self) -> None:
        settings = self.data / "postgresql.conf"
        text = CONFIGURATION.format(port=self.port, folder=self.data.parent)
        settings.write_text(settings.read_text(encoding="utf-8") + text + LOGGED, encoding="utf-8")

    def start(self) -> None:
        self._pg_ctl("-l", self.log, "-t", "60", "start")

    def stop(self, mode: str = "immediate") -> None:
        if (self.data / "postmaster.pid").exists():
            self._pg_ctl("-m", mode, "stop")

    def ask(self, statement: str) -> tuple:
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(statement).fetchone()

    def all(self, statement: str) -> list[tuple]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(statement).fetchall()

    def asked(self) -> int:
        """How long its log is: what comes later was asked later."""
        return self.log.stat().st_size

    def asked_since(self, mark: int) -> str:
        return self.log.read_bytes()[mark:].decode(errors="replace")

    def _pg_ctl(self, *arguments) -> None:
        run_as([self.binaries / "pg_ctl", "-D", self.data, "-w", *arguments], self.data.parent, self.account)


class Pair:
    def __init__(self, primary: Server, replica: Server):
        self.primary, self.replica = primary, replica

    def wait_until_replayed(self) -> None:
        (written,) = self.primary.ask("select pg_current_wal_insert_lsn()::text")
        deadline = time.monotonic() + REPLAYED_WITHIN
        while time.monotonic() < deadline:
            (done,) = self.replica.ask(f"select pg_last_wal_replay_lsn() >= '{written}'::pg_lsn")
            if done:
                return
            time.sleep(0.05)
        raise AssertionError("the replica does not follow")


@contextmanager
def primary_and_replica() -> Iterator[Pair]:
    """Both empty; stopped and removed whatever happens."""
    with cluster() as (binaries, folder, account):
        primary = Server(binaries, folder / "primary", account)
        shutil.move(folder / "data", primary.data)
        primary.configure()
        replica = Server(binaries, folder / "replica", account)
        try:
            primary.start()
            copied = ["-D", replica.data, "-R", "-X", "stream", "-c", "fast", "--no-sync", "-d", primary.url]
            # Beside the real pg_ctl: PATH may have links to some of the programs.
            run_as([(binaries / "pg_ctl").resolve().parent / "pg_basebackup", *copied], folder, account)
            replica.configure()
            replica.start()
            yield Pair(primary, replica)
        finally:
            replica.stop()
            primary.stop()


def main() -> None:
    with primary_and_replica() as pair:
        print(f"DATABASE_URL={pair.primary.url}\nDATABASE_REPLICAS={pair.replica.url}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
