"""How many queries a page takes, and how long."""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from django.db import connection

ENDLESS = 5000  # milliseconds: what takes that long is not asked again


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds; `first` is the very first time, which the others do not hold.

    `work` is what this process and the database on this machine worked: on a busy machine they wait besides.
    """

    queries: int
    first: float
    times: tuple[float, ...]
    work: float

    @property
    def median(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        if len(self.times) == 1:
            return self.times[0]
        return quantiles(self.times, n=100, method="inclusive")[94]


def timed(ask: Callable[[], object], times: int) -> Timing:
    """Ask once, counting the queries, then so many times again; the most queries that any took."""
    return each_timed([ask] * (times + 1))


def each_timed(asked: Iterable[Callable[[], object]]) -> Timing:
    """The same of several to ask, of which the first is to make ready what is kept between them."""
    took, worked, counts = [], [], []
    for ask in asked:
        with counted() as count:
            began_work, began = _worked(), perf_counter()
            ask()
            took.append((perf_counter() - began) * 1000)
            worked.append(_worked() - began_work)
        counts.append(count())
        if took[-1] > ENDLESS:
            break
    return Timing(max(counts), took[0], tuple(took[1:] or took), median(worked[1:] or worked))


@contextmanager
def counted():
    """Within it, queries are counted; what it gives says how many there were by then."""
    number = 0

    def count(execute, sql, parameters, many, context):
        nonlocal number
        number += 1
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(count):
        yield lambda: number


def _worked() -> float:
    """Milliseconds that this process had a processor, and what PostgreSQL runs for it, where it is near."""
    return process_time() * 1000 + _backend_worked()


def _backend_worked() -> float:
    if connection.vendor != "postgresql" or connection.connection is None:
        return 0
    try:
        told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(told.split()[0]) / 1_000_000
