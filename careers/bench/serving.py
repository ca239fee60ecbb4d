"""The portal served as in production, on this machine, and asked as fast as it answers."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from django.conf import settings

HOST = "127.0.0.1"
READERS = 4  # connections, each asking again as soon as it has its answer
WARMING = 6  # times, each by a connection of its own, which any worker may take
PATIENCE = 60  # seconds until the server answers
TICKS = os.sysconf("SC_CLK_TCK")
CODE = "config/gunicorn.py"


class NotServed(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Ask:
    path: str
    tag: str = ""  # of a copy that the reader has

    def lines(self) -> bytes:
        told = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        return f"GET {self.path} HTTP/1.1\r\nHost: {HOST}\r\n{told}\r\n".encode()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    tag: str
    size: int


@dataclass(frozen=True, slots=True)
class Speed:
    """`work` is what the servers worked for an answer, in milliseconds of one core."""

    answers: int
    seconds: float
    worked: float  # seconds of one core, for all of them

    @classmethod
    def of(cls, parts: Sequence["Speed"]) -> "Speed":
        return cls(
            sum(part.answers for part in parts),
            sum(part.seconds for part in parts),
            sum(part.worked for part in parts),
        )

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds

    @property
    def work(self) -> float:
        return self.worked * 1000 / self.answers


@dataclass(frozen=True, slots=True)
class Served:
    port: int
    master: int

    def ask(self, what: Ask) -> Answer:
        with _Connection(self.port) as connection:
            return connection.ask(what)

    def warm(self, asked: Sequence[Ask]) -> None:
        """Ask often enough for each worker to have loaded what it needs."""
        for _ in range(WARMING):
            for what in asked:
                self.ask(what)

    def speed(self, turns: Iterator[Ask], seconds: float, status: int = 200) -> Speed:
        """Ask for one after the other of what does not end."""
        counts, faults = [0] * READERS, []
        end = monotonic() + seconds

        def read(number: int) -> None:
            try:
                with _Connection(self.port) as connection:
                    while monotonic() < end:
                        what = next(turns)
                        answer = connection.ask(what)
                        if answer.status != status:
                            raise NotServed(f"{what.path} answers {answer.status}.")
                        counts[number] += 1
            except (NotServed, OSError) as fault:
                faults.append(fault)

        worked, began = self._worked(), monotonic()
        readers = [Thread(target=read, args=[number]) for number in range(READERS)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        if faults:
            raise NotServed(str(faults[0]))
        return Speed(max(sum(counts), 1), monotonic() - began, self._worked() - worked)

    def _worked(self) -> float:
        """Seconds of a core that the workers have had."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children").read_text(encoding="ascii")
        return sum(_seconds(child) for child in children.split())


@contextmanager
def served(**environment: str) -> Iterator[Served]:
    """With these variables of the environment besides those that are set."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", CODE, "--bind", f"{HOST}:{port}"]
    # Served without TLS, whatever the portal is told otherwise; DJANGO_ALLOWED_HOSTS has to hold 127.0.0.1.
    server = subprocess.Popen(  # noqa: S603 - a command of its own
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_HTTPS": "false", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(server, port)
        yield Served(port, server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _wait(server: subprocess.Popen, port: int) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end and server.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise NotServed("The portal does not start: try `make run`, which says why.")


def _seconds(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class _Connection:
    """Kept open from one answer to the next; no more of HTTP than gunicorn needs."""

    def __init__(self, port: int):
        self.port = port

    def __enter__(self):
        self.socket = socket.create_connection((HOST, self.port), timeout=PATIENCE)
        return self

    def __exit__(self, *fault):
        self.socket.close()

    def ask(self, what: Ask) -> Answer:
        self.socket.sendall(what.lines())
        read = b""
        while b"\r\n\r\n" not in read:
            read += self._more()
        head, _, body = read.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        told = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        size = int(told.get("content-length", 0))
        had = len(body)
        while had < size:
            had += len(self._more())
        if told.get("connection", "").lower() == "close":
            self.socket.close()
            self.__enter__()
        return Answer(int(first.split()[1]), told.get("etag", ""), size)

    def _more(self) -> bytes:
        if not (more := self.socket.recv(1 << 18)):
            raise NotServed("The server ended a connection without an answer.")
        return more
