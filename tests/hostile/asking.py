"""One ask: what is sent, what came of it, and how much work it was."""

import gc
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter, thread_time
from traceback import format_exception
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client

READING = {"SELECT", "WITH", "DECLARE", "SAVEPOINT", "RELEASE", "ROLLBACK", "FETCH", "CLOSE"}
SAFE = {"GET", "HEAD", "OPTIONS"}
CHUNKS = 100  # of an answer in pieces: an export is as long as its table
STEP = 1_000  # operations of SQLite's machine
HOST = "localhost"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that one ask may cost; seconds of a processor, not of a clock."""

    queries: int = 40
    saving: int = 200  # queries of a POST: each row of its tables is checked by the database
    steps: int = 20_000_000  # of SQLite
    seconds: float = 2.0  # here, and as many of the database server's


@dataclass(frozen=True, slots=True)
class Ask:
    door: str
    method: str
    address: str
    why: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = "application/x-www-form-urlencoded"

    def __str__(self) -> str:
        sent = f" {self.body[:300]!r}" if self.body else ""
        return f"{self.method} {self.address[:300]} ({self.why}; {self.door}){sent}"


@dataclass(slots=True)
class Told:
    status: int
    queries: int
    steps: int
    seconds: float
    served: float  # seconds of the database server
    wall: float
    text: str
    faults: list[str]

    @property
    def work(self) -> float:
        """Seconds of a processor, here or of the server."""
        return max(self.seconds, self.served)


class Asker:
    """As one who is signed in, or as anybody."""

    def __init__(self, user: User | None = None, bounds: Bounds = Bounds()):
        self.client = Client(raise_request_exception=False, SERVER_NAME=HOST)
        self.bounds = bounds
        if user:
            self.client.force_login(user)
        self.cookies = dict(self.client.cookies)
        # What was read, by name, whichever ask it was for.
        self.names: Counter[str] = Counter()

    def ask(self, ask: Ask) -> Told:
        """As it is answered; where that took long, at a second try: what comes once is not its own."""
        told = self._asked(ask)
        return self._asked(ask) if told.work > self.bounds.seconds else told

    def _asked(self, ask: Ask) -> Told:
        self.client.cookies.clear()
        self.client.cookies.update(self.cookies)
        raised, said = [], []
        with ExitStack() as around:
            around.enter_context(_rolled_back())
            around.enter_context(_told(raised))
            around.enter_context(connection.execute_wrapper(_hear(said)))
            around.enter_context(self._listening())
            around.enter_context(_uncollected())
            steps = around.enter_context(_steps(self.bounds.steps))
            began, worked, served = perf_counter(), thread_time(), of_the_server()
            response = self.client.generic(
                ask.method, ask.address, ask.body, ask.content_type, headers=ask.headers
            )
            content = _content(response)
            told = Told(
                response.status_code,
                len(said),
                steps[0] * STEP,
                thread_time() - worked,
                of_the_server() - served,
                perf_counter() - began,
                content.decode(errors="replace"),
                [],
            )
        told.faults = [*self._faults(ask, response, told, said), *raised]
        return told

    def _faults(self, ask: Ask, response, told: Told, said: list[str]) -> Iterator[str]:
        if told.status >= 500 and not (told.status == 503 and "Retry-After" in response):
            yield f"answers {told.status}"
        if ask.method in SAFE and (written := [sql for sql in said if _verb(sql) not in READING]):
            yield f"writes: {written[0][:200]}"
        if told.queries > (self.bounds.saving if ask.method == "POST" else self.bounds.queries):
            yield f"asks the database {told.queries} times"
        if told.steps >= self.bounds.steps:
            yield "asks too much of SQLite"
        if told.work > self.bounds.seconds:
            yield f"takes {told.seconds:.2f} s here, {told.served:.2f} s of the server"
        to = response.get("Location", "")
        # Browsers take a backslash for a slash, and leave out line breaks.
        if to and (re.match(r"\s*[/\\]{2}", to) or urlsplit(to).netloc not in {"", HOST}):
            yield f"leads away: {to[:100]}"
        if "html" in response.get("Content-Type", "") and re.search(
            r"<script>alert|' onmouseover='x", told.text
        ):
            yield "shows what was sent as HTML"
        if "Set-Cookie" in response.headers or "a" in response.cookies:
            yield "sets a cookie that was sent"

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Notes each name that is looked for in what was sent."""
        kept = {name: getattr(QueryDict, name) for name in ("__getitem__", "get", "getlist", "__contains__")}

        def heard(look):
            def looked(given, name, *args, **kwargs):
                if isinstance(name, str):
                    self.names[name] += 1
                return look(given, name, *args, **kwargs)

            return looked

        for name, look in kept.items():
            setattr(QueryDict, name, heard(look))
        try:
            yield
        finally:
            for name in kept:
                delattr(QueryDict, name) if kept[name].__qualname__.startswith("MultiValue") else setattr(
                    QueryDict, name, kept[name]
                )


def _verb(sql: str) -> str:
    return sql.lstrip("( \n").split(None, 1)[0].upper()


def _content(response) -> bytes:
    if not response.streaming:
        return response.content
    content = b"".join(islice(response.streaming_content, CHUNKS))
    response._iterator.close()  # as the test client does it: the connection stays
    return content


@contextmanager
def _rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python looks for what it can drop between the asks: of all that a walk piles up, that takes seconds."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _told(raised: list[str]) -> Iterator[None]:
    def note(sender, request=None, **kwargs):
        raised.append("".join(format_exception(sys.exception(), limit=-4)))

    got_request_exception.connect(note)
    try:
        yield
    finally:
        got_request_exception.disconnect(note)


def _hear(said: list[str]):
    def hear(execute, sql, *arguments):
        said.append(str(sql))
        return execute(sql, *arguments)

    return hear


@contextmanager
def _steps(most: int) -> Iterator[list[int]]:
    """Counts the thousands of operations of SQLite, and ends what takes more than so many."""
    counted = [0]
    if connection.vendor != "sqlite":
        yield counted
        return

    def count() -> bool:
        counted[0] += 1
        return counted[0] * STEP % most == 0  # once: what undoes it is let through

    connection.ensure_connection()
    connection.connection.set_progress_handler(count, STEP)
    try:
        yield counted
    finally:
        connection.connection.set_progress_handler(None, STEP)


def of_the_server() -> float:
    """Seconds that PostgreSQL's process has worked for this connection, where it runs on this machine."""
    if connection.vendor != "postgresql":
        return 0.0
    status = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    if not status.exists():
        return 0.0
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
