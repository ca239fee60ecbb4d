"""What came of each request, in bounded memory: how often, how long, and what failed."""

import math
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass, field

FINEST, GROWTH = 0.0005, 1.05  # seconds of the first step, and how much longer each next one is
KEPT = 2_000  # failures; more are counted


@dataclass(frozen=True, slots=True)
class Failure:
    kind: str
    what: str
    path: str
    began: float
    ended: float

    def __str__(self):
        return f"{self.kind}: {self.path[:100]}: {self.what} after {self.ended - self.began:.2f} s"


@dataclass(slots=True)
class Times:
    steps: Counter = field(default_factory=Counter)
    count: int = 0
    longest: float = 0.0

    def add(self, seconds: float) -> None:
        self.steps[max(0, math.ceil(math.log(max(seconds, FINEST) / FINEST, GROWTH)))] += 1
        self.count += 1
        self.longest = max(self.longest, seconds)

    def within(self, percent: float) -> float:
        """Seconds in which so many of 100 are answered, to a twentieth."""
        left = math.ceil(self.count * percent / 100)
        for step, count in sorted(self.steps.items()):
            left -= count
            if left <= 0:
                return min(FINEST * GROWTH**step, self.longest)
        return 0.0


class Tally:
    def __init__(self):
        self.began = time.monotonic()
        self.times: dict[str, Times] = {}
        self.failed = Counter()
        self.failures: deque[Failure] = deque(maxlen=KEPT)
        self.lock = threading.Lock()

    def answered(self, kind: str, began: float) -> None:
        with self.lock:
            self.times.setdefault(kind, Times()).add(time.monotonic() - began)

    def fail(self, kind: str, path: str, began: float, what: str) -> Failure:
        failure = Failure(kind, what, path, began, time.monotonic())
        with self.lock:
            self.failed[kind] += 1
            self.failures.append(failure)
        return failure

    @property
    def requests(self) -> int:
        return sum(times.count for times in self.times.values())

    def table(self) -> str:
        lines = [
            f"{'kind':<22}{'requests':>10}{'failed':>8}{'median':>9}{'p95':>9}{'p99':>9}{'longest':>9}  ms"
        ]
        for kind in sorted({*self.times, *self.failed}):
            times = self.times.get(kind, Times())
            told = (*(times.within(percent) for percent in (50, 95, 99)), times.longest)
            ms = "".join(f"{1000 * each:>9,.0f}" for each in told)
            lines.append(f"{kind:<22}{times.count:>10,}{self.failed[kind]:>8,}{ms}")
        seconds = time.monotonic() - self.began
        lines.append(
            f"{'all':<22}{self.requests:>10,}{self.failed.total():>8,}   in {seconds:,.0f} s, "
            f"{self.requests / seconds:,.0f} a second"
        )
        return "\n".join(lines)
