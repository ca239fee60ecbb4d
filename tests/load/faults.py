"""Faults while the portal is under load: workers that are killed, a database that is restarted."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from .stage import Stage
from .tally import Failure, Tally
from .visitor import Failed, Visitor

APART = 4.0  # seconds between two
BACK_WITHIN = 2.0  # seconds, until all is as before


@dataclass
class Fault:
    what: str
    began: float
    ended: float  # the moment from which the portal can serve again
    in_flight: list[Failure] = field(default_factory=list)
    while_away: list[Failure] = field(default_factory=list)
    back_after: float = -1.0  # seconds, until somebody who asked after its end had a page

    def is_cause_of(self, failure: Failure) -> bool:
        """Requests that were under way, or asked for while the database was away."""
        return failure.began <= self.ended and failure.ended >= self.began

    def take(self, failure: Failure) -> None:
        (self.in_flight if failure.began <= self.began else self.while_away).append(failure)


class Faults(threading.Thread):
    def __init__(self, stage: Stage, is_over: threading.Event, apart: float = APART, seed: int = 9):
        super().__init__(name="faults", daemon=True)
        self.stage, self.is_over, self.apart, self.random = stage, is_over, apart, random.Random(seed)
        self.done: list[Fault] = []
        self.reader = Visitor(stage.address, Tally())  # whose failures are no failures of the run

    def run(self) -> None:
        ways = [
            ("one worker killed", lambda: self._kill(1)),
            ("database restarted", lambda: self._restart("fast")),
            ("all workers killed", lambda: self._kill(None)),
            ("database crashed", lambda: self._restart("immediate")),
        ]
        while not self.is_over.wait(self.apart):
            what, do = ways[len(self.done) % len(ways)]
            fault = self._timed(what, do)
            self.done.append(fault)
            while fault.back_after < 0:
                with suppress(Failed):
                    self.reader.get("back", "/about/")
                    fault.back_after = time.monotonic() - fault.ended

    @staticmethod
    def _timed(what: str, do: Callable[[], None]) -> Fault:
        began = time.monotonic()
        do()
        return Fault(what, began, time.monotonic())

    def _kill(self, number: int | None) -> None:
        workers = self.stage.workers()
        for worker in self.random.sample(workers, number or len(workers)):
            os.kill(worker, signal.SIGKILL)

    def _restart(self, mode: str) -> None:
        self.stage.database.stop(mode)
        self.stage.database.start()


def blame(faults: list[Fault], tally: Tally) -> list[Failure]:
    """Give each fault what it cost; what no fault explains is left over."""
    left = []
    for failure in tally.failures:
        cause = next((fault for fault in faults if fault.is_cause_of(failure)), None)
        if cause:
            cause.take(failure)
        else:
            left.append(failure)
    return left


def table(faults: list[Fault]) -> str:
    lines = [f"{'fault':<22}{'took':>8}{'in flight':>11}{'while away':>12}{'back after':>12}  s"]
    for fault in faults:
        took = fault.ended - fault.began
        lines.append(
            f"{fault.what:<22}{took:>8.2f}{len(fault.in_flight):>11}{len(fault.while_away):>12}"
            f"{fault.back_after:>12.2f}"
        )
    return "\n".join(lines)
